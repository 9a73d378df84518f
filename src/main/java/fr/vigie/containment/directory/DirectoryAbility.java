package fr.vigie.containment.directory;

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
  LIST_CHANGES
}
