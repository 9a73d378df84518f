package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.platform.Act;

/**
 * What the trail says of each act on a declaration: it is one on its case, in the history of which
 * it stands, and on the controller's part when it declares for one.
 */
final class ActLine {
  private ActLine() {}

  static Act of(Act act, Declaration declaration) {
    Incident incident = declaration.getIncident();
    if (declaration.getInvolvement() != null) {
      act.fact("controller", declaration.getInvolvement().getOrganisation().getId());
    }
    return act.about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("declaration", declaration.getId())
        .fact("authority", declaration.getKind())
        .fact("number", declaration.getNumber());
  }
}
