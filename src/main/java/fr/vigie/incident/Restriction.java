package fr.vigie.incident;

import fr.vigie.identity.People;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Closing a case to all but named people. Whoever acts is always among them. */
@UseCase
public class Restriction {
  @Inject IncidentRepository incidents;
  @Inject CaseFile files;
  @Inject People people;
  @Inject Acts acts;

  /** The people named on the case, by name. */
  @Requires(Permission.INCIDENT_READ)
  public List<People.Person> named(String reference) {
    List<Long> ids =
        incidents.people(incidents.get(reference)).stream().map(CasePerson::getUserId).toList();
    return people.names(ids).entrySet().stream()
        .map(entry -> new People.Person(entry.getKey(), entry.getValue()))
        .sorted(java.util.Comparator.comparing(People.Person::name))
        .toList();
  }

  /** From now on only the named people see the case; the caller and the owner are named. */
  @Requires(Permission.INCIDENT_RESTRICT)
  public Incident restrict(String reference) {
    Incident incident = subject(reference);
    Set<Long> wanted = new HashSet<>(Set.of(acts.caller().id()));
    if (incident.getOwnerId() != null) {
      wanted.add(incident.getOwnerId());
    }
    wanted.forEach(id -> add(incident, id));
    incident.restrict(true);
    acts.current().fact("restricted", true);
    return incident;
  }

  @Requires(Permission.INCIDENT_RESTRICT)
  public Incident lift(String reference) {
    Incident incident = subject(reference);
    incident.restrict(false);
    acts.current().fact("restricted", false);
    return incident;
  }

  @Requires(Permission.INCIDENT_RESTRICT)
  public Incident name(String reference, long userId) {
    Incident incident = subject(reference);
    if (files.around(reference).stream().noneMatch(person -> person.id() == userId)) {
      throw RefusedException.at("person", "incident.refused.notAround");
    }
    add(incident, userId);
    acts.current().fact("named", userId);
    return incident;
  }

  @Requires(Permission.INCIDENT_RESTRICT)
  public Incident remove(String reference, long userId) {
    Incident incident = subject(reference);
    if (userId == acts.caller().id()) {
      throw new RefusedException("incident.refused.ownName");
    }
    incidents.people(incident).stream()
        .filter(person -> person.getUserId() == userId)
        .forEach(incidents::remove);
    acts.current().fact("removed", userId);
    return incident;
  }

  private void add(Incident incident, long userId) {
    if (incidents.people(incident).stream().noneMatch(p -> p.getUserId() == userId)) {
      incidents.add(new CasePerson(incident, userId));
    }
  }

  private Incident subject(String reference) {
    Incident incident = incidents.get(reference);
    acts.current().about("incident", incident.getReference(), incident.getRegion().getCode());
    return incident;
  }
}
