package fr.vigie.platform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who acts: a signed-in person, an API token's owner, or the system. A grant ties permissions to
 * rows, so that a right held in one region never works in another.
 *
 * @param id the user's id; 0 for the system and the anonymous caller
 * @param login shown in the audit trail
 * @param grants what may be done, and on which rows
 */
public record Caller(long id, String login, String displayName, List<Grant> grants) {

  /** Permissions that hold on a set of rows. */
  public record Grant(Set<Permission> permissions, RowScope scope) {}

  public static final Caller ANONYMOUS = new Caller(0, "anonymous", "—", List.of());

  public static final Caller SYSTEM =
      new Caller(
          0,
          "system",
          "Vigie",
          List.of(new Grant(EnumSet.allOf(Permission.class), RowScope.EVERYWHERE)));

  public Caller {
    grants = List.copyOf(grants);
  }

  public boolean isSignedIn() {
    return id != 0;
  }

  public boolean may(Permission permission) {
    return permission == Permission.ANYONE
        || permission == Permission.SIGN_IN
        || (permission == Permission.SELF && isSignedIn())
        || grants.stream().anyMatch(grant -> grant.permissions().contains(permission));
  }

  /** The rows on which this permission holds; {@link RowScope#NONE} when it is not held. */
  public RowScope scope(Permission permission) {
    return grants.stream()
        .filter(grant -> grant.permissions().contains(permission))
        .map(Grant::scope)
        .reduce(RowScope.NONE, RowScope::plus);
  }
}
