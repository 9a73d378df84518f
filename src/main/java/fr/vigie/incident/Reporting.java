package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.ReferenceRepository;
import fr.vigie.reference.Region;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Opening a case with very little, and finding the one that is open already. */
@UseCase
public class Reporting {
  private static final Duration NEAR = Duration.ofDays(14);
  private static final int MOST_HINTS = 5;

  @Inject IncidentRepository incidents;
  @Inject ReferenceRepository reference;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<IncidentReported> reported;

  /**
   * Opens a case; region, title and first signal are enough, everything else may come later.
   *
   * @param leadOrganisationId who runs the case; may be null (then whoever may see the region)
   * @throws RefusedException when the region is not the caller's, or a text or time is wrong
   */
  @Requires(Permission.INCIDENT_REPORT)
  public Incident report(String regionCode, Long leadOrganisationId, Facts facts) {
    Region region = reference.region(regionCode);
    Organisation lead = reference.findOrganisation(leadOrganisationId).orElse(null);
    mustBeOwn(region, lead);
    Instant now = clock.instant();
    int year = now.atZone(region.zone()).getYear();
    String prefix = region.getReferencePrefix();
    Incident incident =
        new Incident(
            new IncidentReference(prefix, year, incidents.nextNumber(prefix, year)),
            region,
            facts.title(),
            now,
            acts.caller().id());
    incident.describe(facts, now);
    incident.ledBy(lead);
    incidents.add(incident);
    acts.current().about("incident", incident.getReference(), region.getCode());
    reported.fire(new IncidentReported(incident));
    progress.refresh(incident);
    return incident;
  }

  /**
   * What the intake offers.
   *
   * @param regions where the caller may open a case, the own one first
   * @param leads organisations that may run it
   */
  public record Choices(List<Region> regions, List<Organisation> leads) {}

  /** Regions and lead organisations among which this caller may choose. */
  @Requires(Permission.INCIDENT_READ)
  public Choices choices() {
    RowScope scope = acts.caller().scope(Permission.INCIDENT_REPORT);
    List<Organisation> leads = incidents.leads(scope);
    Set<String> codes = new HashSet<>(scope.regions());
    leads.stream()
        .filter(lead -> scope.organisations().contains(lead.getId()) && lead.getRegion() != null)
        .forEach(lead -> codes.add(lead.getRegion().getCode()));
    return new Choices(
        reference.regions().stream()
            .filter(region -> scope.everywhere() || codes.contains(region.getCode()))
            .toList(),
        leads);
  }

  /** The zone in which a region's times are read and shown. */
  @Requires(Permission.INCIDENT_READ)
  public ZoneId zoneOf(String regionCode) {
    return reference.region(regionCode).zone();
  }

  private void mustBeOwn(Region region, Organisation lead) {
    RowScope scope = acts.scope();
    boolean ownRegion = scope.everywhere() || scope.regions().contains(region.getCode());
    boolean ownOrganisation =
        lead != null
            && scope.organisations().contains(lead.getId())
            && region.getCode().equals(lead.getRegionCode());
    if (!ownRegion && !ownOrganisation) {
      throw RefusedException.at("region", "incident.refused.notYourRegion");
    }
  }

  /** Cases that may tell of the same event, newest first. */
  @Requires(Permission.INCIDENT_READ)
  public List<Incident> similar(String incidentReference) {
    Incident incident = incidents.get(incidentReference);
    Instant created = incident.getCreatedAt();
    return incidents.similar(incident, created.minus(NEAR), created.plus(NEAR), MOST_HINTS);
  }
}
