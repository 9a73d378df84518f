package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogGuess;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.accesslog.table.JdbcLogEngine;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same question put to a file and to an engine's table of the same rows. */
abstract class TableAnswer {
  static final int ACCESSES = 1_500;

  @TempDir Path folder;
  LogNode logs;
  Incident incident;
  CompromisedAccount taken;
  private CompromisedAccount shared;
  private final Map<String, Long> owners = new HashMap<>();

  /** How Vigie reaches the engine, and where somebody who loads rows does. */
  record Engine(String url, String user, String password, String schema, String longText) {
    JdbcLogEngine engine(String schemas) {
      return new JdbcLogEngine(
          Optional.of(url), Optional.of(user), Optional.ofNullable(password), Optional.of(schemas));
    }
  }

  abstract Engine engine();

  abstract Connection connect() throws SQLException;

  @BeforeEach
  void start() {
    logs = new LogNode(Schema.migrated(), folder, Clock.systemUTC());
    logs.engine(engine().engine(engine().schema()));
    incident = logs.incident();
    shared = logs.account(incident, Traffic.SHARED);
    taken = logs.account(incident, Traffic.TAKEN);
    for (String domain : Traffic.DOMAINS) {
      owners.put(domain, logs.schema.organisation("28"));
    }
  }

  @AfterEach
  void stop() {
    logs.close();
  }

  TableRows table() throws SQLException {
    String name = engine().schema() + ".acces_" + Schema.id();
    return new TableRows(connect(), name, engine().longText());
  }

