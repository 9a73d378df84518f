package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.accesslog.format.LogSink;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Keeps the lines of one log that answer a question; hands them on in batches. */
final class RunTally implements LogSink {
  /** Of lines and the patients whom they name. */
  private static final int BATCH = 5_000;

  /** They are all held in memory, and one by one is how somebody decides about them. */
  static final int SITTINGS_MOST = 100_000;

  /** Unreadable lines that are kept of a file; more are counted. */
  static final int UNREAD_KEPT = 10_000;

  /** Takes what was found. */
  interface Keep {
    /**
     * @param fresh sittings that are new
     * @param unread lines that could not be read and may concern somebody looked for
     */
    void keep(List<AccessSitting> fresh, List<LogRows.Hit> hits, List<Rejected> unread);
  }

  private final LogJob.Running job;
  private final long source;
  private final Map<String, Long> known;
  private final LongConsumer looked;
  private final Keep keep;
  private List<AccessSitting> fresh = new ArrayList<>();
  private List<LogRows.Hit> hits = new ArrayList<>();
  private List<Rejected> unread = new ArrayList<>();
  private int size;
  private long lookedAt;
  private long found;
  private long outside;
  private long rejectedConcerned;

  RunTally(
      LogJob.Running job, long source, Map<String, Long> known, LongConsumer looked, Keep keep) {
    this.job = job;
    this.source = source;
    this.known = known;
    this.looked = looked;
    this.keep = keep;
  }

  @Override
  public void passed(long second) {
    passed(second, 1);
  }

  @Override
  public void passed(long second, long count) {
    lookedAt += count;
    looked.accept(count);
  }

  @Override
  public void waiting() {
    looked.accept(0);
  }

  @Override
  public void event(AccessEvent event) {
    passed(0);
    if (!job.question().counts(event.getAction())) {
      return;
    }
    Instant at = event.getAt();
    boolean doubtful = event.getMicros() != event.getOtherMicros();
    Instant other = doubtful ? Instant.EPOCH.plus(event.getOtherMicros(), ChronoUnit.MICROS) : null;
    boolean first = job.question().covers(at);
    boolean second = doubtful ? job.question().covers(other) : first;
    if (!first && !second) {
      outside++;
      return;
    }
    found++;
    var hit = LogRows.Hit.of(event, sitting(event), other, first && second, source, job.seal());
    hits.add(hit);
    size += 1 + hit.patients().size();
    flushLarge();
  }

  private void flushLarge() {
    if (size >= BATCH) {
      flush();
    }
  }

  private long sitting(AccessEvent event) {
    LocalDate day = event.getAt().atZone(job.zone()).toLocalDate();
    AccessSitting sitting = new AccessSitting(event, day, job.question());
    return known.computeIfAbsent(
        sitting.getKey(),
        key -> {
          if (known.size() >= SITTINGS_MOST) {
            throw new RefusedException("accesslog.problem.sittings");
          }
          fresh.add(sitting);
          return sitting.getId();
        });
  }

  @Override
  public void rejected(Rejected place) {
    lookedAt++;
    looked.accept(1);
    if (place.concerned() && ++rejectedConcerned <= UNREAD_KEPT) {
      unread.add(place);
      size++;
      flushLarge();
    }
  }

  private void flush() {
    if (size > 0) {
      keep.keep(fresh, hits, unread);
      fresh = new ArrayList<>();
      hits = new ArrayList<>();
      unread = new ArrayList<>();
      size = 0;
    }
  }

  RunFile.Counted counted() {
    flush();
    return new RunFile.Counted(lookedAt, found, outside, rejectedConcerned);
  }
}
