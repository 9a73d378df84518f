package fr.vigie.accesslog;

import fr.vigie.accesslog.format.PatientRef;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table of an engine with the rows of a log, as a centre's loader would fill it: one column a
 * field, times as milliseconds, and for each row its file, its line and its text. What is in a row
 * comes from the truth of the log, not from Vigie's readers.
 */
final class TableRows implements AutoCloseable {
  private static final int BATCH = 100;
  private static final int CUT = 10_000;

  /** One row of the table. */
  record Row(
      String file,
      Long line,
      String text,
      Long time,
      String login,
      String rpps,
      String ip,
      String session,
      String action,
      String patient,
      String domain,
      String result,
      Long rows,
      String agent) {

    private List<?> cells() {
      return java.util.Arrays.asList(
          file, line, text, time, login, rpps, ip, session, action, patient, domain, result, rows,
          agent);
    }
  }

  private final Connection connection;
  private final String name;

  /**
   * @param name of a table that is not there yet
   * @param longText type of the column for lines
   */
  TableRows(Connection connection, String name, String longText) throws SQLException {
    this.connection = connection;
    this.name = name;
    execute(
        "create table "
            + name
            + " (source_file varchar(200), source_line bigint, source_text "
            + longText
            + ", event_time bigint, login varchar(200), rpps varchar(20), client_ip varchar(100),"
            + " session_id varchar(100), action varchar(50), patient varchar(1000), domaine"
            + " varchar(100), resultat varchar(20), lignes bigint, user_agent varchar(200))");
  }

  String name() {
    return name;
  }

  /** The sealed piece that leads to the table. */
  byte[] note(String... files) {
    StringBuilder note = new StringBuilder("vigie-table 1\ntable: " + name + "\n");
    note.append("file-column: source_file\nline-column: source_line\n");
    note.append("text-column: source_text\n");
    for (String file : files) {
      note.append("file: ").append(file).append('\n');
    }
    return note.toString().getBytes(StandardCharsets.UTF_8);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One statement for many rows: an engine has no quick one for each. */
  void add(List<Row> rows) throws SQLException {
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<Row> some = rows.subList(from, Math.min(rows.size(), from + BATCH));
      String marks =
          some.stream()
              .map(row -> "(" + "?, ".repeat(row.cells().size() - 1) + "?)")
              .collect(Collectors.joining(", "));
      try (PreparedStatement insert =
          connection.prepareStatement("insert into " + name + " values " + marks)) {
        int place = 1;
        for (Row row : some) {
          for (Object cell : row.cells()) {
            insert.setObject(place++, cell);
          }
        }
        insert.executeUpdate();
      }
    }
  }

  /** The rows of a written log; a line that is no access has no time. */
  static List<Row> of(String file, String log, WrittenTruth truth) {
    Map<Long, LogTruth.Access> starts = new TreeMap<>();
    truth.accesses.forEach(access -> starts.put(access.line(), access));
    truth.broken.forEach(broken -> starts.put(broken.line(), null));
    String[] lines = log.split("\n", -1);
    List<Long> order = List.copyOf(starts.keySet());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int first = order.get(i).intValue() - 1;
      int next = i + 1 < order.size() ? order.get(i + 1).intValue() - 1 : lines.length;
      String text = String.join("\n", List.of(lines).subList(first, next));
      rows.add(row(file, first + 1L, text.replaceAll("[\r\n]+$", ""), starts.get(first + 1L)));
    }
    return rows;
  }

  private static Row row(String file, long line, String text, LogTruth.Access access) {
    if (access == null) {
      String cut = text.substring(0, Math.min(CUT, text.length()));
      return new Row(
          file, line, cut, null, null, null, null, null, null, null, null, null, null, null);
    }
    List<PatientRef> patients = access.patients();
    return new Row(
        file,
        line,
        text,
        access.at().toEpochMilli(),
        access.account(),
        access.rpps(),
        access.address(),
        access.session(),
        access.action().name(),
        patients.stream().map(PatientRef::id).collect(Collectors.joining("|")),
        patients.isEmpty() ? null : patients.get(0).domain(),
        access.outcome().name(),
        access.rows(),
        access.userAgent());
  }

  @Override
  public void close() throws SQLException {
    execute("drop table " + name);
    connection.close();
  }
}
