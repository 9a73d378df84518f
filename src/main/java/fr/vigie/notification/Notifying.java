package fr.vigie.notification;

import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.investigation.AffectedPersons;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Waves: building one from the list in force, starting, pausing, deciding about persons. */
@UseCase
public class Notifying {
  private static final int MOST_DECIDED = 10_000;

  @Inject MessageRepository messages;
  @Inject IncidentRepository incidents;
  @Inject AffectedPersons affected;
  @Inject WaveBuilding building;
  @Inject PersonsDuty duty;
  @Inject SenderAddress sender;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /** One message a person who has none of this controller yet (BR-08, BR-09). */
  @Requires(Permission.NOTIFICATION_PREPARE)
  public NotificationWave build(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    about(involvement);
    ScopeVersion scope = affected.frozen(involvement);
    MessageTemplate template =
        building
            .approved(involvement)
            .orElseThrow(() -> new RefusedException("notification.refused.notApproved"));
    WaveBuilding.Built built =
        building
            .build(scope, template)
            .orElseThrow(() -> new RefusedException("notification.refused.nobodyNew"));
    progress.refresh(involvement.getIncident());
    acts.current().fact("wave", built.wave().getNumber()).fact("messages", built.messages());
    return built.wave();
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
    told.fire(
        new CaseActDone(
            wave.getInvolvement().getIncident(),
            wave.getInvolvement().getOrganisation(),
            "notification.journal.wave",
            List.of(wave.getNumber()),
            clock.instant()));
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
    String why = reason(to, reason);
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
    message.decide(to, reason(to, reason), acts.caller().id(), clock.instant());
    decided(wave, from, to, 1);
    return message;
  }

  private int decided(NotificationWave wave, Delivery from, Delivery to, int count) {
    acts.current().fact("from", from).fact("to", to).fact("messages", count);
    duty.follow(wave.getInvolvement());
    progress.refresh(wave.getInvolvement().getIncident());
    return count;
  }

  /** Whoever is told nothing at all is owed a reason that somebody else can judge. */
  private static String reason(Delivery to, String reason) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) {
      throw RefusedException.at("reason", "notification.refused.reason");
    }
    if (to == Delivery.EXEMPT && why.length() < PersonMessage.EXEMPT_REASON_MIN) {
      throw RefusedException.at(
          "reason", "notification.refused.exemptReason", PersonMessage.EXEMPT_REASON_MIN);
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
