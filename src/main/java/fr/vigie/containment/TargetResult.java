package fr.vigie.containment;

import fr.vigie.containment.BlockingTarget.State;
import java.util.Optional;

/**
 * What a person reads of one row of a run: how it was found, and once its block is asked for, what
 * became of the account.
 */
public enum TargetResult {
  TO_FIND(State.TO_FIND),
  FOUND(State.FOUND),
  CLOSED_ALREADY(State.CLOSED_ALREADY),
  NOT_FOUND(State.NOT_FOUND),
  UNANSWERED(State.UNANSWERED),
  WRONG(State.WRONG),
  TWICE(State.TWICE),
  LEFT_OUT(State.LEFT_OUT),
  /** Asked for and not done yet, by a machine or by hand. */
  UNDERWAY(null),
  /** A person decides what to do. */
  FAILED(null),
  CLAIMED(null),
  PROVEN(null),
  SEEN_OPEN(null),
  /** Given back or cleared since. */
  SETTLED(null);

  private final State state;

  TargetResult(State state) {
    this.state = state;
  }

  /** The state that it is; empty when it hangs on the account. */
  Optional<State> state() {
    return Optional.ofNullable(state);
  }

  static TargetResult of(BlockingTarget target, boolean failed) {
    return of(
        target.getState(),
        target.getAccount() == null ? null : target.getAccount().getState(),
        failed);
  }

  /**
   * @param account null while it is not asked for
   * @param failed its block was tried and given up
   */
  static TargetResult of(State target, AccountState account, boolean failed) {
    if (target != State.ASKED) {
      return valueOf(target.name());
    }
    return switch (account) {
      case SUSPECTED, CONFIRMED -> failed ? FAILED : UNDERWAY;
      case CLAIMED -> CLAIMED;
      case BLOCKED -> PROVEN;
      case REOPENED -> SEEN_OPEN;
      case RESTORED, CLEARED -> SETTLED;
    };
  }

  /** Nothing more is awaited from a machine, well or badly. */
  public boolean isOver() {
    return ordinal() > UNDERWAY.ordinal();
  }
}
