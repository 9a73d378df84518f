package fr.vigie.accesslog;

import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogEngine;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogReader;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.Watch;
import fr.vigie.incident.EvidenceVault;
import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One node's turn at logs: files are read, questions put to them. Nothing is held in a transaction
 * while a file is read; what is found goes to {@link LogQueue} in batches.
 */
@ApplicationScoped
public class LogWork {
  private static final Logger LOG = Logger.getLogger(LogWork.class.getName());
  private static final Duration BEAT = Duration.ofSeconds(2);

  /** Of the longest lines these are a gigabyte, read in far less than a lease. */
  private static final int LINES_BETWEEN_LOOKS = 1_000;

  @Inject LogQueue queue;
  @Inject EvidenceVault vault;
  @Inject LogEngine engine;
  @Inject Clock clock;

  /** The work is no longer this node's, or no longer wanted. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("accesslog.stopped", null, false, false);
    }
  }

  /** Tells whether there was anything to do, so that another turn may find more. */
  public boolean turn() {
    if (!queue.hasWork()) {
      return false;
    }
    var job = queue.claim();
    job.map(this::taken).ifPresent(LogWork::work);
    return job.isPresent() || queue.sweep();
  }

  private Working taken(LogJob job) {
    return job instanceof LogJob.Reading reading
        ? new FileReading(reading)
        : new RunWorking((LogJob.Running) job);
  }

  private static void work(Working job) {
    try {
      job.run();
    } catch (Stopped gone) {
      LOG.log(Level.INFO, "Work on a log was given up");
    } catch (RefusedException refused) {
      job.fail(refused.key());
    } catch (IOException | RuntimeException | Error failed) {
      // an error too: left as it is, the work would bring down the next node
      LOG.log(Level.WARNING, "Work on a log failed", failed);
      job.fail("accesslog.problem.fault");
    }
  }

  private interface Pass {
    void over(LogReader reader, LogInput.Entry entry) throws IOException;
  }

  /** Passes over a whole file; refuses one that is not what was sealed. */
  private void read(LogJob.Part part, Pass pass, Working working) throws IOException {
    try (LogInput input = new LogInput(vault.open(part.sha256()), InputLimits.USUAL)) {
      LogShape shape = part.shape();
      working.on(input, shape);
      for (var entry = input.next(); entry != null; entry = input.next()) {
        pass.over(LogReader.of(shape, engine), entry);
      }
      if (!input.sha256().equals(part.sha256())) {
        throw new RefusedException("accesslog.problem.seal");
      }
    }
  }

  /** Tells from time to time how far it is, and hears whether to go on. */
  private abstract class Working {
    /** As renewed last: under an older one nothing is written any more. */
    protected Instant lease;

    private LongSupplier read;
    private Instant next = Instant.EPOCH;
    private long sinceLook;
    protected long lines;

    Working(Instant lease) {
      this.lease = lease;
    }

    abstract void run() throws IOException;

    /**
     * Says that it cannot be done.
     *
     * @param problem message key
     */
    abstract void fail(String problem);

    /** Of a table the bytes say nothing. */
    void on(LogInput input, LogShape shape) {
      read = shape.format() == LogFormat.TABLE ? () -> 0 : input::getRead;
    }

    /** So many lines more were looked at; none while an engine works. */
    final void looked(long count) {
      lines += count;
      sinceLook += count;
      if (count == 0 || sinceLook >= LINES_BETWEEN_LOOKS) {
        sinceLook = 0;
        Instant now = clock.instant();
        if (now.isAfter(next)) {
          next = now.plus(BEAT);
          beat(read.getAsLong());
        }
      }
    }

    abstract void beat(long bytes);
  }

  private final class FileReading extends Working {
    private final LogJob.Reading job;

    FileReading(LogJob.Reading job) {
      super(job.lease());
      this.job = job;
    }

    @Override
    void run() throws IOException {
      FileTally tally =
          new FileTally(
              this::looked,
              rejected -> {
                if (!queue.reject(job.fileId(), lease, rejected)) {
                  throw new Stopped();
                }
              });
      read(job.part(), (reader, entry) -> reader.count(entry, tally), this);
      queue.fileRead(job.fileId(), lease, tally.figures());
    }

    @Override
    void fail(String problem) {
      queue.fileFailed(job.fileId(), lease, problem);
    }

    @Override
    void beat(long bytes) {
      lease = queue.beatFile(job.fileId(), lease, bytes, lines).orElseThrow(Stopped::new);
    }
  }

  private final class RunWorking extends Working {
    private final LogJob.Running job;
    private long bytesBefore;

    RunWorking(LogJob.Running job) {
      super(job.lease());
      this.job = job;
      this.bytesBefore = job.bytesBefore();
      this.lines = job.linesBefore();
    }

    @Override
    void run() throws IOException {
      Map<String, Long> sittings = queue.sittings(job.runId());
      Watch watch = job.question().watch();
      for (LogJob.Part part : job.parts()) {
        while (queue.forget(job.runId(), lease, part.id())) {
          beat(0);
        }
        RunTally tally =
            new RunTally(
                job,
                part.sourceId(),
                sittings,
                this::looked,
                (fresh, hits, unread) -> {
                  if (!queue.found(job.runId(), lease, part.id(), fresh, hits, unread)) {
                    throw new Stopped();
                  }
                });
        read(part, (reader, entry) -> reader.read(entry, watch, tally), this);
        queue.partDone(job.runId(), lease, part.id(), tally.counted());
        bytesBefore += part.size();
      }
      queue.runDone(job.runId(), lease);
    }

    @Override
    void fail(String problem) {
      queue.runFailed(job.runId(), lease, problem);
    }

    @Override
    void beat(long bytes) {
      lease =
          queue.beatRun(job.runId(), lease, bytesBefore + bytes, lines).orElseThrow(Stopped::new);
    }
  }
}
