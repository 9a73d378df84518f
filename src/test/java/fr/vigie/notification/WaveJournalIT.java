package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.database.Waves;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the main courante tells of a wave. */
class WaveJournalIT {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Instant AGO = NOW.minusSeconds(60);

  private static Schema schema;
  private static Node node;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
    node.get(SenderAddress.class).configured = Optional.of("information@chu.example.org");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void each_start_pause_and_resumption_is_told_once_in_words_of_its_own() {
    Incident incident = Cases.reported(node, Schema.NORMANDY, "28", AGO);
    long part = Cases.involved(node, Schema.NORMANDY, incident, schema.organisation("28")).getId();
    long wave = Waves.running(schema, part, 0);
    schema.change("update notification_wave set state = 'PREPARED' where id = ?", wave);
    Notifying notifying = node.get(Notifying.class);

    send(() -> notifying.start(wave, AGO, AGO));
    assertThatThrownBy(() -> send(() -> notifying.start(wave, AGO, AGO)))
        .hasMessage("notification.refused.started");
    schema.change(
        "update organisation set reply_to = 'elsewhere@example.net' where id = (select"
            + " organisation_id from involvement where id = ?)",
        part);
    assertThat(node.read(Schema.NORMANDY, () -> replies(wave)))
        .as("who edits the directory meanwhile diverts no answer")
        .isNotEqualTo(Optional.of("elsewhere@example.net"));
    send(() -> notifying.pause(wave));
    send(() -> notifying.resume(wave, AGO, AGO));
    assertThatThrownBy(() -> send(() -> notifying.resume(wave, AGO, AGO)))
        .hasMessage("notification.refused.notPaused");
    Waves.end(schema, wave);

    assertThat(
            schema.rows(
                "select entry_text from journal_entry where incident_id = ? and entry_text like"
                    + " 'notification.%' order by id",
                incident.getId()))
        .containsExactly(
            List.of("notification.journal.wave 1"),
            List.of("notification.journal.wavePaused 1"),
            List.of("notification.journal.waveResumed 1"));
  }

  private static Optional<String> replies(long wave) {
    return node.entities().find(NotificationWave.class, wave).sender().replyTo();
  }

  private static void send(Supplier<NotificationWave> act) {
    node.act(Schema.NORMANDY, Permission.NOTIFICATION_SEND, act);
  }
}
