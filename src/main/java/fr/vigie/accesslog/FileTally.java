package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.accesslog.format.LogSink;
import fr.vigie.accesslog.format.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Counts a log that is read whole; hands its rejected lines on in batches. */
final class FileTally implements LogSink {
  /** So many are kept by their place; the count goes on. */
  static final long REJECTED_KEPT = 200_000;

  private static final int BATCH = 5_000;
  private static final int WORDS = 50;

  private final LongConsumer looked;
  private final Consumer<List<Rejected>> keep;
  private final Coverage coverage = new Coverage();
  private final Map<String, Long> unknown = new TreeMap<>();
  private List<Rejected> waiting = new ArrayList<>();
  private long accesses;
  private long rejected;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param looked is told how many lines more were looked at; none while nothing comes
   */
  FileTally(LongConsumer looked, Consumer<List<Rejected>> keep) {
    this.looked = looked;
    this.keep = keep;
  }

  @Override
  public void passed(long second) {
    passed(second, 1);
  }

  @Override
  public void passed(long second, long count) {
    accesses += count;
    first = Math.min(first, second);
    last = Math.max(last, second);
    coverage.add(second);
    looked.accept(count);
  }

  @Override
  public void event(AccessEvent event) {
    if (event.getAction() == AccessAction.UNKNOWN) {
      unknown(event.getWord(), 1);
    }
    passed(Math.floorDiv(event.getMicros(), 1_000_000L));
  }

  @Override
  public void unknown(String word, long count) {
    if (unknown.containsKey(word) || unknown.size() < WORDS) {
      unknown.merge(word, count, Long::sum);
    }
  }

  @Override
  public void waiting() {
    looked.accept(0);
  }

  @Override
  public void rejected(Rejected place) {
    rejected++;
    if (rejected <= REJECTED_KEPT) {
      waiting.add(place);
      if (waiting.size() == BATCH) {
        flush();
      }
    }
    looked.accept(1);
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      keep.accept(waiting);
      waiting = new ArrayList<>();
    }
  }

  FileFigures figures() {
    flush();
    return new FileFigures(
        accesses,
        rejected,
        accesses == 0 ? null : Instant.ofEpochSecond(first),
        accesses == 0 ? null : Instant.ofEpochSecond(last),
        coverage,
        unknown);
  }
}
