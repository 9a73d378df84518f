package fr.vigie.investigation;

import fr.vigie.identity.UserRepository;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Permission;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scope is done when every controller with a breach has a frozen list. */
@ApplicationScoped
public class ScopeWorkstream implements Workstream {
  private static final String TAB = "scope";

  @Inject IncidentRepository incidents;
  @Inject ScopeRepository scopes;
  @Inject UserRepository users;

  @Override
  public Step step() {
    return Step.SCOPE;
  }

  @Override
  public Progress progress(Incident incident) {
    List<Involvement> controllers = controllers(incident);
    List<Involvement> breached = breached(controllers);
    boolean allClear =
        !controllers.isEmpty()
            && controllers.stream().allMatch(c -> c.getBreach() == Involvement.Breach.NO);
    if (allClear) {
      return Progress.notConcerned();
    }
    long undetermined =
        controllers.stream().filter(c -> c.getBreach() == Involvement.Breach.TO_DETERMINE).count();
    long frozen = breached.stream().filter(c -> scopes.frozen(c).isPresent()).count();
    boolean begun = controllers.stream().anyMatch(scopes::begun);
    long total = breached.size() + undetermined;
    return frozen == 0 && begun
        ? new Progress(Progress.State.RUNNING, 0, total)
        : frozen == 0
            ? new Progress(Progress.State.NOT_STARTED, 0, total)
            : Progress.of(frozen, total);
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<Pending> pending = new ArrayList<>();
    for (Involvement controller : breached(controllers(incident))) {
      Optional<ScopeVersion> frozen = scopes.frozen(controller);
      Optional<ScopeVersion> newest = scopes.newest(controller);
      Organisation organisation = controller.getOrganisation();
      if (newest.isPresent() && newest.get().getState() == ScopeVersion.State.PROPOSED) {
        pending.add(toApprove(newest.get()));
      } else if (newest.isPresent() && !newest.get().isFrozen()) {
        boolean doubtful = newest.get().getFigures().getCandidates() > 0;
        String key = doubtful ? "investigation.pending.doubts" : "investigation.pending.propose";
        pending.add(
            item(key, organisation, true)
                .at(controller.getId(), "propose", Permission.SCOPE_FREEZE_PROPOSE));
      } else if (frozen.isEmpty()) {
        pending.add(
            item("investigation.pending.list", organisation, true)
                .at(controller.getId(), null, Permission.SCOPE_IMPORT));
      }
      if (frozen.isPresent() && frozen.get().isComplementDue()) {
        pending.add(
            item("investigation.pending.complement", organisation, true)
                .at(controller.getId(), "complement", Permission.DECLARATION_PREPARE));
      }
    }
    return pending;
  }

  private Pending toApprove(ScopeVersion version) {
    Involvement part = version.getInvolvement();
    Organisation controller = part.getOrganisation();
    Long author = version.getProposedBy();
    String name = users.names(List.of(author)).getOrDefault(author, "—");
    return new Pending(
            "investigation.decision.list",
            List.of(controller.getName(), version.getNumber(), name),
            TAB,
            true,
            controller)
        .at(part.getId(), "approve", Permission.SCOPE_FREEZE_APPROVE)
        .notBy(author);
  }

  private static Pending item(String key, Organisation controller, boolean blocks) {
    return new Pending(key, List.of(controller.getName()), TAB, blocks, controller);
  }

  private List<Involvement> controllers(Incident incident) {
    return incidents.allInvolvements(incident).stream().filter(Involvement::isController).toList();
  }

  private static List<Involvement> breached(List<Involvement> controllers) {
    return controllers.stream().filter(c -> c.getBreach() == Involvement.Breach.YES).toList();
  }
}
