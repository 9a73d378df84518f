package fr.vigie.incident;

import fr.vigie.identity.People;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.ReferenceRepository;
import fr.vigie.reference.Region;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reading cases. */
@UseCase
public class CaseFile {
  private static final int MOST_ORGANISATIONS = 20;

  @Inject Acts acts;
  @Inject IncidentRepository incidents;
  @Inject CaseListRepository lists;
  @Inject CaseProgress progress;
  @Inject Audiences audiences;

  @Inject People people;
  @Inject ReferenceRepository reference;

  /**
   * The head of the case page: where are we, and what is to be done now.
   *
   * @param severity the highest of the controllers' parts that the caller sees (BR-14), or null
   * @param mergedInto reference of the case kept in place of this one, or null
   * @param doubles references of the cases that this one is kept in place of
   */
  public record Overview(
      Incident incident,
      Map<Step, Workstream.Progress> steps,
      List<Workstream.Pending> pending,
      SeverityLevel severity,
      String mergedInto,
      List<String> doubles) {}

  @Requires(Permission.INCIDENT_READ)
  public Page<Incident> find(IncidentRepository.Filter filter, Page.Request request) {
    return lists.find(filter, request);
  }

  @Requires(Permission.INCIDENT_READ)
  public Incident get(String reference) {
    return incidents.get(reference);
  }

  @Requires(Permission.INCIDENT_READ)
  public Overview overview(String reference) {
    Incident incident = incidents.get(reference);
    return new Overview(
        incident,
        progress.steps(incident),
        progress.pendingFor(incident, incidents::rowsToRead),
        incidents.involvements(incident).stream()
            .map(Involvement::getSeverityLevel)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        mergedInto(incident),
        incidents.doubles(incident));
  }

  /** Null also when the other case is not the caller's to see. */
  private String mergedInto(Incident incident) {
    return incident.getMergedIntoId() == null
        ? null
        : incidents.find(incident.getMergedIntoId()).map(Incident::getReference).orElse(null);
  }

  @Requires(Permission.INCIDENT_READ)
  public List<Involvement> involvements(String reference) {
    return incidents.involvements(incidents.get(reference));
  }

  @Requires(Permission.INCIDENT_READ)
  public Involvement involvement(Long id) {
    return incidents.involvement(id);
  }

  @Requires(Permission.INCIDENT_READ)
  public List<Awareness> awarenessHistory(Long involvementId) {
    return incidents.awareness(incidents.involvement(involvementId));
  }

  /** People to whom the case may be handed, or who may be named on it. */
  @Requires(Permission.INCIDENT_READ)
  public List<People.Person> around(String reference) {
    Incident incident = incidents.get(reference);
    return people.around(
        incident.getRegion().getCode(),
        incidents.involvements(incident).stream().map(v -> v.getOrganisation().getId()).toList());
  }

  /** For whom the caller may write on the case. */
  @Requires(Permission.INCIDENT_READ)
  public Audiences.Choices audiences(String reference) {
    return audiences.choices(incidents.get(reference));
  }

  /** Organisations that a case of this region may involve, by name or identifier. */
  @Requires(Permission.INCIDENT_READ)
  public List<Organisation> organisations(String reference, String text) {
    Incident incident = incidents.get(reference);
    return text == null || text.isBlank()
        ? List.of()
        : incidents.organisations(text.strip(), incident.getRegion(), MOST_ORGANISATIONS);
  }

  /** Regions that can be filtered by. */
  @Requires(Permission.INCIDENT_READ)
  public List<Region> regions() {
    RowScope scope = acts.scope();
    return reference.regions().stream()
        .filter(
            region ->
                scope.everywhere()
                    || !scope.organisations().isEmpty()
                    || scope.regions().contains(region.getCode()))
        .toList();
  }
}
