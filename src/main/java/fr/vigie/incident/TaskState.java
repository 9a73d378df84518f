package fr.vigie.incident;

import java.util.Set;

/** States of a task and the ways between them; the only place that knows the order. */
public enum TaskState {
  TODO,
  DOING,
  DONE,
  DROPPED;

  public boolean canBecome(TaskState next) {
    return switch (this) {
      case TODO -> Set.of(DOING, DONE, DROPPED).contains(next);
      case DOING -> Set.of(TODO, DONE, DROPPED).contains(next);
      case DONE, DROPPED -> next == TODO;
    };
  }

  /** Done, or dropped for a stated reason: what waits for it may go on. */
  public boolean isSettled() {
    return this == DONE || this == DROPPED;
  }
}
