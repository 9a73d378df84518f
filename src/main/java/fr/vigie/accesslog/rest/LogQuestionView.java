package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.Question;
import fr.vigie.accesslog.format.AccessAction;
import java.time.Instant;
import java.util.List;

/**
 * What was asked; instants in UTC.
 *
 * @param actions that count; empty for all
 * @param sources ids of the applications whose logs were read
 */
public record LogQuestionView(
    List<LogAccountView> accounts,
    List<LogWindowView> windows,
    List<String> addresses,
    List<String> sessions,
    List<String> agents,
    List<AccessAction> actions,
    List<String> sources) {

  /**
   * An account of the case.
   *
   * @param whole everything it did was the intruder
   */
  public record LogAccountView(String id, String login, boolean whole) {}

  /** From, included, until, excluded. */
  public record LogWindowView(Instant from, Instant until) {}

  static LogQuestionView of(Question question) {
    return new LogQuestionView(
        question.accounts().stream()
            .map(a -> new LogAccountView(Long.toString(a.id()), a.login(), a.whole()))
            .toList(),
        question.windows().stream().map(w -> new LogWindowView(w.from(), w.until())).toList(),
        question.addresses(),
        question.sessions(),
        question.agents(),
        question.actions().stream().sorted().toList(),
        question.sources().stream().map(String::valueOf).toList());
  }
}
