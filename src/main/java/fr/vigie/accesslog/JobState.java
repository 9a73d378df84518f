package fr.vigie.accesslog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A long piece of work: how far it is, and which node has it until when. A node that dies leaves a
 * lease that runs out; another then begins again what was not finished.
 */
@Embeddable
public class JobState implements Serializable {
  private static final long serialVersionUID = 1L;
  static final Duration LEASE = Duration.ofMinutes(2);

  @Column(name = "done_bytes")
  private long doneBytes;

  @Column(name = "total_bytes")
  private long totalBytes;

  @Column(name = "done_lines")
  private long doneLines;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  private boolean cancelled;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  /**
   * Sentences for what is kept by its key alone, without what fills the sentence of the refusal.
   */
  private static final Map<String, String> KEPT =
      Map.of(
          "accesslog.refused.noColumn", "accesslog.problem.column",
          "accesslog.refused.bomb", "accesslog.problem.tooBig",
          "accesslog.refused.entries", "accesslog.problem.entries",
          "accesslog.refused.unknownFormat", "accesslog.problem.format");

  /** Message key of why it failed. */
  private String problem = "";

  protected JobState() {}

  static JobState waiting(long bytes) {
    JobState job = new JobState();
    job.totalBytes = bytes;
    return job;
  }

  /** A node takes it; what was done before is begun again unless the work says otherwise. */
  Instant take(Instant now) {
    startedAt = startedAt == null ? now : startedAt;
    leaseUntil = now.plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
    return leaseUntil;
  }

  /** Whether the node that took it with this lease still has it. */
  boolean isHeld(Instant lease) {
    return lease.equals(leaseUntil);
  }

  /** So far, and the lease begins anew. */
  Instant beat(long bytes, long lines, Instant now) {
    doneBytes = Math.min(bytes, totalBytes);
    doneLines = lines;
    return take(now);
  }

  void end(Instant now) {
    doneBytes = totalBytes;
    leaseUntil = null;
    endedAt = now;
  }

  void fail(String why, Instant now) {
    problem = KEPT.getOrDefault(why, why);
    leaseUntil = null;
    endedAt = now;
  }

  void cancel(Instant now) {
    cancelled = true;
    leaseUntil = null;
    endedAt = now;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  public long getDoneBytes() {
    return doneBytes;
  }

  public long getTotalBytes() {
    return totalBytes;
  }

  public long getDoneLines() {
    return doneLines;
  }

  /** From 0 to 100. */
  public int getPercent() {
    return totalBytes == 0 ? 0 : (int) (100 * doneBytes / totalBytes);
  }

  /** Time left at the pace so far; null until there is one. */
  public Duration left(Instant now) {
    if (startedAt == null || doneBytes == 0 || endedAt != null) {
      return null;
    }
    long millis = Duration.between(startedAt, now).toMillis();
    return Duration.ofMillis((long) (millis * ((double) (totalBytes - doneBytes) / doneBytes)));
  }

  public Instant getStartedAt() {
    return startedAt;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  public String getProblem() {
    return problem;
  }
}
