package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reading names of one's own controller; each page is a line of the audit trail (BR-13). */
@UseCase
public class PersonsDisclosure {
  @Inject ScopeRepository scopes;
  @Inject PersonRepository persons;
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

  /**
   * @param number the version wanted; null for the list in force or, while there is none, the draft
   */
  @Requires(Permission.PERSONS_READ)
  public Page<Disclosed> page(Long involvementId, Integer number, Page.Request request) {
    Involvement involvement = affected.subject(involvementId);
    ScopeVersion version = version(involvement, number);
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
  public List<Disclosed> search(Long involvementId, Integer number, PersonSearch search) {
    Involvement involvement = affected.subject(involvementId);
    ScopeVersion version = version(involvement, number);
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

  private ScopeVersion version(Involvement involvement, Integer number) {
    List<ScopeVersion> versions = scopes.versions(involvement);
    return versions.stream()
        .filter(version -> number == null ? version.isFrozen() : version.getNumber() == number)
        .findFirst()
        .or(() -> number == null ? versions.stream().findFirst() : Optional.empty())
        .orElseThrow(() -> new NotFoundException("ScopeVersion", involvement.getId()));
  }
}
