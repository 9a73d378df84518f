package fr.vigie.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The acts running on this thread, innermost first. The {@link Requires} interceptor opens and
 * closes them; repositories ask {@link #scope()}, which is empty outside an act, so that a query
 * made from nowhere finds nothing.
 */
@ApplicationScoped
public class Acts {
  private final ThreadLocal<Deque<Act>> running = ThreadLocal.withInitial(ArrayDeque::new);
  private final ThreadLocal<Caller> assumed = new ThreadLocal<>();

  public void open(Act act) {
    running.get().push(act);
  }

  public void close() {
    Deque<Act> acts = running.get();
    acts.pop();
    if (acts.isEmpty()) {
      running.remove();
    }
  }

  /** The innermost act. */
  public Act current() {
    Act act = running.get().peek();
    if (act == null) {
      throw new IllegalStateException("No act is running: call a use case");
    }
    return act;
  }

  /** True while an act runs on this thread. */
  public boolean isRunning() {
    return !running.get().isEmpty();
  }

  public Caller caller() {
    return current().caller();
  }

  /** Rows of the innermost act; nothing outside an act. */
  public RowScope scope() {
    Act act = running.get().peek();
    return act == null ? RowScope.NONE : act.scope();
  }

  /** The caller a job has taken on this thread, if any. */
  public Optional<Caller> assumedCaller() {
    return Optional.ofNullable(assumed.get());
  }

  /** Runs work of the software itself (jobs, start-up) with the system's rights. */
  public <T> T asSystem(Supplier<T> work) {
    return as(Caller.SYSTEM, work);
  }

  /** Runs work as a given caller, e.g. a job that continues what a person began. */
  public <T> T as(Caller caller, Supplier<T> work) {
    Caller before = assumed.get();
    assumed.set(caller);
    try {
      return work.get();
    } finally {
      if (before == null) {
        assumed.remove();
      } else {
        assumed.set(before);
      }
    }
  }
}
