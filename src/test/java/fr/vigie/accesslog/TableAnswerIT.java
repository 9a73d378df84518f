package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.accesslog.format.LogEngine;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.launch.Database;
import fr.vigie.launch.TestParts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * On the database of the tests, spoken to as any engine: its folding of letters is not ours, so
 * what it finds too much must not count.
 */
class TableAnswerIT extends TableAnswer {
  private static final long AT = Instant.parse("2025-09-04T20:00:00Z").toEpochMilli();
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.TABLE, ZoneId.of("Europe/Paris"))
          .rows(
              ';',
              true,
              Map.of(
                  LogField.TIME, "event_time",
                  LogField.ACCOUNT, "login",
                  LogField.RPPS, "rpps",
                  LogField.ACTION, "action",
                  LogField.PATIENT, "patient",
                  LogField.DOMAIN, "domaine"),
              TimeFormat.EPOCH_MILLIS);

  private final Database database = TestParts.current().database();
  private final String schema = database.url().replaceAll("^jdbc:mysql://[^/]+/([^?]+).*", "$1");

  @Override
  Engine engine() {
    String standard = "&sessionVariables=sql_mode='ANSI_QUOTES'";
    return new Engine(
        database.url() + standard, database.user(), database.password(), schema, "text");
  }

  @Override
  Connection connect() throws SQLException {
    return database.connect();
  }

  @Test
  void onlyWhoIsLookedForIsFoundWhateverTheEnginesFolding() throws SQLException {
    AccessSource source = source();
    try (TableRows table = table()) {
      table.add(
          List.of(
              row("a.csv", 1, AT, "NOËL.Inventé", "", "P1"),
              row("a.csv", 2, AT, "noel.invente", "", "P2"),
              row("a.csv", 3, AT, " noël.inventé ", "", "P3"),
              row("b.csv", 1, AT + 1, "autre", "899700000001", "P4"),
              row("b.csv", 2, AT + 2, "899700000001", null, "P5"),
              row("b.csv", 3, AT + 3, "encore", "99700000002", "P6"),
              row("c.csv", 1, AT + 3, "noël.inventé", "", "P8"),
              row("b.csv", 4, null, "illisible", "", "P9"),
              row("b.csv", 5, -1L, "noël.inventé", "", "P10")));
      AccessFile file = read(source, table.note("b.csv", "a.csv"), SHAPE);
      assertThat(file.getJob().getProblem()).isEmpty();
      assertThat(file.getFigures().getAccesses()).isEqualTo(6);
      assertThat(file.getFigures().getRejected()).isEqualTo(2);
      AccessRun run = logs.run(incident, question(source));
      assertThat(lines(run))
          .extracting(line -> line.hit().getEntry() + " " + line.hit().getLine() + line.text())
          .containsExactlyInAnyOrder("1 1, P1", "1 3, P3", "0 1, P4", "0 2, P5");
      Answering.Answer answer = logs.answer(incident, run);
      assertThat(answer.lookedAt()).isEqualTo(8);
      assertThat(answer.unread()).isEqualTo(1); // the other names nobody who is looked for
    }
  }

  @Test
  void aRowThatChangedOrWentIsToldFromOneThatIsWhole() throws SQLException {
    AccessSource source = source();
    try (TableRows table = table()) {
      table.add(
          List.of(
              row("a.csv", 1, AT, "noël.inventé", "", "P1"),
              row("a.csv", 2, AT, "noël.inventé", "", "P2"),
              row("a.csv", 3, AT, "noël.inventé", "", "P3")));
      read(source, table.note("a.csv"), SHAPE);
      AccessRun run = logs.run(incident, question(source));
      table.execute("update " + table.name() + " set source_text = 'x' where source_line = 2");
      table.execute("delete from " + table.name() + " where source_line = 3");
      assertThat(lines(run)).extracting(Answering.Line::whole).containsExactly(true, false, false);
    }
  }

  @Test
  void aTableThatDoesNotHoldWhatItsDescriptionSaysIsNotRead() throws SQLException {
    AccessSource source = source();
    try (TableRows table = table()) {
      table.add(List.of(row("a.csv", 1, AT, "noël.inventé", "", "P1")));
      LogShape other =
          SHAPE.rows(';', true, Map.of(LogField.TIME, "nulle_part"), TimeFormat.EPOCH_MILLIS);
      assertThat(problem(source, table.note("a.csv"), other)).isEqualTo("accesslog.problem.engine");
      LogShape hostile =
          SHAPE.rows(';', true, Map.of(LogField.TIME, "t\" or 1=1 --"), TimeFormat.EPOCH_MILLIS);
      assertThat(problem(source, table.note("a.csv"), hostile))
          .isEqualTo("accesslog.refused.tableName");
      LogShape texts =
          SHAPE.rows(';', true, Map.of(LogField.TIME, "event_time"), TimeFormat.FRENCH);
      assertThat(problem(source, table.note("a.csv"), texts))
          .isEqualTo("accesslog.refused.tableTime");
      table.add(List.of(row("a.csv", 1, null, "noël.inventé", "", "P1")));
      table.add(List.of(row("a.csv", 1, null, "noël.inventé", "", "P1")));
      assertThat(problem(source, table.note("a.csv"), SHAPE))
          .isEqualTo("accesslog.problem.table"); // a place twice
    }
  }

  @Test
  void onlySchemasThatTheOperatorOpenedAreReached() throws SQLException {
    AccessSource source = source();
    try (TableRows table = table()) {
      byte[] note = table.note("a.csv");
      logs.engine(engine().engine("ailleurs, autre.part"));
      assertThat(refused(source, note)).isEqualTo("accesslog.refused.tableSchema");
      assertThat(problem(source, note, SHAPE)).isEqualTo("accesslog.refused.tableSchema");
      logs.engine(LogEngine.NONE);
      assertThat(refused(source, note)).isEqualTo("accesslog.refused.noEngine");
      assertThat(problem(source, note, SHAPE)).isEqualTo("accesslog.refused.noEngine");
      String closed = "jdbc:mysql://127.0.0.1:1/x?connectTimeout=2000";
      logs.engine(new Engine(closed, "x", "y", schema, "text").engine(schema));
      assertThat(refused(source, note)).isEqualTo("accesslog.problem.engine");
      logs.engine(new Engine("jdbc:nobody://x", "x", "y", schema, "text").engine(schema));
      assertThat(refused(source, note)).isEqualTo("accesslog.problem.engine");
    }
  }

  private String problem(AccessSource source, byte[] note, LogShape shape) {
    AccessFile file = read(source, note, shape);
    assertThat(file.getState()).isEqualTo(AccessFile.State.FAILED);
    return file.getJob().getProblem();
  }

  private String refused(AccessSource source, byte[] note) {
    AccessFile file =
        logs.received(incident, source, "journaux.table", new ByteArrayInputStream(note));
    String[] key = new String[1];
    assertThatThrownBy(
            () ->
                logs.act(
                    Permission.ACCESSLOG_LINES,
                    () ->
                        logs.node
                            .get(LogFiles.class)
                            .preview(incident.getReference(), file.getId())))
        .isInstanceOfSatisfying(RefusedException.class, refused -> key[0] = refused.key());
    return key[0];
  }

  private static TableRows.Row row(
      String file, long line, Long time, String login, String rpps, String patient) {
    return new TableRows.Row(
        file,
        line,
        ", " + patient + (time == null || time < 0 ? login : ""),
        time,
        login,
        rpps,
        null,
        null,
        "READ",
        patient,
        Traffic.DOMAINS.get(0),
        "OK",
        null,
        null);
  }

  private Question question(AccessSource source) {
    return new Question(
        List.of(
            new Question.HostileAccount(
                taken.getId(), taken.getLogin(), Traffic.SHARED_RPPS, true)),
        List.of(
            new Question.Window(
                Instant.parse("2025-09-04T00:00:00Z"), Instant.parse("2025-09-05T00:00:00Z"))),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        List.of(source.getId()));
  }
}
