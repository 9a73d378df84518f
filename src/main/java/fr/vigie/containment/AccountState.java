package fr.vigie.containment;

import java.util.EnumSet;
import java.util.Set;

/**
 * Life of a compromised account (domain.md appendix B, docs/adr/009). The only place that knows the
 * order: suspected, confirmed, said to be blocked, proven blocked, seen open again, given back to
 * its holder; or cleared when it was not compromised after all. What else is done to it (sessions,
 * secret, devices) are steps of their own, in any order.
 */
public enum AccountState {
  SUSPECTED,
  CONFIRMED,
  /** Somebody, or a directory, said that it is blocked; nobody has seen it. */
  CLAIMED,
  /** Seen to be blocked, or a document proves it. */
  BLOCKED,
  /** Said or proven to be blocked, then seen open. */
  REOPENED,
  RESTORED,
  CLEARED;

  /** States that may follow by what a person records. */
  public Set<AccountState> next() {
    return switch (this) {
      case SUSPECTED -> EnumSet.of(CONFIRMED, CLAIMED, BLOCKED, CLEARED);
      case CONFIRMED -> EnumSet.of(CLAIMED, BLOCKED, CLEARED);
      case CLAIMED -> EnumSet.of(CLAIMED, BLOCKED, REOPENED, RESTORED, CLEARED);
      case BLOCKED -> EnumSet.of(CLAIMED, BLOCKED, REOPENED, RESTORED);
      case REOPENED -> EnumSet.of(CLAIMED, BLOCKED, RESTORED);
      case RESTORED -> EnumSet.of(CONFIRMED, CLAIMED, BLOCKED, CLEARED);
      case CLEARED -> EnumSet.of(SUSPECTED, CONFIRMED);
    };
  }

  public boolean canBecome(AccountState wanted) {
    return next().contains(wanted);
  }

  /** It must stay closed: whoever sees it open gives the alarm. */
  public boolean isToStayClosed() {
    return this == CLAIMED || this == BLOCKED || this == REOPENED;
  }

  /**
   * The case needs nothing more for such an account (BR-07).
   *
   * @param wasProven its block was once seen, or proven by a document
   */
  public boolean isDone(boolean wasProven) {
    return this == CLEARED || (wasProven && (this == BLOCKED || this == RESTORED));
  }

  /** Nothing is expected any more. */
  public boolean isSettled() {
    return this == RESTORED || this == CLEARED;
  }
}
