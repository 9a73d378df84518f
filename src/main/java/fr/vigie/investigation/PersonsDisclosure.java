package fr.vigie.investigation;

import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;

/** Reading names of one's own controller; each page is a line of the audit trail (BR-13). */
@UseCase
public class PersonsDisclosure {
  @Inject ScopeRepository scopes;
  @Inject PersonRepository persons;
  @Inject IncidentRepository incidents;
  @Inject AffectedPersons affected;
  @Inject ScopeKeys keys;
  @Inject Acts acts;

  /** A row with its name. */
  public record Disclosed(AffectedPerson row, PersonIdentity identity) {
    @Override
    public String toString() {
      return "Disclosed[" + row.getId() + "]";
    }
  }

  @Requires(Permission.PERSONS_READ)
  public Page<Disclosed> page(Long involvementId, Page.Request request) {
    Involvement involvement = subject(involvementId);
    ScopeVersion version = newest(involvement);
    var names = affected.names(involvement);
    Page<Disclosed> page =
        persons.page(version, request).map(row -> new Disclosed(row, names.apply(row)));
    acts.current()
        .fact("version", version.getNumber())
        .fact("first", request.first())
        .fact("rows", page.rows().size());
    return page;
  }

  /** Exact search; what was searched for is written nowhere. */
  @Requires(Permission.PERSONS_READ)
  public List<Disclosed> search(Long involvementId, PersonSearch search) {
    Involvement involvement = subject(involvementId);
    ScopeVersion version = newest(involvement);
    var names = affected.names(involvement);
    String hash = search.hash(keys.seal(involvement), involvement.getOrganisation().getId());
    List<Disclosed> found =
        persons.withHash(version, search.by(), hash).stream()
            .map(row -> new Disclosed(row, names.apply(row)))
            .toList();
    acts.current()
        .fact("version", version.getNumber())
        .fact("searchBy", search.by())
        .fact("rows", found.size());
    return found;
  }

  private Involvement subject(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    acts.current()
        .about(
            "incident",
            involvement.getIncident().getReference(),
            involvement.getIncident().getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
    affected.mustBeOwn(involvement);
    return involvement;
  }

  private ScopeVersion newest(Involvement involvement) {
    return scopes.versions(involvement).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("ScopeVersion", involvement.getId()));
  }
}
