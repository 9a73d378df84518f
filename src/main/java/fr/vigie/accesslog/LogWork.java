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
    job.ifPresent(this::work);
    return job.isPresent();
  }

  private void work(LogJob job) {
    try {
      if (job instanceof LogJob.Reading reading) {
        new FileReading(reading).run();
      } else if (job instanceof LogJob.Running running) {
        new RunWorking(running).run();
      }
    } catch (Stopped gone) {
      LOG.log(Level.INFO, "Work on a log was given up");
    } catch (RefusedException refused) {
      fail(job, refused.key());
    } catch (IOException | RuntimeException | Error failed) {
      // an error too: left as it is, the work would bring down the next node
      LOG.log(Level.WARNING, "Work on a log failed", failed);
      fail(job, "accesslog.problem.fault");
    }
  }

  private void fail(LogJob job, String problem) {
    if (job instanceof LogJob.Reading reading) {
      queue.fileFailed(reading.fileId(), reading.lease(), problem);
    } else if (job instanceof LogJob.Running running) {
      queue.runFailed(running.runId(), running.lease(), problem);
    }
  }

  private interface Pass {
    void over(LogReader reader, LogInput.Entry entry) throws IOException;
  }

  /** Passes over a whole file; refuses one that is not what was sealed. */
  private void read(LogJob.Part part, Pass pass, Beating beating) throws IOException {
    try (LogInput input = new LogInput(vault.open(part.sha256()), InputLimits.USUAL)) {
      LogShape shape = part.shape();
      beating.on(input, shape);
      for (var entry = input.next(); entry != null; entry = input.next()) {
        pass.over(LogReader.of(shape, engine), entry);
      }
      if (!input.sha256().equals(part.sha256())) {
        throw new RefusedException("accesslog.problem.seal");
      }
    }
  }

  /** Tells from time to time how far it is, and hears whether to go on. */
  private abstract class Beating {
    private LongSupplier read;
    private Instant next = clock.instant();
    private long sinceLook;
    protected long lines;

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

  private final class FileReading extends Beating {
    private final LogJob.Reading job;
    private Instant lease;

    FileReading(LogJob.Reading job) {
      this.job = job;
      this.lease = job.lease();
    }

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
    void beat(long bytes) {
      lease = queue.beatFile(job.fileId(), lease, bytes, lines).orElseThrow(Stopped::new);
    }
  }

  private final class RunWorking extends Beating {
    private final LogJob.Running job;
    private final Map<String, Long> sittings;
    private long bytesBefore;
    private Instant lease;

    RunWorking(LogJob.Running job) {
      this.job = job;
      this.lease = job.lease();
      this.bytesBefore = job.bytesBefore();
      this.lines = job.linesBefore();
      this.sittings = queue.sittings(job.runId());
    }

    void run() throws IOException {
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
                (fresh, hits) -> {
                  if (!queue.found(job.runId(), lease, part.id(), fresh, hits)) {
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
    void beat(long bytes) {
      lease =
          queue.beatRun(job.runId(), lease, bytesBefore + bytes, lines).orElseThrow(Stopped::new);
    }
  }
}
