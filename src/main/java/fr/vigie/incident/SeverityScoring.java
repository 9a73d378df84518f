package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Scoring each controller's severity by the ENISA method, version after version (BR-14). */
@UseCase
public class SeverityScoring {
  private static final SeverityScale SCALE = SeverityScale.enisa2013();

  @Inject IncidentRepository incidents;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<InvolvementChanged> changed;

  /** The score these answers would have; nothing is kept. */
  @Requires(Permission.INCIDENT_READ)
  public SeverityScore preview(Long involvementId, SeverityInputs inputs) {
    return score(incidents.involvement(involvementId), inputs);
  }

  /** Whether the adjustment leaves the context within 1 to 4. */
  @Requires(Permission.INCIDENT_READ)
  public boolean isPossible(SeverityInputs inputs) {
    return SCALE.allows(inputs.context(), inputs.adjustment());
  }

  /** Versions, newest first. */
  @Requires(Permission.INCIDENT_READ)
  public List<SeverityAssessment> history(Long involvementId) {
    return incidents.severities(incidents.involvement(involvementId));
  }

  /**
   * Keeps a new version and gives its level to the controller's part.
   *
   * @param decision needed when the result is borderline, else may be empty
   */
  @Requires(Permission.SEVERITY_SCORE)
  public SeverityAssessment score(
      Long involvementId, SeverityInputs inputs, String reasons, String decision) {
    Involvement involvement = incidents.involvement(involvementId);
    Incident incident = involvement.getIncident();
    incident.mustBeOpen();
    TimesPolicy.text("reasons", reasons, 1, Incident.REASON_MAX);
    TimesPolicy.text("decision", decision, 0, Incident.REASON_MAX);
    SeverityScore score = score(involvement, inputs);
    if (score.borderline() && decision.isBlank()) {
      throw RefusedException.at("decision", "incident.refused.decisionNeeded");
    }
    int number = incidents.severities(involvement).size() + 1;
    SeverityAssessment version =
        new SeverityAssessment(involvement, number, inputs, score)
            .signed(
                reasons,
                decision.isBlank() ? null : decision,
                acts.caller().id(),
                acts.caller().displayName(),
                clock.instant());
    incidents.add(version);
    involvement.severity(score.level());
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId())
        .fact("score", score.value().toPlainString())
        .fact("level", score.level());
    changed.fire(new InvolvementChanged(involvement));
    return version;
  }

  private static SeverityScore score(Involvement involvement, SeverityInputs inputs) {
    if (!SCALE.allows(inputs.context(), inputs.adjustment())) {
      throw RefusedException.at("adjustment", "incident.refused.adjustment");
    }
    return SCALE.score(inputs, involvement.getPersons());
  }
}
