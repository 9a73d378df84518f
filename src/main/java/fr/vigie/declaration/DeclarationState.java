package fr.vigie.declaration;

import java.util.Set;

/** Life of a declaration; the only place that knows the order. */
public enum DeclarationState {
  DRAFT,
  /** Submitted for signature. */
  READY,
  /** Signed by another person (BR-11), to be filed on the portal. */
  APPROVED,
  /** Acknowledged by the portal: nothing changes any more. */
  SENT;

  public boolean canBecome(DeclarationState next) {
    return nexts().contains(next);
  }

  private Set<DeclarationState> nexts() {
    return switch (this) {
      case DRAFT -> Set.of(READY);
      case READY -> Set.of(DRAFT, APPROVED);
      case APPROVED -> Set.of(DRAFT, SENT);
      case SENT -> Set.of();
    };
  }
}
