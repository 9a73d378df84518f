package fr.vigie.containment.directory;

import java.util.OptionalInt;

/**
 * What one look at an account saw. What the directory cannot tell is unknown, and proves nothing
 * either way.
 *
 * @param flag whether the directory says it may sign in
 * @param secret what became of the probe's secret when tried
 * @param token what became of the probe's token when introspected
 * @param sessions open sessions, offline ones included; empty when they cannot be counted
 */
public record Sight(Seen flag, Seen secret, Seen token, OptionalInt sessions) {
  /** One thing looked at. */
  public enum Seen {
    OPEN,
    CLOSED,
    UNKNOWN
  }

  /** Something lets the thief in still. */
  public boolean isOpen() {
    return flag == Seen.OPEN || secret == Seen.OPEN || token == Seen.OPEN || sessions.orElse(0) > 0;
  }

  /** The directory says it is closed, and nothing that was tried says otherwise. */
  public boolean isProof() {
    return flag == Seen.CLOSED && !isOpen();
  }
}
