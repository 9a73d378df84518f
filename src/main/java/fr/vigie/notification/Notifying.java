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
import java.util.Map;

/** Waves: building one from the list in force, starting, pausing, deciding about persons. */
@UseCase
public class Notifying {
  static final int MOST_DECIDED = 10_000;

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
   * The first start of a wave.
   *
   * @param noticePublished when the same text was published on the official site
   * @param centreBriefed when the call centre was briefed
   */
  @Requires(Permission.NOTIFICATION_SEND)
  public NotificationWave start(Long waveId, Instant noticePublished, Instant centreBriefed) {
    NotificationWave wave = subject(waveId);
    SenderAddress.Shown shown = sender.mustBeKnown(wave.getInvolvement().getOrganisation());
    wave.start(noticePublished, centreBriefed, shown, acts.caller().id(), clock.instant());
    acts.current().fact("noticeAt", noticePublished).fact("centreBriefedAt", centreBriefed);
    tell(wave, "notification.journal.wave");
    return wave;
  }

  /** Goes on after a pause, under the same two conditions, said anew. */
  @Requires(Permission.NOTIFICATION_SEND)
  public NotificationWave resume(Long waveId, Instant noticePublished, Instant centreBriefed) {
    NotificationWave wave = subject(waveId);
    SenderAddress.Shown shown = sender.mustBeKnown(wave.getInvolvement().getOrganisation());
    wave.resume(noticePublished, centreBriefed, shown, acts.caller().id(), clock.instant());
    acts.current().fact("noticeAt", noticePublished).fact("centreBriefedAt", centreBriefed);
    tell(wave, "notification.journal.waveResumed");
    return wave;
  }

  @Requires(Permission.NOTIFICATION_SEND)
  public NotificationWave pause(Long waveId) {
    NotificationWave wave = subject(waveId);
    wave.pause();
    tell(wave, "notification.journal.wavePaused");
    return wave;
  }

  private void tell(NotificationWave wave, String key) {
    told.fire(
        new CaseActDone(
            wave.getInvolvement().getIncident(),
            wave.getInvolvement().getOrganisation(),
            key,
            List.of(wave.getNumber()),
            clock.instant()));
  }

  /**
   * What came of a decision.
   *
   * @param messages how many messages it is about
   * @param proposed true when it waits for a second person
   */
  public record Decided(int messages, boolean proposed) {}

  /** Decides for every message of a wave that waits for the same reason. */
  @Requires(Permission.NOTIFICATION_SEND)
  public Decided decide(Long waveId, Delivery from, HeldFor heldFor, Delivery to, String reason) {
    NotificationWave wave = subject(waveId);
    String why = reason(to, reason);
    List<PersonMessage> concerned = messages.messages(wave, from, heldFor, MOST_DECIDED);
    return decided(wave, concerned, to, proposal(from, heldFor, null, concerned.size(), why));
  }

  /** Decides for one person. */
  @Requires(Permission.NOTIFICATION_SEND)
  public Decided decideOne(Long waveId, Long messageId, Delivery to, String reason) {
    NotificationWave wave = subject(waveId);
    PersonMessage message =
        messages
            .message(wave, messageId)
            .orElseThrow(() -> new NotFoundException("PersonMessage", messageId));
    ProposedExemption proposal =
        proposal(message.getState(), null, messageId, 1, reason(to, reason));
    return decided(wave, List.of(message), to, proposal);
  }

  private ProposedExemption proposal(
      Delivery from, HeldFor heldFor, Long messageId, int count, String why) {
    return new ProposedExemption(from, heldFor, messageId, count, why, acts.caller().id())
        .at(clock.instant());
  }

  /** Leaving more than half of a wave without a word waits for a second person (BR-11). */
  private Decided decided(
      NotificationWave wave, List<PersonMessage> concerned, Delivery to, ProposedExemption said) {
    boolean proposed = to == Delivery.EXEMPT && takesTwo(wave, concerned.size());
    acts.current()
        .fact("from", said.getFrom())
        .fact("to", to)
        .fact("messages", concerned.size())
        .fact("proposed", proposed);
    if (proposed) {
      concerned.forEach(m -> m.mustBecome(to));
      wave.propose(said);
    } else {
      concerned.forEach(m -> m.decide(to, said.getReason(), acts.caller().id(), clock.instant()));
      duty.follow(wave.getInvolvement());
    }
    progress.refresh(wave.getInvolvement().getIncident());
    return new Decided(concerned.size(), proposed);
  }

  private boolean takesTwo(NotificationWave wave, int more) {
    Map<Delivery, Long> counts = messages.counts(wave);
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return more > 0
        && ProposedExemption.takesTwo(counts.getOrDefault(Delivery.EXEMPT, 0L) + more, total);
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
