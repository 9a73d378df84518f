package fr.vigie.it;

import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Callers of the server tests: more rights than any role gives, on the rows that are told. */
final class People {
  private static final Set<Permission> ALL =
      EnumSet.complementOf(EnumSet.of(Permission.NOBODY, Permission.SYSTEM));

  private People() {}

  static Caller everythingOn(long id, RowScope rows) {
    return with(id, rows, ALL);
  }

  static Caller with(long id, RowScope rows, Set<Permission> permissions) {
    return new Caller(
        id, "essai-" + id, "Essai " + id, List.of(new Caller.Grant(permissions, rows)));
  }
}
