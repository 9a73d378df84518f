package fr.vigie.accesslog.format;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cells of a log of rows seem to hold. */
final class RowsGuess {
  private static final char[] SEPARATORS = {';', '\t', '|', ','};
  private static final int MOST_CELLS = 1_000;

  /** Numbers are times only if nothing else is. */
  private static final List<TimeFormat> FORMATS =
      List.of(
          TimeFormat.ISO,
          TimeFormat.FRENCH,
          TimeFormat.HTTP,
          TimeFormat.COMPACT,
          TimeFormat.EPOCH_MILLIS,
          TimeFormat.EPOCH_SECONDS);

  private static final long PLAUSIBLE_FROM = 946_684_800_000_000L;
  private static final long PLAUSIBLE_TO = 4_102_444_800_000_000L;

  private final SampleText text;
  private char separator;
  private List<List<String>> rows = List.of();
  private int width;

  RowsGuess(SampleText text) {
    this.text = text;
    int best = 0;
    for (char by : SEPARATORS) {
      List<List<String>> split = text.rows(by, LogGuess.SHOWN);
      int cells = usualWidth(split);
      long even = split.stream().filter(row -> row.size() == cells).count();
      int score = cells < 2 || even * 2 <= split.size() ? 0 : (int) (even * 1_000 + cells);
      if (score > best) {
        best = score;
        separator = by;
        rows = split.stream().filter(row -> row.size() == cells).toList();
        width = cells;
      }
    }
  }

  private static int usualWidth(List<List<String>> rows) {
    int[] counts = new int[MOST_CELLS];
    int usual = 0;
    for (List<String> row : rows) {
      int cells = Math.min(row.size(), MOST_CELLS - 1);
      counts[cells]++;
      usual = counts[cells] > counts[usual] ? cells : usual;
    }
    return usual;
  }

  /** A shape of rows, going on from one. */
  LogShape shape(LogShape usual) {
    for (TimeFormat format : FORMATS) {
      int time = timeColumn(format);
      if (time >= 0) {
        boolean heading = !isTime(rows.get(0).get(time), format);
        return usual.rows(separator, heading, columns(heading, time, format), format);
      }
    }
    throw KnownFile.unknown(text.text().getBytes(StandardCharsets.UTF_8));
  }

  /** The column that its heading calls a time, else the first one that has times. */
  private int timeColumn(TimeFormat format) {
    int first = -1;
    for (int column = width - 1; column >= 0; column--) {
      int at = column;
      long times = rows.stream().filter(row -> isTime(row.get(at), format)).count();
      if (times > 0 && times * 2 >= rows.size() - 1) {
        boolean better = first < 0 || isCalledTime(column) || !isCalledTime(first);
        first = better ? column : first;
      }
    }
    return first;
  }

  private boolean isCalledTime(int column) {
    return LogField.guess(rows.get(0).get(column), Set.of()).equals(Optional.of(LogField.TIME));
  }

  private static boolean isTime(String cell, TimeFormat format) {
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
    long at = new TimeReader(format, ZoneOffset.UTC, Duration.ZERO).read(bytes, 0, bytes.length);
    return at >= PLAUSIBLE_FROM && at < PLAUSIBLE_TO;
  }

  private Map<LogField, String> columns(boolean heading, int time, TimeFormat format) {
    Map<LogField, String> columns = new EnumMap<>(LogField.class);
    List<String> names = rows.get(0);
    columns.put(LogField.TIME, heading ? names.get(time) : "#" + (time + 1));
    Set<LogField> taken = EnumSet.of(LogField.TIME);
    for (int column = 0; column < width; column++) {
      int at = column;
      String name = heading ? names.get(column) : "#" + (column + 1);
      Optional<LogField> field =
          column == time
              ? Optional.empty()
              : heading ? LogField.guess(name, taken) : byContent(column, taken);
      boolean again = heading && names.indexOf(name) != at;
      if (field.isPresent() && !again) {
        taken.add(field.get());
        columns.put(field.get(), name);
      }
    }
    return columns;
  }

  /** Without headings only what looks like nothing else is told. */
  private Optional<LogField> byContent(int column, Set<LogField> taken) {
    List<String> cells =
        rows.stream().map(row -> row.get(column)).filter(s -> !s.isEmpty()).toList();
    for (LogField field :
        List.of(LogField.ADDRESS, LogField.RPPS, LogField.ACTION, LogField.USER_AGENT)) {
      long fitting = cells.stream().filter(cell -> fits(field, cell)).count();
      if (!taken.contains(field) && fitting > 0 && fitting * 5 >= cells.size() * 4L) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  private static boolean fits(LogField field, String cell) {
    return switch (field) {
      case ADDRESS ->
          cell.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");
      case RPPS -> !Professional.rpps(cell).isEmpty();
      case ACTION -> cell.length() > 1 && AccessAction.usual(cell) != AccessAction.UNKNOWN;
      case USER_AGENT -> cell.startsWith("Mozilla/");
      default -> false;
    };
  }
}
