package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What came to a case after its logs were asked, or that nobody read, is not left out in silence.
 */
class AnswerNewsIT {
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.CSV, ZoneId.of("Europe/Paris"))
          .rows(
              ';',
              true,
              Map.of(
                  LogField.TIME, "timestamp",
                  LogField.ACCOUNT, "login",
                  LogField.SESSION, "session",
                  LogField.ACTION, "action",
                  LogField.PATIENT, "ipp"),
              TimeFormat.ISO);
  private static final String LOG =
      """
      timestamp;login;session;action;ipp
      2025-09-04T20:00:00;martin;s1;READ;P1
      oups;martin;s1;READ;P2
      """;

  @TempDir Path folder;
  private LogNode logs;
  private Incident incident;
  private CompromisedAccount martin;
  private AccessSource source;
  private long hospital;

  @BeforeEach
  void start() {
    logs = new LogNode(Schema.migrated(), folder, Clock.systemUTC());
    incident = logs.incident();
    martin = logs.account(incident, "martin");
    hospital = logs.schema.organisation("28");
    source = logs.source(hospital, "Europe/Paris", 0);
  }

  @AfterEach
  void stop() {
    logs.close();
  }

  @Test
  void anAnswerSaysWhichLogsItLeavesOutAndWhichWereReadSince() {
    AccessFile first = logs.read(incident, source, bytes(LOG), SHAPE);
    AccessRun run = ask();
    assertThat(newer(run).leftOut()).isEmpty();
    assertThat(newer(run).since()).isEmpty();
    AccessFile late =
        logs.received(
            incident, source, "tard.csv", new ByteArrayInputStream(bytes(LOG + "encore\n")));
    assertThat(newer(run).leftOut()).extracting(AccessFile::getId).containsExactly(late.getId());
    confirm(late);
    assertThat(newer(run).leftOut()).isEmpty();
    assertThat(newer(run).since()).extracting(AccessFile::getId).containsExactly(late.getId());
    confirm(first);
    assertThat(newer(run).since())
        .extracting(AccessFile::getId)
        .containsExactlyInAnyOrder(first.getId(), late.getId());
  }

  @Test
  void aQuestionBeginsWithWhatTheLastOneCouldNotName() {
    logs.read(incident, source, bytes(LOG), SHAPE);
    AccessRun run = ask();
    CompromisedAccount added = logs.account(incident, "autre");
    AccessSource other = logs.source(hospital, "Europe/Paris", 0);
    logs.read(incident, other, bytes(LOG + "encore\n"), SHAPE);
    Asking.Ground ground = ground(null);
    assertThat(ground.isNew(martin)).isFalse();
    assertThat(ground.isNew(added)).isTrue();
    assertThat(ground.isNew(source)).isFalse();
    assertThat(ground.isNew(other)).isTrue();
    assertThat(ground(run.getId()).last()).contains(run);
    ask();
    assertThat(ground(run.getId()).isNew(added)).as("known when it was put again").isFalse();
  }

  @Test
  void aLogThatWasSetAsideIsTakenBackAndReadAgain() {
    AccessFile file = logs.read(incident, source, bytes(LOG), SHAPE);
    assertThatThrownBy(() -> takeBack(file))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.key()).isEqualTo("accesslog.refused.notAside"));
    logs.does(() -> files().setAside(incident.getReference(), file.getId()));
    assertThatThrownBy(this::ask).isInstanceOf(RefusedException.class);
    takeBack(file);
    assertThat(logs.file(file).getState()).isEqualTo(AccessFile.State.RECEIVED);
    confirm(file);
    AccessFile again = logs.file(file);
    assertThat(again.getState()).isEqualTo(AccessFile.State.READ);
    assertThat(again.getFigures().getRejected()).isEqualTo(1);
    assertThat(logs.reads(() -> files().reasons(incident.getReference(), file.getId())))
        .containsExactly(Map.entry("TIME", 1L));
  }

  @Test
  void aNumberIsAsOldAsItsLastDecision() {
    logs.read(incident, source, bytes(LOG), SHAPE);
    AccessRun run = ask();
    Instant end = run.getJob().getEndedAt();
    assertThat(asOf(run)).isEqualTo(end);
    logs.decideTheRest(incident, run);
    assertThat(asOf(run)).isAfter(end);
  }

  private Instant asOf(AccessRun run) {
    return logs.answer(incident, run).parts().get(0).persons().asOf();
  }

  private static byte[] bytes(String log) {
    return log.getBytes(StandardCharsets.UTF_8);
  }

  private LogFiles files() {
    return logs.node.get(LogFiles.class);
  }

  private AccessFile takeBack(AccessFile file) {
    return logs.does(() -> files().takeBack(incident.getReference(), file.getId()));
  }

  private void confirm(AccessFile file) {
    logs.does(() -> files().confirm(incident.getReference(), file.getId(), SHAPE));
    logs.work();
  }

  private AccessRun ask() {
    return logs.run(
        incident,
        new Question(
            List.of(new Question.HostileAccount(martin.getId(), "martin", "", false)),
            List.of(
                new Question.Window(
                    Instant.parse("2025-09-04T17:00:00Z"), Instant.parse("2025-09-04T20:00:00Z"))),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            List.of(source.getId())));
  }

  private Answering.Newer newer(AccessRun run) {
    return logs.reads(
        () -> logs.node.get(Answering.class).newer(incident.getReference(), run.getId()));
  }

  private Asking.Ground ground(Long run) {
    return logs.reads(() -> logs.node.get(Asking.class).ground(incident.getReference(), run));
  }
}
