package fr.vigie.investigation;

import fr.vigie.accesslog.NamedPatients;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reading how far the lists are: numbers only, never a name. */
@UseCase
public class ScopeFile {
  private static final int UPLOADS_SHOWN = 20;

  @Inject ScopeRepository scopes;
  @Inject Acts acts;
  @Inject IncidentRepository incidents;
  @Inject NamedPatients patients;

  /**
   * One controller's lists.
   *
   * @param versions newest first
   * @param uploads newest first
   */
  public record Part(
      Involvement involvement, List<ScopeVersion> versions, List<ScopeUpload> uploads) {

    /** The version that is worked on or in force; null without any. */
    public ScopeVersion getCurrent() {
      return versions.isEmpty() ? null : versions.get(0);
    }

    public ScopeVersion getFrozen() {
      return versions.stream().filter(ScopeVersion::isFrozen).findFirst().orElse(null);
    }
  }

  /** The parts of a case that the caller may see, processors left out. */
  @Requires(Permission.SCOPE_READ)
  public List<Part> parts(String reference) {
    Incident incident = incidents.get(reference);
    return incidents.involvements(incident).stream()
        .filter(Involvement::isController)
        .map(this::part)
        .toList();
  }

  @Requires(Permission.SCOPE_READ)
  public Part part(Long involvementId) {
    return part(incidents.involvement(involvementId));
  }

  /**
   * How the persons of the list in hand were found, when the access logs named them; empty when no
   * file of it was joined with them.
   */
  @Requires(Permission.SCOPE_READ)
  public Optional<NamedPatients.Explained> byLogs(Long involvementId, Locale locale) {
    Involvement involvement = incidents.involvement(involvementId);
    Long version = scopes.versions(involvement).stream().map(v -> v.getId()).findFirst().orElse(0L);
    return scopes.uploads(involvement, UPLOADS_SHOWN).stream()
        .filter(upload -> upload.getLogRunId() != null)
        .filter(upload -> version.equals(upload.getScopeVersionId()))
        .findFirst()
        .map(u -> patients.explained(involvement.getIncident(), u.getLogRunId(), locale));
  }

  /** Whether the caller proposed the proposed list, or imported into it. */
  @Requires(Permission.SCOPE_READ)
  public boolean isOfHand(Long involvementId) {
    long caller = acts.caller().id();
    return scopes
        .version(incidents.involvement(involvementId), ScopeVersion.State.PROPOSED)
        .filter(it -> it.getProposedBy() == caller || scopes.imported(it, caller))
        .isPresent();
  }

  private Part part(Involvement involvement) {
    return new Part(
        involvement, scopes.versions(involvement), scopes.uploads(involvement, UPLOADS_SHOWN));
  }
}
