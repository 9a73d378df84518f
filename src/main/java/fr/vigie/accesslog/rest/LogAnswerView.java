package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.AccessSitting;
import fr.vigie.accesslog.AnswerPart;
import fr.vigie.accesslog.Answering;
import fr.vigie.accesslog.Evidenced;
import fr.vigie.accesslog.RunFile;
import fr.vigie.accesslog.Verdict;
import fr.vigie.incident.Knowledge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What the logs answered, with the verdicts of now; persons, lines and searches are different
 * numbers. Instants in UTC.
 *
 * @param same whether an earlier run of the same over the same files found the same
 * @param parts by controller, then domains that have none
 * @param silences stretches of a window for which a source has no line
 * @param searches accesses that show more patients than the log names
 * @param searchRows how many they do not name, where the log counts them
 * @param searchesUnknown those of which it does not
 * @param lookedAt lines in all files
 * @param outside accesses of who is looked for, outside of the windows
 * @param unread lines that could not be read and may concern them
 */
public record LogAnswerView(
    LogRunView run,
    LogQuestionView question,
    Answering.Sameness same,
    List<LogPartView> parts,
    List<LogSittingView> sittings,
    List<LogSilenceView> silences,
    long searches,
    long searchRows,
    long searchesUnknown,
    long lookedAt,
    long outside,
    long unread,
    List<LogHourView> hours,
    List<LogRunFileView> files) {

  static LogAnswerView of(Answering.Answer answer, Instant now) {
    return new LogAnswerView(
        LogRunView.of(answer.run(), now),
        LogQuestionView.of(answer.question()),
        answer.same(),
        answer.parts().stream().map(LogPartView::of).toList(),
        answer.sittings().stream().map(LogSittingView::of).toList(),
        answer.silences().stream().map(LogSilenceView::of).toList(),
        answer.searches(),
        answer.searchRows(),
        answer.searchesUnknown(),
        answer.lookedAt(),
        answer.outside(),
        answer.unread(),
        answer.hours().stream()
            .map(h -> new LogHourView(h.from(), h.hostile(), h.undecided(), h.legitimate()))
            .toList(),
        answer.files().stream().map(LogRunFileView::of).toList());
  }

  /** Persons of one level, the worst that concerns each. */
  public record LogLevelView(Evidenced level, long proven, long doubtful) {}

  /** A number of persons; an unknown one is null, never zero. */
  public record LogPersonsView(Long min, Long likely, Long max, Knowledge knowledge) {}

  /**
   * What concerns one controller's patients.
   *
   * @param organisationId null for a domain that nobody has given a controller
   * @param domain of such patients
   * @param legitimate persons whom only the real holder saw
   * @param reach how many the applications can reach; null: not known
   */
  public record LogPartView(
      String organisationId,
      String organisation,
      String domain,
      LogPersonsView persons,
      List<LogLevelView> levels,
      long legitimate,
      long lines,
      Instant first,
      Instant last,
      Long reach,
      List<String> categories) {
    static LogPartView of(AnswerPart part) {
      var owner = part.organisation();
      var count = part.persons();
      return new LogPartView(
          owner == null ? null : owner.getId().toString(),
          owner == null ? null : owner.getName(),
          owner == null ? part.domain() : null,
          new LogPersonsView(
              count.min().orElse(null),
              count.likely().orElse(null),
              count.max().orElse(null),
              count.knowledge()),
          Arrays.stream(Evidenced.values())
              .map(level -> new LogLevelView(level, part.proven(level), part.doubtful(level)))
              .toList(),
          part.legitimate(),
          part.lines(),
          part.first(),
          part.last(),
          part.reach(),
          part.categories().isEmpty() ? List.of() : List.of(part.categories().split(" ")));
    }
  }

  /**
   * What an account did in one go.
   *
   * @param day where the log has no sessions
   * @param listed its account is one that the question names
   * @param byRule the question says by itself that it was the intruder
   * @param reopened why an earlier decision no longer holds; null: it does, or there is none
   */
  public record LogSittingView(
      String id,
      String account,
      String session,
      String address,
      String userAgent,
      LocalDate day,
      boolean listed,
      boolean byRule,
      Verdict verdict,
      AccessSitting.Reopened reopened,
      Instant firstAt,
      Instant lastAt,
      long accesses,
      long failures,
      long patients) {
    static LogSittingView of(AccessSitting sitting) {
      return new LogSittingView(
          sitting.getId().toString(),
          sitting.getAccount(),
          sitting.getSession(),
          sitting.getAddress(),
          sitting.getUserAgent(),
          sitting.getDay(),
          sitting.isListed(),
          sitting.isByRule(),
          sitting.getVerdict(),
          sitting.getReopened(),
          sitting.getFirstAt(),
          sitting.getLastAt(),
          sitting.getAccesses(),
          sitting.getFailures(),
          sitting.getPatients());
    }
  }

  /** A stretch without a line. */
  public record LogSilenceView(String sourceId, String source, Instant from, Instant until) {
    static LogSilenceView of(Answering.Silence silence) {
      return new LogSilenceView(
          silence.source().getId().toString(),
          silence.source().getName(),
          silence.from(),
          silence.until());
    }
  }

  /** Accesses of one hour. */
  public record LogHourView(Instant from, long hostile, long undecided, long legitimate) {}

  /**
   * A file that was read for the answer.
   *
   * @param id of the log
   * @param unread lines that could not be read and may concern who is looked for
   */
  public record LogRunFileView(
      String id,
      String name,
      String sha256,
      String source,
      long lookedAt,
      long found,
      long outside,
      long unread) {
    static LogRunFileView of(RunFile part) {
      var file = part.getFile();
      return new LogRunFileView(
          file.getId().toString(),
          file.getEvidence().getName(),
          file.getEvidence().getSha256(),
          file.getSource().getName(),
          part.getLookedAt(),
          part.getFound(),
          part.getOutside(),
          part.getRejectedConcerned());
    }
  }
}
