package fr.vigie.notification;

import fr.vigie.incident.Audience;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Journal;
import fr.vigie.incident.JournalEntry;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.Texts;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reading the mailbox of returns. A server that takes a message proves nothing (pitfall 22): only
 * somebody who has looked, long enough after, can say that nothing came back.
 */
@UseCase
public class ReadingReturns {
  private static final int BATCH = 500;
  private static final int NAMED = 5;

  @Inject MessageRepository messages;
  @Inject PersonsDuty duty;
  @Inject Journal journal;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.notification.bounce-delay", defaultValue = "PT24H")
  Duration bounceDelay;

  /** How long after sending a message must be looked for among the returns. */
  @Requires(Permission.NOTIFICATION_READ)
  public Duration delay() {
    return bounceDelay;
  }

  @Requires(Permission.NOTIFICATION_READ)
  public List<ReturnsReading> of(Long waveId) {
    return messages.readings(messages.wave(waveId));
  }

  /**
   * States up to when the mailbox was read. What came back has informed nobody; what was sent early
   * enough and did not come back becomes delivered. A return found later counts all the same.
   *
   * @param readUntil everything that had come in by then was read; null: until now
   * @param returned ids of the messages that came back, or the notices that name them
   * @throws RefusedException at {@code until} or {@code returned}
   */
  @Requires(Permission.NOTIFICATION_SEND)
  public ReturnsReading read(Long waveId, Instant readUntil, String returned) {
    NotificationWave wave = messages.wave(waveId);
    Involvement controller = wave.getInvolvement();
    Incident incident = controller.getIncident();
    incident.mustBeOpen();
    Instant now = clock.instant();
    if (!wave.isStarted()) {
      throw new RefusedException("notification.refused.notRunning", wave.getNumber());
    }
    Instant until = readUntil == null ? now : readUntil;
    if (until.isAfter(now) || until.isBefore(wave.getStartedAt())) {
      throw RefusedException.at("until", "notification.refused.until");
    }
    int cameBack = cameBack(wave, returned, now);
    Instant sentUntil = until.minus(bounceDelay);
    int delivered = messages.delivered(wave, sentUntil, acts.caller().id(), now);
    ReturnsReading reading =
        new ReturnsReading(wave, until, sentUntil).found(cameBack, delivered, acts.caller(), now);
    messages.add(reading);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", controller.getOrganisation().getId())
        .fact("wave", wave.getNumber())
        .fact("until", until)
        .fact("returned", cameBack)
        .fact("delivered", delivered);
    write(incident, reading);
    duty.follow(controller);
    progress.refresh(incident);
    return reading;
  }

  private int cameBack(NotificationWave wave, String pasted, Instant now) {
    List<String> ids = new ArrayList<>(ReturnedIds.in(pasted));
    if (ids.isEmpty() && pasted != null && !pasted.isBlank()) {
      throw RefusedException.at("returned", "notification.refused.noId");
    }
    Set<Long> unknown = new HashSet<>();
    ids.forEach(id -> unknown.add(ReturnedIds.message(id)));
    int changed = 0;
    String why = Texts.in(Locale.FRENCH).text("notification.returns.reason");
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
      Set<Long> named = new HashSet<>();
      some.forEach(id -> named.add(ReturnedIds.message(id)));
      for (PersonMessage message : messages.messages(wave, named)) {
        unknown.remove(message.getId());
        if (some.contains(message.getProviderId())
            && message.getState().mayBecome(Delivery.BOUNCED)) {
          message.decide(Delivery.BOUNCED, why, acts.caller().id(), now);
          changed++;
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw RefusedException.at(
          "returned",
          "notification.refused.unknownIds",
          unknown.size(),
          String.join(", ", unknown.stream().sorted().limit(NAMED).map(Object::toString).toList()));
    }
    return changed;
  }

  private void write(Incident incident, ReturnsReading reading) {
    journal.write(
        incident.getReference(),
        JournalEntry.Kind.ACTION,
        Texts.in(Locale.FRENCH)
            .text(
                "notification.returns.journal",
                reading.getWave().getInvolvement().getOrganisation().getName(),
                reading.getWave().getNumber(),
                reading.getReturned(),
                reading.getDelivered()),
        reading.getReadUntil(),
        Audience.controller(reading.getWave().getInvolvement().getOrganisation().getId()));
  }
}
