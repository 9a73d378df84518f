package fr.vigie.regime;

import java.util.Optional;

/** Whether a regime applies; nobody knows at first. */
public enum Applicability {
  TO_DETERMINE,
  APPLIES,
  DOES_NOT_APPLY;

  /**
   * Key of what must stand beside a deadline so that nobody takes it for more than it is: the
   * house's own target (pitfall 29), of a regime that may not apply. Empty for a legal deadline
   * that applies.
   */
  public Optional<String> note(boolean internalTarget) {
    boolean undetermined = this == TO_DETERMINE;
    if (internalTarget) {
      return Optional.of(undetermined ? "regime.note.targetUndetermined" : "regime.note.target");
    }
    return undetermined ? Optional.of("regime.note.undetermined") : Optional.empty();
  }
}
