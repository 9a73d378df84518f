package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node dies at each of the points at which it speaks to the database; another takes over when the
 * lease has run out, and nothing is lost or counted twice.
 */
@Tag("files")
class KilledNodeIT {
  private static final int ACCESSES = 4_000;

  /** Of these each, of later points every third: they are alike. */
  private static final int SOME = 8;

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-10T08:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

  /** The machine stopped; no handler runs. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Stops at a call, before it reaches the database or after it was committed; time passes. */
  private final class Mortal extends LogNode.ActingQueue {
    private final int last;
    private final boolean committed;
    private int calls;

    Mortal(Node node, int last, boolean committed) {
      super(node, node.get(LogQueue.class));
      this.last = last;
      this.committed = committed;
    }

    private <T> T call(java.util.function.Supplier<T> call) {
      calls++;
      now.updateAndGet(at -> at.plusSeconds(1));
      if (calls == last && !committed) {
        throw new Killed();
      }
      T result = call.get();
      if (calls == last) {
        throw new Killed();
      }
      return result;
    }

    private void run(Runnable call) {
      call(
          () -> {
            call.run();
            return null;
          });
    }

    @Override
    public Optional<LogJob> claim() {
      return call(super::claim);
    }

    @Override
    public Optional<Instant> beatFile(Long file, Instant lease, long bytes, long lines) {
      return call(() -> super.beatFile(file, lease, bytes, lines));
    }

    @Override
    public Optional<Instant> beatRun(Long run, Instant lease, long bytes, long lines) {
      return call(() -> super.beatRun(run, lease, bytes, lines));
    }

    @Override
    public Map<String, Long> sittings(Long run) {
      return call(() -> super.sittings(run));
    }

    @Override
    public boolean reject(Long file, Instant lease, List<Rejected> lines) {
      return call(() -> super.reject(file, lease, lines));
    }

    @Override
    public void fileRead(Long file, Instant lease, FileFigures figures) {
      run(() -> super.fileRead(file, lease, figures));
    }

    @Override
    public boolean forget(Long run, Instant lease, Long part) {
      return call(() -> super.forget(run, lease, part));
    }

    @Override
    public boolean found(
        Long run,
        Instant lease,
        Long part,
        List<AccessSitting> sittings,
        List<LogRows.Hit> hits,
        List<Rejected> unread) {
      return call(() -> super.found(run, lease, part, sittings, hits, unread));
    }

    @Override
    public void partDone(Long run, Instant lease, Long part, RunFile.Counted counted) {
      run(() -> super.partDone(run, lease, part, counted));
    }

    @Override
    public void runDone(Long run, Instant lease) {
      run(() -> super.runDone(run, lease));
    }

    /** The dead tell nobody what they died of. */
    @Override
    public void fileFailed(Long file, Instant lease, String problem) {
      assertThat(calls).as(problem).isGreaterThanOrEqualTo(last);
      throw new Killed();
    }

    @Override
    public void runFailed(Long run, Instant lease, String problem) {
      fileFailed(run, lease, problem);
    }
  }

  @Test
  void wheneverANodeDiesTheNextEndsTheWorkWithTheSameResult() throws IOException {
    try (LogNode logs = new LogNode(Schema.migrated(), folder, clock)) {
      Incident incident = logs.incident();
      AccessSource source = logs.source(logs.schema.organisation("28"), "Europe/Paris", 0);
      long shared = logs.account(incident, Traffic.SHARED).getId();
      long taken = logs.account(incident, Traffic.TAKEN).getId();
      LogPlan plan = LogPlan.of(LogFormat.CSV, 11, ACCESSES);
      AccessFile whole = logs.read(incident, source, bytes(plan), LogGenerator.shape(plan));
      logs.read(
          incident, source, bytes(LogPlan.of(LogFormat.CSV, 23, 500)), LogGenerator.shape(plan));
      Question question =
          new Question(
              List.of(
                  new Question.HostileAccount(shared, Traffic.SHARED, "", false),
                  new Question.HostileAccount(taken, Traffic.TAKEN, "", true)),
              List.of(
                  new Question.Window(
                      plan.from().minus(Duration.ofDays(1)),
                      plan.from().plus(Duration.ofDays(90)))),
              Traffic.INTRUDER,
              List.of(),
              List.of(),
              Set.of(),
              List.of(source.getId()));
      AccessRun undisturbed = logs.run(incident, question);
      assertThat(undisturbed.getFound()).isPositive();
      int deaths = 0;
      boolean survived = false;
      for (int at = 1; !survived; at += at < SOME ? 1 : 3) {
        for (boolean committed : new boolean[] {false, true}) {
          AccessRun run =
              logs.does(() -> logs.node.get(Asking.class).ask(incident.getReference(), question));
          survived = !dies(logs, at, committed);
          deaths += survived ? 0 : 1;
          ends(logs);
          AccessRun again =
              logs.reads(
                  () -> logs.node.get(Answering.class).run(incident.getReference(), run.getId()));
          assertThat(again.getState()).as("dead at %d", at).isEqualTo(AccessRun.State.DONE);
          assertThat(again.getDigest()).as("dead at %d", at).isEqualTo(undisturbed.getDigest());
          assertThat(again.getFound()).isEqualTo(undisturbed.getFound());
        }
      }
      assertThat(deaths).isGreaterThan(8);
      readAgain(logs, incident, whole, plan);
    }
  }

  /** A file being read dies the same way, and its rejected lines are kept once. */
  private void readAgain(LogNode logs, Incident incident, AccessFile file, LogPlan plan) {
    FileFigures before = file.getFigures();
    boolean survived = false;
    for (int at = 1; !survived; at += at < SOME ? 1 : 3) {
      logs.does(
          () ->
              logs.node
                  .get(LogFiles.class)
                  .confirm(incident.getReference(), file.getId(), LogGenerator.shape(plan)));
      survived = !dies(logs, at, true);
      ends(logs);
      AccessFile again = logs.file(file);
      assertThat(again.getState()).isEqualTo(AccessFile.State.READ);
      assertThat(again.getFigures().getAccesses()).isEqualTo(before.getAccesses());
      assertThat(again.getFigures().getRejected()).isEqualTo(before.getRejected());
      assertThat(
              logs.schema.number(
                  "select count(*) from access_rejection where file_id = ? and run_id is null",
                  file.getId()))
          .isEqualTo(before.getRejected());
    }
  }

  private static byte[] bytes(LogPlan plan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LogGenerator.write(plan, bytes, LogTruth.NONE);
    return bytes.toByteArray();
  }

  private boolean dies(LogNode logs, int at, boolean committed) {
    LogWork work = new LogWork();
    work.queue = new Mortal(logs.node, at, committed);
    work.vault = logs.work.vault;
    work.clock = LogNode.hurrying(now.get());
    try {
      while (work.turn()) {
        // the next
      }
      return false;
    } catch (Killed killed) {
      return true;
    }
  }

  /** Nobody gets the work before the lease has run out. */
  private void ends(LogNode logs) {
    now.updateAndGet(at -> at.plus(JobState.LEASE).plusSeconds(1));
    logs.work();
  }
}
