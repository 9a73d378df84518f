package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.AccessRun;
import java.time.Instant;

/**
 * One time that a question was put to the logs; instants in UTC.
 *
 * @param question number of its version
 * @param questionSha256 of its text: the same question has the same
 * @param found lines; null before the end
 * @param digest over all lines found; null before the end
 */
public record LogRunView(
    String id,
    int question,
    String questionSha256,
    AccessRun.State state,
    String askedBy,
    Instant askedAt,
    Long found,
    String digest,
    LogProgressView progress) {
  static LogRunView of(AccessRun run, Instant now) {
    return new LogRunView(
        run.getId().toString(),
        run.getQuestion().getNumber(),
        run.getQuestion().getSha256(),
        run.getState(),
        run.getAskedBy(),
        run.getAskedAt(),
        run.isDone() ? run.getFound() : null,
        run.getDigest(),
        LogProgressView.of(run.getJob(), now));
  }
}
