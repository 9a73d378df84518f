package fr.vigie.accesslog.format;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a source writes its logs: guessed from a file, confirmed by a person, remembered.
 *
 * @param separator of a CSV's cells
 * @param heading whether a CSV's first row names its columns
 * @param columns heading of each field, or {@code #1} for the first column of a file without
 * @param zone in which times without offset are written
 * @param clockOffset what is added to a time of the log to have the true one: a clock 90 s ahead
 *     has -90 s
 * @param actions what the source's own words mean, beyond the usual ones
 * @param failures results that are failures, beyond the usual ones
 * @param paths of a web server, the first that fits counts
 * @param domain of patient numbers where the log names none
 */
public record LogShape(
    LogFormat format,
    Charset charset,
    char separator,
    boolean heading,
    Map<LogField, String> columns,
    TimeFormat timeFormat,
    ZoneId zone,
    Duration clockOffset,
    Map<String, AccessAction> actions,
    Set<String> failures,
    List<PathRule> paths,
    String domain) {

  /** In which a log may be written; readers find separators among the bytes of each of them. */
  public static final List<String> CHARSETS =
      List.of("UTF-8", "windows-1252", "ISO-8859-15", "UTF-16LE", "UTF-16BE");

  private static final Pattern FAILURE_CODES = Pattern.compile("[45]\\d\\d|4|8|12");

  private static final Set<String> USUAL_FAILURES =
      Set.of(
          "KO",
          "NOK",
          "ECHEC",
          "FAILURE",
          "FAILED",
          "FAIL",
          "ERROR",
          "ERREUR",
          "DENIED",
          "REFUS",
          "REFUSE",
          "FALSE",
          "INTERDIT",
          "FORBIDDEN",
          "UNAUTHORIZED");

  public LogShape {
    columns = Map.copyOf(columns);
    actions =
        actions.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> AccessAction.key(e.getKey()), Map.Entry::getValue, (a, b) -> b));
    failures = failures.stream().map(AccessAction::key).collect(Collectors.toUnmodifiableSet());
    paths = List.copyOf(paths);
  }

  /** A shape of the usual words in UTF-8, to go on from. */
  public static LogShape of(LogFormat format, ZoneId zone) {
    return new LogShape(
        format,
        java.nio.charset.StandardCharsets.UTF_8,
        ';',
        true,
        Map.of(),
        format == LogFormat.HTTP_COMBINED ? TimeFormat.HTTP : TimeFormat.ISO,
        zone,
        Duration.ZERO,
        Map.of(),
        Set.of(),
        List.of(),
        "");
  }

  public LogShape in(Charset other) {
    return new LogShape(
        format,
        other,
        separator,
        heading,
        columns,
        timeFormat,
        zone,
        clockOffset,
        actions,
        failures,
        paths,
        domain);
  }

  public LogShape rows(char by, boolean named, Map<LogField, String> where, TimeFormat writtenAs) {
    return new LogShape(
        format,
        charset,
        by,
        named,
        where,
        writtenAs,
        zone,
        clockOffset,
        actions,
        failures,
        paths,
        domain);
  }

  public LogShape clock(ZoneId in, Duration added) {
    return new LogShape(
        format,
        charset,
        separator,
        heading,
        columns,
        timeFormat,
        in,
        added,
        actions,
        failures,
        paths,
        domain);
  }

  public LogShape words(
      Map<String, AccessAction> meanings, Set<String> failed, List<PathRule> shown, String of) {
    return new LogShape(
        format,
        charset,
        separator,
        heading,
        columns,
        timeFormat,
        zone,
        clockOffset,
        meanings,
        failed,
        shown,
        of);
  }

  /** The fields that are read, in their order. */
  Map<LogField, String> fields() {
    return columns.isEmpty() ? Map.of() : new EnumMap<>(columns);
  }

  /** What a word for an action means. */
  public AccessAction action(String word) {
    AccessAction own = actions.get(AccessAction.key(word));
    return own == null ? AccessAction.usual(word) : own;
  }

  /**
   * Failures by word, by status code of a web server (400 and more) or by outcome code of an audit
   * message (4, 8, 12).
   */
  AccessOutcome outcome(String said) {
    String word = AccessAction.key(said);
    if (word.isEmpty()) {
      return AccessOutcome.UNKNOWN;
    }
    boolean code = FAILURE_CODES.matcher(word).matches();
    return code || USUAL_FAILURES.contains(word) || failures.contains(word)
        ? AccessOutcome.FAILURE
        : AccessOutcome.SUCCESS;
  }
}
