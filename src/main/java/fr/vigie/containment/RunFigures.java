package fr.vigie.containment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param counts rows by result; results without a row are left out
 * @param left how long it still takes at the pace so far; empty while that cannot be said
 */
public record RunFigures(BlockingRun run, Map<TargetResult, Long> counts, Optional<Duration> left) {
  /** Fewer tell no pace. */
  private static final long ENOUGH = 10;

  static RunFigures of(BlockingRun run, Map<TargetResult, Long> counts, Instant now) {
    RunFigures figures = new RunFigures(run, counts, Optional.empty());
    return new RunFigures(run, counts, figures.timeLeft(now));
  }

  private Optional<Duration> timeLeft(Instant now) {
    long since = over() - run.paceDone();
    if (run.getState() != BlockingRun.State.RUNNING || since < ENOUGH || awaited() == 0) {
      return Optional.empty();
    }
    Duration spent = Duration.between(run.paceFrom(), now);
    return Optional.of(spent.multipliedBy(awaited()).dividedBy(since));
  }

  public long count(TargetResult result) {
    return counts.getOrDefault(result, 0L);
  }

  /** Rows in all. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Accounts that nothing more is awaited for from a machine. */
  public long over() {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isOver())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Accounts to be asked for, or asked for and not done. */
  public long awaited() {
    return count(TargetResult.FOUND) + count(TargetResult.UNDERWAY);
  }

  /** Lines that every directory answered for, or that need no answer. */
  public long searched() {
    return total() - count(TargetResult.TO_FIND);
  }
}
