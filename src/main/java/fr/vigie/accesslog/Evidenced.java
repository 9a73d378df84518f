package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessOutcome;

/** What one access proves about the patients that it names (domain.md §8.4), the worst first. */
public enum Evidenced {
  /** In an export, a download or a print. */
  EXFILTRATED,
  /** Their record was opened. */
  VIEWED,
  /** Shown in a result list. */
  LISTED;

  /** Null when it shows nobody's data: a failure, a sign-in. */
  static Evidenced by(AccessAction action, AccessOutcome outcome) {
    if (outcome == AccessOutcome.FAILURE) {
      return null;
    }
    return switch (action) {
      case EXPORT -> EXFILTRATED;
      case VIEW, CHANGE, UNKNOWN -> VIEWED;
      case LIST -> LISTED;
      case LOGIN, LOGOUT, OTHER -> null;
    };
  }
}
