package fr.vigie.investigation;

import fr.vigie.accesslog.NamedPatients;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Erasing a list for good once its case is over: its key is destroyed, and so are its hashes and
 * what the runs over access logs still say of its persons.
 */
@UseCase
public class ScopeErasure {
  @Inject ScopeRepository scopes;
  @Inject PersonRepository persons;
  @Inject DoubleRepository doubles;
  @Inject LinkRepository links;
  @Inject NamedPatients patients;
  @Inject IncidentRepository incidents;
  @Inject Acts acts;
  @Inject Clock clock;

  /** Numbers, decisions and the audit trail stay. */
  @Requires(Permission.SCOPE_FREEZE_APPROVE)
  public void erase(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    Incident incident = involvement.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
    if (!incident.getState().isFinal()) {
      throw new RefusedException("investigation.refused.caseOpen", incident.getReference());
    }
    // logs name patients of controllers that never gave a list, too
    scopes.key(involvement).ifPresent(key -> key.destroy(clock.instant()));
    persons.forgetHashes(involvementId);
    doubles.forgetKeys(involvementId);
    links.forget(involvementId);
    patients.forget(incident, involvement.getOrganisation());
  }
}
