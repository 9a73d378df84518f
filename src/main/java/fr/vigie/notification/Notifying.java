package fr.vigie.notification;

import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.investigation.AffectedPerson;
import fr.vigie.investigation.AffectedPersons;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Waves: building one from the list in force, starting, pausing, deciding about persons. */
@UseCase
public class Notifying {
  private static final int BATCH = 1_000;
  private static final int MOST_DECIDED = 10_000;

  @Inject MessageRepository messages;
  @Inject IncidentRepository incidents;
  @Inject AffectedPersons affected;
  @Inject PersonsDuty duty;
  @Inject SenderAddress sender;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  /** One message a person who has none of this controller yet (BR-08, BR-09). */
  @Requires(Permission.NOTIFICATION_PREPARE)
  public NotificationWave build(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    about(involvement);
    ScopeVersion scope = affected.frozen(involvement);
    MessageTemplate template =
        messages.templates(involvement).stream()
            .filter(MessageTemplate::isApproved)
            .findFirst()
            .orElseThrow(() -> new RefusedException("notification.refused.notApproved"));
    int number = messages.waves(involvement).size() + 1;
    NotificationWave wave =
        new NotificationWave(scope, template, number, acts.caller().id(), clock.instant());
    messages.add(wave);
    long built = fill(wave);
    if (built == 0) {
      throw new RefusedException("notification.refused.nobodyNew");
    }
    progress.refresh(involvement.getIncident());
    acts.current().fact("wave", number).fact("messages", built);
    return wave;
  }

  private long fill(NotificationWave wave) {
    long built = 0;
    long after = 0;
    List<AffectedPerson> batch = affected.informedAfter(wave.getScope(), after, BATCH);
    while (!batch.isEmpty()) {
      List<String> keys =
          batch.stream().map(AffectedPerson::getPersonKey).filter(Objects::nonNull).toList();
      Set<String> known = new HashSet<>(messages.known(wave.getInvolvement(), keys));
      for (AffectedPerson person : batch) {
        if (person.getPersonKey() == null || known.add(person.getPersonKey())) {
          messages.add(new PersonMessage(wave, person));
          built++;
        }
        after = person.getId();
      }
      messages.flush();
      batch = affected.informedAfter(wave.getScope(), after, BATCH);
    }
    return built;
  }

  /**
   * Starts or goes on.
   *
   * @param noticePublished when the same text was published on the official site
   * @param centreBriefed when the call centre was briefed
   */
  @Requires(Permission.NOTIFICATION_SEND)
  public NotificationWave start(Long waveId, Instant noticePublished, Instant centreBriefed) {
    NotificationWave wave = subject(waveId);
    sender.mustBeKnown();
    wave.start(noticePublished, centreBriefed, acts.caller().id(), clock.instant());
    acts.current().fact("noticeAt", noticePublished).fact("centreBriefedAt", centreBriefed);
    return wave;
  }

  @Requires(Permission.NOTIFICATION_SEND)
  public NotificationWave pause(Long waveId) {
    NotificationWave wave = subject(waveId);
    wave.pause();
    return wave;
  }

  /** Decides for every message of a wave that waits for the same reason. */
  @Requires(Permission.NOTIFICATION_SEND)
  public int decide(Long waveId, Delivery from, HeldFor heldFor, Delivery to, String reason) {
    NotificationWave wave = subject(waveId);
    String why = reason(reason);
    List<PersonMessage> concerned = messages.messages(wave, from, heldFor, MOST_DECIDED);
    concerned.forEach(m -> m.decide(to, why, acts.caller().id(), clock.instant()));
    return decided(wave, from, to, concerned.size());
  }

  /** Decides for one person. */
  @Requires(Permission.NOTIFICATION_SEND)
  public PersonMessage decideOne(Long waveId, Long messageId, Delivery to, String reason) {
    NotificationWave wave = subject(waveId);
    PersonMessage message =
        messages
            .message(wave, messageId)
            .orElseThrow(() -> new NotFoundException("PersonMessage", messageId));
    Delivery from = message.getState();
    message.decide(to, reason(reason), acts.caller().id(), clock.instant());
    decided(wave, from, to, 1);
    return message;
  }

  private int decided(NotificationWave wave, Delivery from, Delivery to, int count) {
    acts.current().fact("from", from).fact("to", to).fact("messages", count);
    duty.follow(wave.getInvolvement());
    progress.refresh(wave.getInvolvement().getIncident());
    return count;
  }

  private static String reason(String reason) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) {
      throw RefusedException.at("reason", "notification.refused.reason");
    }
    if (why.length() > PersonMessage.REASON_MAX) {
      throw RefusedException.at("reason", "notification.refused.tooLong", PersonMessage.REASON_MAX);
    }
    return why;
  }

  private NotificationWave subject(Long waveId) {
    NotificationWave wave = messages.wave(waveId);
    about(wave.getInvolvement());
    acts.current().fact("wave", wave.getNumber());
    return wave;
  }

  private void about(Involvement involvement) {
    Incident incident = involvement.getIncident();
    incident.mustBeOpen();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
  }
}
