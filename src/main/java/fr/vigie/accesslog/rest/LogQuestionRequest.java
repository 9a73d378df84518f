package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.Question;
import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.platform.Ids;
import fr.vigie.platform.RefusedException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is asked of the logs.
 *
 * @param accounts of the case
 * @param windows at least one
 * @param addresses from which nobody but the intruder worked
 * @param sessions that were the intruder's
 * @param agents user agents that were the intruder's; they convict, they are not looked for
 * @param actions that count; absent or empty for all
 * @param sources ids of the applications whose logs are read
 */
public record LogQuestionRequest(
    @Size(max = 2000) List<@NotNull @Valid LogAccountRequest> accounts,
    @NotNull @Size(max = 200) List<@NotNull @Valid LogWindowRequest> windows,
    List<@NotNull String> addresses,
    List<@NotNull String> sessions,
    List<@NotNull String> agents,
    List<@NotNull AccessAction> actions,
    @NotNull @Size(max = 200) List<@NotNull String> sources) {

  /**
   * An account of the case.
   *
   * @param whole everything it did was the intruder: the holder never worked with it then
   */
  public record LogAccountRequest(@NotNull String id, boolean whole) {}

  /** From, included, until, excluded. */
  public record LogWindowRequest(@NotNull Instant from, @NotNull Instant until) {}

  /**
   * @param known the accounts of the case
   */
  Question question(List<CompromisedAccount> known) {
    return new Question(
        some(accounts).stream().map(account -> account(account, known)).toList(),
        windows.stream().map(w -> new Question.Window(w.from(), w.until())).toList(),
        some(addresses),
        some(sessions),
        some(agents),
        some(actions).isEmpty() ? Set.of() : EnumSet.copyOf(actions),
        Ids.among(sources));
  }

  private static Question.HostileAccount account(
      LogAccountRequest asked, List<CompromisedAccount> known) {
    return known.stream()
        .filter(account -> account.getId().toString().equals(asked.id()))
        .findFirst()
        .map(
            account ->
                new Question.HostileAccount(
                    account.getId(), account.getLogin(), account.getRpps(), asked.whole()))
        .orElseThrow(() -> RefusedException.at("accounts", "accesslog.refused.account"));
  }

  private static <T> List<T> some(List<T> given) {
    return given == null ? List.of() : given;
  }
}
