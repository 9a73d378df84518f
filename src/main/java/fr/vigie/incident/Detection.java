package fr.vigie.incident;

import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * The first workstream: qualified, controllers known, each one's awareness settled (§5.2 step 1).
 */
@ApplicationScoped
public class Detection implements Workstream {
  @Inject IncidentRepository incidents;

  @Override
  public Step step() {
    return Step.DETECTION;
  }

  @Override
  public Progress progress(Incident incident) {
    List<Involvement> controllers = controllers(incident);
    long settled =
        controllers.stream().filter(v -> v.getBreach() != Involvement.Breach.TO_DETERMINE).count();
    long done = (incident.isQualified() ? 1 : 0) + settled;
    return Progress.of(done, 1L + Math.max(1, controllers.size()));
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<Pending> pending = new ArrayList<>();
    if (!incident.isQualified()) {
      pending.add(new Pending("incident.pending.qualify", List.of(), "summary", true));
    }
    List<Involvement> controllers = controllers(incident);
    if (controllers.isEmpty()) {
      pending.add(new Pending("incident.pending.noController", List.of(), "controllers", true));
    }
    for (Involvement involvement : controllers) {
      Organisation organisation = involvement.getOrganisation();
      if (involvement.getBreach() == Involvement.Breach.TO_DETERMINE) {
        pending.add(about("incident.pending.awareness", organisation));
      } else if (involvement.getBreach() == Involvement.Breach.YES
          && involvement.getRisk() == Involvement.Risk.TO_DECIDE) {
        pending.add(about("incident.pending.risk", organisation));
      }
    }
    return pending;
  }

  private static Pending about(String key, Organisation controller) {
    return new Pending(key, List.of(controller.getName()), "controllers", true, controller);
  }

  private List<Involvement> controllers(Incident incident) {
    return incidents.allInvolvements(incident).stream().filter(Involvement::isController).toList();
  }
}
