package fr.vigie.notification;

import fr.vigie.incident.Involvement;
import fr.vigie.investigation.AffectedPerson;
import fr.vigie.investigation.AffectedPersons;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.Acts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A wave for everybody of a frozen list who has no message of this controller yet (BR-08, BR-09).
 */
@ApplicationScoped
class WaveBuilding {
  private static final int BATCH = 1_000;

  @Inject MessageRepository messages;
  @Inject AffectedPersons affected;
  @Inject Acts acts;
  @Inject Clock clock;

  /** A wave and how many messages it has; at least one. */
  record Built(NotificationWave wave, long messages) {}

  /** The text in force. */
  Optional<MessageTemplate> approved(Involvement controller) {
    return messages.templates(controller).stream().filter(MessageTemplate::isApproved).findFirst();
  }

  /** Empty when everybody has a message already; nothing is kept then. */
  Optional<Built> build(ScopeVersion scope, MessageTemplate template) {
    NotificationWave wave =
        new NotificationWave(
            scope,
            template,
            messages.waves(scope.getInvolvement()).size() + 1,
            acts.caller().id(),
            clock.instant());
    long built = 0;
    long after = 0;
    List<AffectedPerson> batch = affected.informedAfter(scope, after, BATCH);
    while (!batch.isEmpty()) {
      List<String> keys =
          batch.stream().map(AffectedPerson::getPersonKey).filter(Objects::nonNull).toList();
      Set<String> known = new HashSet<>(messages.known(scope.getInvolvement(), keys));
      for (AffectedPerson person : batch) {
        if (person.getPersonKey() == null || known.add(person.getPersonKey())) {
          if (built++ == 0) {
            messages.add(wave);
          }
          messages.add(new PersonMessage(wave, person));
        }
        after = person.getId();
      }
      messages.flush();
      batch = affected.informedAfter(scope, after, BATCH);
    }
    return built == 0 ? Optional.empty() : Optional.of(new Built(wave, built));
  }
}