  AccessSource source() {
    AccessSource source = logs.source(logs.schema.organisation("28"), "Europe/Paris", 0);
    owners.forEach(
        (domain, owner) ->
            logs.does(
                () ->
                    logs.node
                        .get(LogSources.class)
                        .addDomain(source.getId(), domain, owner, null)));
    return source;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void theTableGivesTheAnswerOfTheFile(long seed) throws IOException, SQLException {
    LogPlan plan = LogPlan.of(LogFormat.CSV, seed, ACCESSES);
    WrittenTruth truth = new WrittenTruth();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    LogGenerator.write(plan, log, truth);
    AccessSource ofFile = source();
    AccessSource ofTable = source();
    AccessFile file = logs.read(incident, ofFile, log.toByteArray(), LogGenerator.shape(plan));
    try (TableRows table = table()) {
      table.add(TableRows.of("acces.csv", log.toString(plan.charset()), truth));
      byte[] note = table.note("acces.csv");
      AccessFile rows = read(ofTable, note, shape(ofTable, note).in(plan.charset()));
      assertThat(rows.getState()).as(rows.getJob().getProblem()).isEqualTo(AccessFile.State.READ);
      sameFigures(file.getFigures(), rows.getFigures(), truth);
      AccessRun one = logs.run(incident, question(plan, ofFile));
      AccessRun two = logs.run(incident, question(plan, ofTable));
      sameAnswers(one, two, truth);
      logs.decideTheRest(incident, two);
      AccessRun again = logs.run(incident, question(plan, ofFile));
      assertThat(logs.answer(incident, again).undecided()).isZero();
      sameAnswers(again, two, truth);
      sameLines(one, two);
      AccessRun twice = logs.run(incident, question(plan, ofTable));
      assertThat(twice.getDigest()).isEqualTo(two.getDigest());
    }
  }

  AccessFile read(AccessSource source, byte[] note, LogShape shape) {
    AccessFile file =
        logs.received(incident, source, "journaux.table", new ByteArrayInputStream(note));
    logs.does(
        () -> logs.node.get(LogFiles.class).confirm(incident.getReference(), file.getId(), shape));
    logs.work();
    return logs.file(file);
  }

  /** As it is guessed from the table's columns. */
  private LogShape shape(AccessSource source, byte[] note) {
    AccessFile file =
        logs.received(incident, source, "journaux.table", new ByteArrayInputStream(note));
    LogGuess guess =
        logs.act(
            Permission.ACCESSLOG_LINES,
            () -> logs.node.get(LogFiles.class).preview(incident.getReference(), file.getId()));
    assertThat(guess.heading()).hasSize(14);
    assertThat(guess.rows()).hasSize(100).allMatch(row -> row.size() == 14);
    assertThat(guess.shape().timeFormat()).isEqualTo(TimeFormat.EPOCH_MILLIS);
    assertThat(guess.shape().columns())
        .containsEntry(LogField.TIME, "event_time")
        .containsEntry(LogField.ACCOUNT, "login")
        .containsEntry(LogField.PATIENT, "patient")
        .hasSize(11);
    return guess.shape();
  }

  private static void sameFigures(FileFigures file, FileFigures rows, WrittenTruth truth) {
    assertThat(rows.getAccesses()).isEqualTo(file.getAccesses()).isEqualTo(truth.accesses.size());
    assertThat(rows.getRejected()).isEqualTo(file.getRejected()).isEqualTo(truth.broken.size());
    assertThat(rows.getFirstAt()).isEqualTo(file.getFirstAt());
    assertThat(rows.getLastAt()).isEqualTo(file.getLastAt());
    assertThat(rows.coverage().pack()).isEqualTo(file.coverage().pack());
    assertThat(rows.getUnknownWords().replace("UNKNOWN", "ZX81")).isEqualTo(file.getUnknownWords());
  }

  private void sameAnswers(AccessRun file, AccessRun rows, WrittenTruth truth) {
    Map<String, Evidenced> seen = truth.seen(true);
    assertThat(logs.found(incident, file, Verdict.HOSTILE)).isNotEmpty().isEqualTo(seen);
    assertThat(logs.found(incident, rows, Verdict.HOSTILE)).isEqualTo(seen);
    Answering.Answer one = logs.answer(incident, file);
    Answering.Answer two = logs.answer(incident, rows);
    assertThat(two.parts().stream().map(TableAnswer::told).toList())
        .isNotEmpty()
        .isEqualTo(one.parts().stream().map(TableAnswer::told).toList());
    assertThat(sittings(two)).isNotEmpty().isEqualTo(sittings(one));
    assertThat(List.of(two.lookedAt(), two.outside(), two.unread(), two.searches()))
        .isEqualTo(List.of(one.lookedAt(), one.outside(), one.unread(), one.searches()));
    assertThat(two.silences()).hasSameSizeAs(one.silences());
    assertThat(two.hours()).isEqualTo(one.hours());
  }

  private static String told(AnswerPart part) {
    return String.join(
        " ",
        part.organisation().getName(),
        part.proven().toString(),
        part.doubtful().toString(),
        part.legitimate() + " " + part.lines(),
        part.first() + " " + part.last(),
        part.persons().toString().replaceAll(" as of \\S+", ""),
        part.categories());
  }

  private static Map<String, String> sittings(Answering.Answer answer) {
    Map<String, String> sittings = new TreeMap<>();
    for (AccessSitting one : answer.sittings()) {
      sittings.put(
          one.getKey(),
          String.join(
              " ",
              one.getVerdict().name(),
              one.getFirstAt() + " " + one.getLastAt(),
              one.getAccesses() + " " + one.getFailures() + " " + one.getPatients()));
    }
    return sittings;
  }

  /** Each line found opens, with the same text and the hash that was written down. */
  private void sameLines(AccessRun file, AccessRun rows) {
    List<Answering.Line> one = lines(file);
    List<Answering.Line> two = lines(rows);
    assertThat(two).isNotEmpty().allMatch(Answering.Line::whole);
    assertThat(two.stream().map(TableAnswer::told).toList())
        .isEqualTo(one.stream().map(TableAnswer::told).toList());
  }

  private static String told(Answering.Line line) {
    return line.hit().getLine() + " " + line.hit().getHash() + " " + line.text();
  }

  List<Answering.Line> lines(AccessRun run) {
    List<Answering.Line> found = new ArrayList<>();
    Page.Request request = new Page.Request(0, Page.Request.MOST, "", true);
    Page<AccessHit> page = hits(run, request);
    for (int from = 0; from < page.total(); from += Page.Request.MOST) {
      List<Long> ids =
          hits(run, new Page.Request(from, Page.Request.MOST, "", true)).rows().stream()
              .map(AccessHit::getId)
              .toList();
      found.addAll(
          logs.act(
              Permission.ACCESSLOG_LINES,
              () ->
                  logs.node.get(Answering.class).texts(incident.getReference(), run.getId(), ids)));
    }
    return found;
  }

  private Page<AccessHit> hits(AccessRun run, Page.Request request) {
    return logs.reads(
        () ->
            logs.node
                .get(Answering.class)
                .hits(incident.getReference(), run.getId(), AnswerRepository.Wanted.ALL, request));
  }

  private Question question(LogPlan plan, AccessSource source) {
    return new Question(
        List.of(
            new Question.HostileAccount(
                shared.getId(), shared.getLogin(), Traffic.SHARED_RPPS, false),
            new Question.HostileAccount(taken.getId(), taken.getLogin(), "", true)),
        List.of(
            new Question.Window(
                plan.from().minus(Duration.ofDays(1)), plan.from().plus(Duration.ofDays(90)))),
        Traffic.INTRUDER,
        List.of(),
        List.of(),
        Set.of(),
        List.of(source.getId()));
  }
}
