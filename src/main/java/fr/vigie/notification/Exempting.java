package fr.vigie.notification;

import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The second person for leaving more than half of a wave without any word (BR-11). */
@UseCase
public class Exempting {
  @Inject MessageRepository messages;
  @Inject PersonsDuty duty;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  /** Decides what another person proposed; refused when other messages stand so by now. */
  @Requires(Permission.NOTIFICATION_APPROVE)
  public NotificationWave approve(Long waveId, String seen) {
    NotificationWave wave = subject(waveId);
    ProposedExemption proposed = proposed(wave);
    wave.mustBeAsSeen(seen);
    proposed.mustBeOfAnother(acts.caller().id());
    List<PersonMessage> concerned = messages.concerned(wave, proposed);
    if (concerned.size() != proposed.getCount()) {
      throw new RefusedException("notification.refused.exemptionOther", proposed.getCount());
    }
    concerned.forEach(
        m -> m.decide(Delivery.EXEMPT, proposed.getReason(), acts.caller().id(), clock.instant()));
    acts.current().fact("messages", concerned.size()).fact("proposedBy", proposed.getProposedBy());
    wave.settleExemption();
    duty.follow(wave.getInvolvement());
    progress.refresh(wave.getInvolvement().getIncident());
    return wave;
  }

  /** Drops the proposal; the messages wait for another decision. */
  @Requires(Permission.NOTIFICATION_SEND)
  public NotificationWave withdraw(Long waveId) {
    NotificationWave wave = subject(waveId);
    acts.current().fact("messages", proposed(wave).getCount());
    wave.settleExemption();
    return wave;
  }

  private static ProposedExemption proposed(NotificationWave wave) {
    return wave.exemption()
        .orElseThrow(() -> new RefusedException("notification.refused.noExemption"));
  }

  private NotificationWave subject(Long waveId) {
    NotificationWave wave = messages.wave(waveId);
    Incident incident = wave.getInvolvement().getIncident();
    incident.mustBeOpen();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", wave.getInvolvement().getOrganisation().getId())
        .fact("wave", wave.getNumber());
    return wave;
  }
}
