package fr.vigie.identity;

import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who stands behind an id, and who works on the cases of a region. Never their addresses. */
@UseCase
public class People {
  private static final List<Role> READERS =
      Arrays.stream(Role.values())
          .filter(role -> role.permissions().contains(Permission.INCIDENT_READ))
          .toList();

  @Inject UserRepository users;

  /** A person and the name shown. */
  public record Person(long id, String name) implements java.io.Serializable {}

  /** Names of people, active or not; an unknown id has none. */
  @Requires(Permission.INCIDENT_READ)
  public Map<Long, String> names(Collection<Long> ids) {
    return users.names(ids);
  }

  /** Active people who may read cases of a region, or of one of the organisations. */
  @Requires(Permission.INCIDENT_READ)
  public List<Person> around(String regionCode, List<Long> organisationIds) {
    return users.holders(READERS, regionCode, organisationIds).stream()
        .map(user -> new Person(user.getId(), user.getDisplayName()))
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }
}
