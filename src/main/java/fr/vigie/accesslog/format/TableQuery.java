package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question to the table of a log, in SQL that Trino and its like, PostgreSQL and MariaDB (with
 * {@code ANSI_QUOTES}) understand. Names are checked and quoted, values are bound.
 *
 * @param table that it is about
 * @param bound texts and long numbers, one for each question mark
 */
public record TableQuery(LogTable table, String sql, List<Object> bound) {
  private static final int WORDS = 1_000;

  /** To the year 2200, as for lines of a file. */
  private static final long LAST_SECOND = 7_258_118_400L;

  private static final List<LogField> SOUGHT =
      List.of(LogField.ACCOUNT, LogField.RPPS, LogField.ADDRESS, LogField.SESSION);

  public TableQuery {
    bound = List.copyOf(bound);
  }

  /** Some rows, with all their columns. */
  static TableQuery head(LogTable table, int most) {
    return about(table, "*", "").and(" limit " + most);
  }

  /**
   * How many rows each minute has, and their first and last time. Rows without a readable time are
   * not among them.
   */
  static TableQuery minutes(LogTable table, LogShape shape) {
    String time = time(shape);
    String columns = "min(" + time + "), max(" + time + "), count(*)";
    return about(table, columns, readable(shape))
        .and(" group by " + time + " - mod(" + time + ", " + minute(shape) + ") order by 1");
  }

  /** How often each word for an action comes. */
  static TableQuery words(LogTable table, LogShape shape) {
    String word = quoted(shape.columns().get(LogField.ACTION));
    return about(table, word + ", count(*)", readable(shape))
        .and(" group by " + word + " order by 2 desc, 1 limit " + WORDS);
  }

  /**
   * The rows that may concern somebody: file, line, text, time, then the columns of {@link #told}.
   * Folding is the engine's own here, so they are looked at again.
   */
  static TableQuery concerning(LogTable table, LogShape shape, Watch watch) {
    List<String> either = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (LogField field : SOUGHT) {
      Collection<String> sought = watch.sought(field);
      if (shape.columns().containsKey(field) && !sought.isEmpty()) {
        either.add("lower(trim(" + quoted(shape.columns().get(field)) + ")) in " + marks(sought));
        values.addAll(sought);
      }
    }
    String columns =
        told(shape).stream()
            .map(field -> ", " + quoted(shape.columns().get(field)))
            .collect(Collectors.joining());
    String whom = either.isEmpty() ? " and 1 = 0" : " and (" + String.join(" or ", either) + ")";
    return about(table, places(table) + ", " + time(shape) + columns, readable(shape))
        .and(whom, values)
        .and(inOrder(table));
  }

  /** The fields that are read of a row beside its time, in their order. */
  static List<LogField> told(LogShape shape) {
    return shape.fields().keySet().stream().filter(field -> field != LogField.TIME).toList();
  }

  /** Rows whose time cannot be read: file, line, text. */
  static TableQuery unreadable(LogTable table, LogShape shape) {
    String time = time(shape);
    return about(
            table,
            places(table),
            " and (" + time + " is null or " + time + " < 0 or " + time + " >= " + end(shape) + ")")
        .and(inOrder(table));
  }

  /** Lines of a file by their numbers: file, line, text. */
  static TableQuery lines(LogTable table, int file, Collection<Long> numbers) {
    return new TableQuery(
            table,
            "select "
                + places(table)
                + " from "
                + name(table)
                + " where "
                + quoted(table.fileColumn()),
            List.of())
        .and(" = ?", List.of(table.files().get(file)))
        .and(" and " + quoted(table.lineColumn()) + " in " + marks(numbers), numbers);
  }

  /** Rows of the table's files. */
  private static TableQuery about(LogTable table, String columns, String which) {
    String from = "select " + columns + " from " + name(table) + " where ";
    return new TableQuery(table, from + quoted(table.fileColumn()), List.of())
        .and(" in " + marks(table.files()), table.files())
        .and(which);
  }

  private TableQuery and(String more) {
    return and(more, List.of());
  }

  private TableQuery and(String more, Collection<?> values) {
    List<Object> all = new ArrayList<>(bound);
    all.addAll(values);
    return new TableQuery(table, sql + more, all);
  }

  private static String name(LogTable table) {
    return table.name().stream().map(TableQuery::quoted).collect(Collectors.joining("."));
  }

  private static String places(LogTable table) {
    return String.join(
        ", ", quoted(table.fileColumn()), quoted(table.lineColumn()), quoted(table.textColumn()));
  }

  private static String inOrder(LogTable table) {
    return " order by " + quoted(table.fileColumn()) + ", " + quoted(table.lineColumn());
  }

  private static String readable(LogShape shape) {
    return " and " + time(shape) + " >= 0 and " + time(shape) + " < " + end(shape);
  }

  private static String time(LogShape shape) {
    String column = shape.columns().get(LogField.TIME);
    if (column == null) {
      throw RefusedException.at("columns", "accesslog.refused.noTimeColumn");
    }
    return quoted(column);
  }

  /** A minute in the unit of the times, which must be one number each. */
  static long minute(LogShape shape) {
    return switch (shape.timeFormat()) {
      case EPOCH_SECONDS -> 60;
      case EPOCH_MILLIS -> 60_000;
      default -> throw RefusedException.at("times", "accesslog.refused.tableTime");
    };
  }

  private static long end(LogShape shape) {
    return LAST_SECOND / 60 * minute(shape);
  }

  private static String quoted(String name) {
    return '"' + LogTable.name(name) + '"';
  }

  private static String marks(Collection<?> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }
}
