package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.JobState;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a long piece of work is; instants in UTC.
 *
 * @param percent of the bytes, from 0 to 100
 * @param lines looked at so far
 * @param secondsLeft at the pace so far; null while that cannot be said
 * @param problem key of why it failed; null when it did not
 */
public record LogProgressView(
    int percent, long lines, Long secondsLeft, Instant startedAt, Instant endedAt, String problem) {
  static LogProgressView of(JobState job, Instant now) {
    Duration left = job.left(now);
    return new LogProgressView(
        job.getPercent(),
        job.getDoneLines(),
        left == null ? null : left.toSeconds(),
        job.getStartedAt(),
        job.getEndedAt(),
        job.getProblem().isEmpty() ? null : job.getProblem());
  }
}
