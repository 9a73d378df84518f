package fr.vigie.containment.directory;

import java.util.EnumSet;
import java.util.Set;

/** What a directory can be asked; what it cannot is done and proven by hand. */
public enum DirectoryAbility {
  DISABLE,
  ENABLE,
  END_SESSIONS,
  RESET_SECRET,
  /** Says how many sessions are open, offline ones included. */
  COUNT_SESSIONS,
  /** A secret can be tried, so that a refusal proves the block. */
  TRY_SECRET,
  /** A token can be asked for and introspected. */
  TRY_TOKEN,
  /** Says which accounts were created or changed between two instants. */
  LIST_CHANGES;

  /** What a kind of directory can be asked, until a test of the connection says more. */
  public static Set<DirectoryAbility> usual(DirectoryKind kind) {
    return switch (kind) {
      case OPENLDAP, ACTIVE_DIRECTORY ->
          EnumSet.of(DISABLE, ENABLE, RESET_SECRET, TRY_SECRET, LIST_CHANGES);
      case SCIM -> EnumSet.of(DISABLE, ENABLE, RESET_SECRET, LIST_CHANGES);
      case KEYCLOAK ->
          EnumSet.of(DISABLE, ENABLE, END_SESSIONS, RESET_SECRET, COUNT_SESSIONS, LIST_CHANGES);
      case MANUAL -> EnumSet.noneOf(DirectoryAbility.class);
    };
  }
}
