package fr.vigie.investigation;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.investigation.PersonsDisclosure.Disclosed;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Persons of a controller's list in force who stand in another controller's too, in the same case
 * or in another one (BR-09). A side learns how many, and of each its own row; never the other's
 * name, organisation, region or row.
 */
@UseCase
public class SharedPersons {
  @Inject ScopeRepository scopes;
  @Inject LinkRepository links;
  @Inject AffectedPersons affected;
  @Inject IncidentRepository incidents;
  @Inject Acts acts;
  @Inject Clock clock;

  /**
   * How many persons of a list stand in others.
   *
   * @param inCase persons also in another controller's list of the case
   * @param inCaseToCheck persons who may be
   */
  public record Overlap(long inCase, long inCaseToCheck, long elsewhere, long elsewhereToCheck) {
    public boolean isNone() {
      return inCase + inCaseToCheck + elsewhere + elsewhereToCheck == 0;
    }
  }

  /**
   * One link, from one side.
   *
   * @param own the side's row; null when the list has it no more
   * @param said what this side said; null is nothing
   */
  public record Shared(PersonLink link, Disclosed own, boolean sameCase, Verdict said) {
    @Override
    public String toString() {
      return "Shared[" + link.getId() + "]";
    }
  }

  /** Numbers only. */
  @Requires(Permission.SCOPE_READ)
  public Overlap numbers(Long involvementId) {
    Involvement part = incidents.involvement(involvementId);
    List<PersonLink> near = links.among(part, true);
    List<PersonLink> far = links.among(part, false);
    return new Overlap(
        persons(part, near, true),
        persons(part, near, false),
        persons(part, far, true),
        persons(part, far, false));
  }

  /** Each once, in however many lists they stand. */
  private static long persons(Involvement part, List<PersonLink> links, boolean same) {
    return links.stream()
        .filter(link -> !link.isUndone() && link.isSame() == same)
        .map(link -> link.key(part))
        .distinct()
        .count();
  }

  /** How many persons the lists of a case name together, as far as the caller sees them. */
  @Requires(Permission.SCOPE_READ)
  public DistinctPersons distinct(String reference) {
    Incident incident = incidents.get(reference);
    return links.distinct(
        incidents.involvements(incident).stream().filter(Involvement::isController).toList());
  }

  /** The same over all open cases; a number, no row (BR-12). */
  @Requires(Permission.NATIONAL_READ)
  public DistinctPersons national() {
    return links.national().orElseThrow(() -> new NotFoundException("DistinctPersons", "national"));
  }

  /** The side's own persons who are linked. */
  @Requires(Permission.PERSONS_READ)
  public Page<Shared> page(Long involvementId, Page.Request request) {
    Involvement part = affected.subject(involvementId);
    var frozen = scopes.frozen(part);
    if (frozen.isEmpty()) {
      return new Page<>(List.of(), 0);
    }
    var names = affected.names(part);
    Page<Shared> page =
        links
            .of(part, request)
            .map(
                link ->
                    new Shared(
                        link,
                        links
                            .row(frozen.get(), link)
                            .map(row -> new Disclosed(row, names.apply(row)))
                            .orElse(null),
                        links.isOfCase(part, link),
                        link.said(part)));
    acts.current().fact("first", request.first()).fact("rows", page.rows().size());
    return page;
  }

  /** Says what this side knows of a link; the other side keeps its own word. */
  @Requires(Permission.PERSONS_READ)
  public void say(Long involvementId, Long linkId, Verdict verdict) {
    said(involvementId, linkId, verdict);
  }

  /** Takes this side's word back. */
  @Requires(Permission.PERSONS_READ)
  public void takeBack(Long involvementId, Long linkId) {
    said(involvementId, linkId, null);
  }

  private void said(Long involvementId, Long linkId, Verdict verdict) {
    Involvement part = affected.subject(involvementId);
    part.getIncident().mustBeOpen();
    PersonLink link = links.get(part, linkId);
    link.say(part, verdict, acts.caller().id(), clock.instant());
    acts.current().fact("link", linkId).fact("verdict", verdict == null ? "-" : verdict.name());
  }
}
