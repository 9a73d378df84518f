package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.PathRule;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.platform.RefusedException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a log is written, as guessed and as confirmed; its zone and clock are those of the source.
 *
 * @param separator of a CSV's cells, one character; a semicolon when absent
 * @param heading whether a CSV's first row names its columns; it does when absent
 * @param columns heading of each field, or {@code #1} for the first column of a file without
 * @param times how times are written; ISO when absent
 * @param actions what the source's own words mean, beyond the usual ones
 * @param failures results that are failures, beyond the usual ones
 * @param paths of a web server, the first that fits counts
 * @param domain of patient numbers where the log names none
 */
public record LogShapeView(
    @NotNull LogFormat format,
    @NotNull @Size(min = 1, max = 60) String charset,
    @Size(max = 1) String separator,
    Boolean heading,
    Map<String, String> columns,
    TimeFormat times,
    Map<String, String> actions,
    List<@NotNull @Size(max = 200) String> failures,
    List<@NotNull @Valid LogPathView> paths,
    @Size(max = 200) String domain) {

  /** What a path of a web server shows. */
  public record LogPathView(
      @NotNull @Size(min = 1, max = 20) String method,
      @NotNull @Size(min = 1, max = 500) String template,
      @NotNull AccessAction action) {}

  static LogShapeView of(LogShape shape) {
    return new LogShapeView(
        shape.format(),
        shape.charset().name(),
        String.valueOf(shape.separator()),
        shape.heading(),
        names(shape.columns()),
        shape.timeFormat(),
        shape.actions().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().name())),
        shape.failures().stream().sorted().toList(),
        shape.paths().stream()
            .map(path -> new LogPathView(path.method(), path.template(), path.action()))
            .toList(),
        shape.domain());
  }

  private static Map<String, String> names(Map<LogField, String> columns) {
    return columns.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
  }

  /** Refuses at the field what is none. */
  LogShape shape() {
    LogShape usual = LogShape.of(format, ZoneOffset.UTC).in(readCharset());
    Map<LogField, String> where = readColumns();
    boolean columned = format == LogFormat.CSV || format == LogFormat.TABLE;
    if (columned && !where.containsKey(LogField.TIME)) {
      throw RefusedException.at("columns", "accesslog.refused.noTimeColumn");
    }
    return usual
        .rows(
            separator == null || separator.isEmpty() ? usual.separator() : separator.charAt(0),
            heading == null || heading,
            where,
            times == null ? usual.timeFormat() : times)
        .words(
            readActions(),
            failures == null ? Set.of() : Set.copyOf(failures),
            paths == null
                ? List.of()
                : paths.stream()
                    .map(path -> new PathRule(path.method(), path.template(), path.action()))
                    .toList(),
            domain == null ? "" : domain.strip());
  }

  private Charset readCharset() {
    try {
      Charset known = Charset.forName(charset);
      if (LogShape.CHARSETS.contains(known.name())) {
        return known;
      }
    } catch (IllegalArgumentException unknown) {
      // refused like one that is known elsewhere
    }
    throw RefusedException.at("charset", "accesslog.refused.charset");
  }

  private Map<LogField, String> readColumns() {
    Map<LogField, String> read = new EnumMap<>(LogField.class);
    if (columns != null) {
      columns.forEach(
          (field, name) -> read.put(code(LogField.values(), "columns", field), some(name)));
    }
    return read;
  }

  private static String some(String name) {
    if (name == null || name.isEmpty()) {
      throw RefusedException.at("columns", "accesslog.refused.empty");
    }
    return name;
  }

  private Map<String, AccessAction> readActions() {
    Map<String, AccessAction> read = new HashMap<>();
    if (actions != null) {
      actions.forEach(
          (word, action) -> read.put(word, code(AccessAction.values(), "actions", action)));
    }
    return read;
  }

  private static <E extends Enum<E>> E code(E[] known, String field, String text) {
    return Arrays.stream(known)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> RefusedException.at(field, "accesslog.refused.action", String.valueOf(text)));
  }
}
