package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.Watch;
import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is asked of the logs: which accounts, when, from where. Always the same text for the same
 * question, so that asking again is asking the same.
 *
 * @param accounts of the case
 * @param windows at least one
 * @param addresses from which nobody but the intruder worked
 * @param sessions that were the intruder's
 * @param agents user agents that were the intruder's; they convict, they are not looked for
 * @param actions that count; empty for all
 * @param sources whose logs are read
 */
public record Question(
    List<HostileAccount> accounts,
    List<Window> windows,
    List<String> addresses,
    List<String> sessions,
    List<String> agents,
    Set<AccessAction> actions,
    List<Long> sources) {
  static final int MOST = 2_000;
  static final int MOST_WINDOWS = 100;
  static final int TEXT_MAX = 500;

  /**
   * An account of the case.
   *
   * @param id of the compromised account
   * @param rpps of its holder, empty when unknown
   * @param whole everything it did was the intruder: the holder never worked with it then
   */
  public record HostileAccount(long id, String login, String rpps, boolean whole) {
    private static final int RPPS_DIGITS = 11;

    /**
     * Whether a line's login or RPPS is its: the rule by which {@link Watch} finds the line,
     * without a look-up to be built for every line.
     */
    boolean is(String name) {
      String bare = bare(name);
      return !bare.isEmpty()
          && (bare.equalsIgnoreCase(bare(login)) || bare.equalsIgnoreCase(bare(rpps)));
    }

    /** An RPPS without its prefix 8 (domain.md §7.4). */
    private static String bare(String name) {
      String bare = name.strip();
      boolean prefixed =
          bare.length() == RPPS_DIGITS + 1
              && bare.charAt(0) == '8'
              && bare.chars().allMatch(c -> c >= '0' && c <= '9');
      return prefixed ? bare.substring(1) : bare;
    }
  }

  /** From, included, until, excluded; UTC. */
  public record Window(Instant from, Instant until) {
    boolean has(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  public Question {
    accounts = List.copyOf(accounts);
    windows = List.copyOf(windows);
    addresses = clean("addresses", addresses);
    sessions = clean("sessions", sessions);
    agents = clean("agents", agents);
    actions = actions.isEmpty() ? Set.of() : EnumSet.copyOf(actions);
    sources = List.copyOf(sources);
  }

  private static List<String> clean(String field, List<String> typed) {
    List<String> kept =
        typed.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (kept.size() > MOST) {
      throw RefusedException.at(field, "accesslog.refused.tooMany", MOST);
    }
    kept.forEach(text -> Typed.text(field, text, 1, TEXT_MAX));
    return kept;
  }

  /** Refuses a question that nothing could answer, at the field that is wrong. */
  void check(Instant now) {
    if (accounts.isEmpty() && addresses.isEmpty() && sessions.isEmpty()) {
      throw RefusedException.at("accounts", "accesslog.refused.nobody");
    }
    addresses.stream()
        .filter(text -> !IpAddress.is(text))
        .findFirst()
        .ifPresent(
            text -> {
              throw RefusedException.at("addresses", "accesslog.refused.address", text);
            });
    if (accounts.size() > MOST || sources.size() > MOST) {
      throw RefusedException.at("accounts", "accesslog.refused.tooMany", MOST);
    }
    if (windows.size() > MOST_WINDOWS) {
      throw RefusedException.at("from", "accesslog.refused.tooMany", MOST_WINDOWS);
    }
    if (windows.isEmpty()) {
      throw RefusedException.at("from", "accesslog.refused.noWindow");
    }
    for (Window window : windows) {
      if (!window.from().isBefore(window.until())) {
        throw RefusedException.at("until", "accesslog.refused.window");
      }
      if (window.from().isAfter(now)) {
        throw RefusedException.at("from", "accesslog.refused.future");
      }
    }
    if (sources.isEmpty()) {
      throw RefusedException.at("sources", "accesslog.refused.noSource");
    }
  }

  Watch watch() {
    List<String> logins = new ArrayList<>();
    for (HostileAccount account : accounts) {
      logins.add(account.login());
      if (!account.rpps().isEmpty()) {
        logins.add(account.rpps());
      }
    }
    return Watch.of(logins, addresses, sessions);
  }

  /** Where the earliest window begins. */
  public Instant begin() {
    return windows.stream().map(Window::from).min(Instant::compareTo).orElseThrow();
  }

  /** Whether an instant lies in one of the windows. */
  boolean covers(Instant at) {
    return windows.stream().anyMatch(window -> window.has(at));
  }

  boolean counts(AccessAction action) {
    return actions.isEmpty() || actions.contains(action);
  }
}
