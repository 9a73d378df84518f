package fr.vigie.investigation;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.NotPermittedException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The one way to a name. Opens rows for acts that may read names, and for the controller's own
 * people only: neither a region nor the lead of a case sees another controller's patients (BR-12).
 */
@ApplicationScoped
public class AffectedPersons {
  private static final Set<Permission> MAY_READ =
      Set.of(Permission.PERSONS_READ, Permission.NOTIFICATION_SEND, Permission.SYSTEM);

  @Inject ScopeRepository scopes;
  @Inject PersonRepository persons;
  @Inject ScopeKeys keys;
  @Inject IncidentRepository incidents;
  @Inject Acts acts;

  /**
   * The controller whose names an act is about to read, said in its audit line.
   *
   * @throws NotFoundException when it is not the caller's own
   */
  Involvement subject(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    Incident incident = involvement.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
    mustBeOwn(involvement);
    return involvement;
  }

  /** The list in force. */
  public ScopeVersion frozen(Involvement involvement) {
    return scopes
        .frozen(involvement)
        .orElseThrow(() -> new NotFoundException("ScopeVersion", involvement.getId()));
  }

  /** Persons to be told, each once, in the order of ids; no name is opened. */
  public List<AffectedPerson> informedAfter(ScopeVersion version, long afterId, int most) {
    return persons.informedAfter(version, afterId, most);
  }

  /** One person of a version; no name is opened. */
  public AffectedPerson person(ScopeVersion version, Long id) {
    return persons.person(version, id);
  }

  /** Opens rows of one controller. */
  public Function<AffectedPerson, PersonIdentity> names(Involvement involvement) {
    mustBeOwn(involvement);
    ListSeal seal = keys.seal(involvement);
    return person -> person.identity(seal);
  }

  /**
   * Proof of a text that names a person: keyed, so that who guesses the text and the name confirms
   * nothing by it.
   */
  public String fingerprint(Involvement involvement, String text) {
    return keys.seal(involvement).hash("message", text);
  }

  void mustBeOwn(Involvement involvement) {
    Permission permission = acts.current().permission();
    if (!MAY_READ.contains(permission)) {
      throw new NotPermittedException(permission);
    }
    RowScope scope = acts.scope();
    Long organisation = involvement.getOrganisation().getId();
    if (!scope.everywhere() && !scope.organisations().contains(organisation)) {
      throw new NotFoundException("Involvement", involvement.getId());
    }
  }
}
