package fr.vigie.notification;

import fr.vigie.incident.FollowUp;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Step;
import fr.vigie.investigation.ScopeFrozen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * A new frozen list after messages were prepared: persons added get theirs prepared by themselves,
 * in a wave that a person other than who froze the list starts, and the controller a task (BR-08).
 */
@ApplicationScoped
class ComplementaryWave {
  @Inject MessageRepository messages;
  @Inject WaveBuilding building;
  @Inject FollowUp followUp;

  void frozen(@Observes ScopeFrozen event) {
    Involvement controller = event.version().getInvolvement();
    if (event.previous() == null || messages.waves(controller).isEmpty()) {
      return;
    }
    building
        .approved(controller)
        .flatMap(template -> building.build(event.version(), template))
        .ifPresent(
            built -> {
              built.wave().preparedItself();
              followUp.lay(
                  controller,
                  Step.NOTIFICATION,
                  "notification.task.complementary",
                  built.wave().getNumber(),
                  built.messages());
            });
  }
}
