package fr.vigie.incident;

import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Reading cases. */
@UseCase
public class CaseFile {
  @Inject IncidentRepository incidents;
  @Inject CaseProgress progress;

  /** The head of the case page: where are we, and what is to be done now. */
  public record Overview(
      Incident incident, Map<Step, Workstream.Progress> steps, List<Workstream.Pending> pending) {}

  @Requires(Permission.INCIDENT_READ)
  public Page<Incident> find(IncidentRepository.Filter filter, Page.Request request) {
    return incidents.find(filter, request);
  }

  @Requires(Permission.INCIDENT_READ)
  public Incident get(String reference) {
    return incidents.get(reference);
  }

  @Requires(Permission.INCIDENT_READ)
  public Overview overview(String reference) {
    Incident incident = incidents.get(reference);
    return new Overview(incident, progress.steps(incident), progress.pending(incident));
  }

  @Requires(Permission.INCIDENT_READ)
  public List<Involvement> involvements(String reference) {
    return incidents.involvements(incidents.get(reference));
  }

  @Requires(Permission.INCIDENT_READ)
  public List<Awareness> awarenessHistory(Long involvementId) {
    return incidents.awareness(incidents.involvement(involvementId));
  }
}
