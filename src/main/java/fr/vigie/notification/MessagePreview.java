package fr.vigie.notification;

import fr.vigie.investigation.AffectedPerson;
import fr.vigie.investigation.AffectedPersons;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;

/** One person's message as it would leave; each look is a line of the audit trail. */
@UseCase
public class MessagePreview {
  @Inject MessageRepository messages;
  @Inject AffectedPersons affected;
  @Inject CaseFacts facts;
  @Inject Acts acts;

  @Requires(Permission.PERSONS_READ)
  public MergedMessage of(Long waveId, Long messageId) {
    NotificationWave wave = messages.wave(waveId);
    PersonMessage message =
        messages
            .message(wave, messageId)
            .orElseThrow(() -> new NotFoundException("PersonMessage", messageId));
    var incident = wave.getInvolvement().getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("wave", wave.getNumber())
        .fact("message", messageId);
    var names = affected.names(wave.getInvolvement());
    AffectedPerson person = affected.person(wave.getScope(), message.getPersonId());
    return Merging.merge(
        wave.getTemplate(), facts.of(wave.getInvolvement()), person, names.apply(person));
  }
}
