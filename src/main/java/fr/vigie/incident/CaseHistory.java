package fr.vigie.incident;

import fr.vigie.audit.AuditEntry;
import fr.vigie.audit.AuditRepository;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Who did what on a case, from the audit trail. Whoever sees only their own organisation's part
 * reads the acts on the case itself and on that part, never those on other controllers; whoever
 * reads no drafts of declarations reads only that one was sent.
 */
@UseCase
public class CaseHistory {
  private static final int MOST = 2_000;
  private static final Set<String> WHOLE_CASE = Set.of("Reporting", "Qualification", "Closing");

  /** Acts on declarations, and those of them by which an authority has something to read. */
  private static final Set<String> DECLARATIONS = Set.of("Declaring", "Signing", "DeclarationFile");

  private static final Set<String> SENT = Set.of("Signing.sent", "Signing.receive");

  @Inject IncidentRepository incidents;
  @Inject AuditRepository audit;
  @Inject Acts acts;

  /** The latest acts, newest first. */
  @Requires(Permission.INCIDENT_READ)
  public List<AuditEntry> acts(String reference) {
    Incident incident = incidents.get(reference);
    return audit.about("incident", incident.getReference(), MOST).stream()
        .filter(line -> mayRead(line, incident))
        .toList();
  }

  /** Every awareness proposal of the parts that the caller sees, newest first. */
  @Requires(Permission.INCIDENT_READ)
  public List<Awareness> clocks(String reference) {
    return incidents.awareness(incidents.involvements(incidents.get(reference)));
  }

  private boolean mayRead(AuditEntry line, Incident incident) {
    return reaches(acts.scope(), line, incident)
        && (!tellsOfADraft(line)
            || reaches(acts.caller().scope(Permission.DECLARATION_DRAFTS), line, incident));
  }

  private boolean reaches(RowScope scope, AuditEntry line, Incident incident) {
    return new IncidentRows(scope, acts.caller().id()).seesWhole(incident)
        || WHOLE_CASE.contains(useCase(line))
        || scope.organisations().stream()
            .anyMatch(own -> line.getFacts().contains("\"controller\":\"" + own + "\""));
  }

  private static boolean tellsOfADraft(AuditEntry line) {
    return DECLARATIONS.contains(useCase(line)) && !SENT.contains(line.getAct());
  }

  private static String useCase(AuditEntry line) {
    return line.getAct().substring(0, line.getAct().indexOf('.'));
  }
}
