package fr.vigie.incident;

import fr.vigie.audit.AuditEntry;
import fr.vigie.audit.AuditRepository;
import fr.vigie.audit.SubjectLines;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who did what on a case, from the audit trail. Whoever sees only their own organisation's part
 * reads the acts on the case itself and on that part, never those on other controllers; whoever
 * reads no drafts of declarations reads only that one was sent.
 */
@UseCase
public class CaseHistory {
  private static final Set<String> WHOLE_CASE = Set.of("Reporting", "Qualification", "Closing");

  /** Acts on declarations, and those of them by which an authority has something to read. */
  private static final Set<String> DECLARATIONS = Set.of("Declaring", "Signing", "DeclarationFile");

  private static final Set<String> SENT = Set.of("Signing.sent", "Signing.receive");

  @Inject IncidentRepository incidents;
  @Inject AuditRepository audit;
  @Inject Acts acts;

  /**
   * Acts on a case, newest first, back to its report.
   *
   * @param useCases classes whose acts are wanted; empty: any
   */
  @Requires(Permission.INCIDENT_READ)
  public Page<AuditEntry> acts(String reference, Set<String> useCases, Page.Request request) {
    return audit.about(lines(incidents.get(reference), useCases), request);
  }

  /** Classes of the acts that {@link #acts} tells of. */
  @Requires(Permission.INCIDENT_READ)
  public Set<String> useCases(String reference) {
    return audit.useCases(lines(incidents.get(reference), Set.of()));
  }

  /** Every awareness proposal of the parts that the caller sees, newest first. */
  @Requires(Permission.INCIDENT_READ)
  public List<Awareness> clocks(String reference) {
    return incidents.awareness(incidents.involvements(incidents.get(reference)));
  }

  private SubjectLines lines(Incident incident, Set<String> useCases) {
    return new SubjectLines(
        "incident",
        incident.getReference(),
        useCases,
        reach(acts.scope(), incident, WHOLE_CASE),
        new SubjectLines.Kept(
            DECLARATIONS,
            SENT,
            reach(acts.caller().scope(Permission.DECLARATION_DRAFTS), incident, Set.of())));
  }

  private SubjectLines.Reach reach(RowScope scope, Incident incident, Set<String> open) {
    return new SubjectLines.Reach(
        new IncidentRows(scope, acts.caller().id()).seesWhole(incident),
        open,
        scope.organisations().stream()
            .map(organisation -> "\"controller\":\"" + organisation + "\"")
            .collect(Collectors.toSet()));
  }
}
