package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.RejectReason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Random;

/**
 * Makes access logs of which everything is known, of any length: {@link Traffic} in the format of a
 * {@link LogPlan}, with broken lines between. The same plan gives the same bytes.
 */
public final class LogGenerator {
  private static final int LARGE = 1 << 20;

  private final LogPlan plan;
  private final LogScribe scribe;
  private final LogTruth truth;
  private final Writer out;
  private final Random dice;
  private long line = 1;
  private boolean large;

  private LogGenerator(LogPlan plan, OutputStream out, LogTruth truth) {
    this.plan = plan;
    this.scribe = LogScribe.of(plan);
    this.truth = truth;
    this.out = new BufferedWriter(new OutputStreamWriter(out, plan.charset()), LARGE);
    this.dice = new Random(~plan.seed());
  }

  /** How a log of the plan is written. */
  public static LogShape shape(LogPlan plan) {
    return LogScribe.of(plan).shape();
  }

  /** Writes the log and tells what is in it; the stream stays open. */
  public static void write(LogPlan plan, OutputStream out, LogTruth truth) throws IOException {
    new LogGenerator(plan, out, truth).write();
  }

  private void write() throws IOException {
    Traffic traffic = new Traffic(plan);
    put(scribe.begin());
    for (long number = 0; number < plan.accesses(); number++) {
      LogTruth.Access access = traffic.next();
      put(scribe.before(number));
      truth.access(scribe.told(access).on(line));
      put(scribe.access(access, number));
      put(scribe.after(number));
      if (dice.nextInt(1_000) < plan.broken()) {
        broken(access);
      }
    }
    put(scribe.end());
    out.flush();
  }

  /** One too long line a file is enough. */
  private void broken(LogTruth.Access like) throws IOException {
    List<RejectReason> reasons = scribe.reasons();
    RejectReason reason = reasons.get(dice.nextInt(reasons.size()));
    if (reason == RejectReason.TOO_LONG && large) {
      return;
    }
    large |= reason == RejectReason.TOO_LONG;
    int number = 1_000 + dice.nextInt(1_000);
    put(scribe.beforeBroken(number));
    truth.broken(new LogTruth.Broken(line, reason));
    put(scribe.broken(reason, like, number));
    put(scribe.afterBroken(number));
  }

  private void put(String text) throws IOException {
    out.write(text);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      line++;
    }
  }
}
