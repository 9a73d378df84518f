package fr.vigie.notification;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.InvolvementWithdrawn;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import fr.vigie.investigation.ScopeRepository;
import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Done when every person of every frozen list at high risk is informed, covered by a public notice
 * or exempt, both with a reason. Controllers whose approved risk is not high owe no message (art.
 * 34(1)).
 */
@ApplicationScoped
public class NotificationWorkstream implements Workstream {
  private static final String TAB = "notification";

  @Inject IncidentRepository incidents;
  @Inject ScopeRepository scopes;
  @Inject MessageRepository messages;
  @Inject MessageProposals proposals;

  @Override
  public Step step() {
    return Step.NOTIFICATION;
  }

  @Override
  public Progress progress(Incident incident) {
    List<Involvement> controllers =
        incidents.allInvolvements(incident).stream()
            .filter(Involvement::isController)
            .filter(c -> c.getBreach() != Involvement.Breach.NO)
            .toList();
    List<Involvement> owing = controllers.stream().filter(c -> !owesNothing(c)).toList();
    if (owing.isEmpty()) {
      return controllers.isEmpty() ? Progress.NOT_STARTED : Progress.notConcerned();
    }
    long done = owing.stream().filter(this::isDone).count();
    boolean begun = owing.stream().anyMatch(messages::begun);
    if (done == 0) {
      return new Progress(
          begun ? Progress.State.RUNNING : Progress.State.NOT_STARTED, 0, owing.size());
    }
    return Progress.of(done, owing.size());
  }

  void withdrawn(@Observes InvolvementWithdrawn event) {
    if (messages.begun(event.involvement())) {
      throw RefusedException.at("reason", "notification.refused.withdrawal");
    }
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<Pending> pending = new ArrayList<>();
    for (Involvement controller : incidents.allInvolvements(incident)) {
      boolean breached =
          controller.isController() && controller.getBreach() == Involvement.Breach.YES;
      if (breached && controller.getRisk() == Involvement.Risk.HIGH && !isDone(controller)) {
        pending.add(pending(controller));
      }
      if (controller.isController()) {
        waiting(controller).ifPresent(pending::add);
      }
    }
    pending.addAll(0, proposals.of(incident));
    return pending;
  }

  /** What a wave has still to send goes before the case ends. */
  private Optional<Pending> waiting(Involvement controller) {
    long waiting = messages.waiting(controller);
    Organisation organisation = controller.getOrganisation();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(
            new Pending(
                "notification.pending.sending",
                List.of(organisation.getName(), waiting),
                TAB,
                true,
                organisation));
  }

  private Pending pending(Involvement controller) {
    Organisation organisation = controller.getOrganisation();
    String name = organisation.getName();
    return scopes
        .frozen(controller)
        .map(
            version ->
                new Pending(
                    "notification.pending.untreated",
                    List.of(name, messages.untreated(controller, version.getId())),
                    TAB,
                    true,
                    organisation))
        .orElseGet(
            () ->
                new Pending("notification.pending.noList", List.of(name), TAB, true, organisation));
  }

  private boolean isDone(Involvement controller) {
    return scopes
        .frozen(controller)
        .map(version -> messages.untreated(controller, version.getId()) == 0)
        .orElse(false);
  }

  private static boolean owesNothing(Involvement controller) {
    return controller.getRisk() == Involvement.Risk.NONE
        || controller.getRisk() == Involvement.Risk.RISK;
  }
}
