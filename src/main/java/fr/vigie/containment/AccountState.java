package fr.vigie.containment;

import java.util.EnumSet;
import java.util.Set;

/**
 * Life of a compromised account (domain.md appendix B). The only place that knows the order:
 * suspected, confirmed, blocked, sessions killed, secret reset, restored to its holder; or cleared
 * when it was not compromised after all.
 */
public enum AccountState {
  SUSPECTED,
  CONFIRMED,
  BLOCKED,
  SESSIONS_KILLED,
  RESET,
  RESTORED,
  CLEARED;

  /** States that may follow. Killing sessions and resetting go in any order once blocked. */
  public Set<AccountState> next() {
    return switch (this) {
      case SUSPECTED -> EnumSet.of(CONFIRMED, BLOCKED, CLEARED);
      case CONFIRMED -> EnumSet.of(BLOCKED, CLEARED);
      case BLOCKED -> EnumSet.of(SESSIONS_KILLED, RESET, CLEARED);
      case SESSIONS_KILLED -> EnumSet.of(RESET, RESTORED, CLEARED);
      case RESET -> EnumSet.of(SESSIONS_KILLED, RESTORED);
      case RESTORED -> EnumSet.of(CONFIRMED, BLOCKED);
      case CLEARED -> EnumSet.of(SUSPECTED, CONFIRMED);
    };
  }

  public boolean canBecome(AccountState wanted) {
    return next().contains(wanted);
  }

  /** The thief can no longer open a session with it. */
  public boolean isBlocked() {
    return this == BLOCKED || this == SESSIONS_KILLED || this == RESET;
  }

  /** Nothing is expected any more. */
  public boolean isSettled() {
    return this == RESTORED || this == CLEARED;
  }
}
