package fr.vigie.containment;

import fr.vigie.containment.FindingJob.Said;
import fr.vigie.containment.FindingJob.Wanted;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.platform.persistence.KeyRing;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What machines do of a run: lines are looked for in batches ({@link RunSearch}), then accounts are
 * listed and their blocks asked for, a few at a time, so that a pause takes effect soon; the blocks
 * themselves are {@link BlockingQueue}'s. A node that dies leaves a lease that runs out.
 */
@UseCase
public class RunQueue {
  /** Accounts of a run that are asked for and not done, in each directory. */
  static final int AT_ONCE = 50;

  private static final int BATCH = 25;
  private static final int UID_MAX = 250;
  private static final Duration LEASE = Duration.ofMinutes(5);

  @Inject RunWorkRepository runs;
  @Inject RunFeeding feeding;
  @Inject CaseProgress progress;
  @Inject KeyRing ring;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  @Inject
  @ConfigProperty(name = "vigie.directory.patience-seconds", defaultValue = "10")
  int patienceSeconds = 10;

  /** Asked often, so a plain reading. */
  @Requires(Permission.CONTAINMENT_READ)
  public boolean hasToFind() {
    return acts.scope().everywhere()
        && runs.in(BlockingRun.State.FINDING).stream()
            .anyMatch(run -> runs.hasToFind(run, clock.instant()));
  }

  /** Takes some lines of the oldest run that has any. */
  @Requires(Permission.SYSTEM)
  public Optional<FindingJob> claim() {
    Instant now = clock.instant();
    for (BlockingRun run : runs.in(BlockingRun.State.FINDING)) {
      List<BlockingTarget> taken = runs.claim(run, now, BATCH);
      if (!taken.isEmpty()) {
        about(run).fact("lines", taken.size());
        return Optional.of(job(run, taken, now));
      }
    }
    return Optional.empty();
  }

  private FindingJob job(BlockingRun run, List<BlockingTarget> taken, Instant now) {
    Instant until = now.plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
    Map<Long, DirectoryAccess> accesses = new HashMap<>();
    for (DirectoryConnection connection : run.getDirectories()) {
      if (connection.isActive()) { // else it was taken out of use meanwhile
        accesses.put(
            connection.getId(), connection.access(ring, Duration.ofSeconds(patienceSeconds)));
      }
    }
    List<Wanted> wanted = new ArrayList<>();
    for (BlockingTarget target : taken) {
      target.lease(until);
      List<Long> asked =
          target.getConnection() == null
              ? List.copyOf(accesses.keySet())
              : List.of(target.getConnection().getId());
      wanted.add(new Wanted(target.getId(), target.query(), asked));
    }
    return new FindingJob(run.getId(), until, wanted, accesses);
  }

  /** Writes down what was said, unless another node took the lines meanwhile. */
  @Requires(Permission.SYSTEM)
  public void found(FindingJob job, Map<Long, List<Said>> said) {
    BlockingRun run = runs.lock(job.runId());
    about(run).fact("lines", said.size());
    if (run.getState() != BlockingRun.State.FINDING) {
      return; // cancelled meanwhile
    }
    Map<Long, DirectoryConnection> connections = new HashMap<>();
    run.getDirectories().forEach(connection -> connections.put(connection.getId(), connection));
    Set<String> known = runs.found(run);
    for (Wanted wanted : job.wanted()) {
      BlockingTarget target = runs.target(run, wanted.targetId());
      if (target != null && target.isLeased(job.lease(), clock.instant())) {
        settle(target, said.get(wanted.targetId()), connections, known);
      }
    }
  }

  private void settle(
      BlockingTarget target,
      List<Said> said,
      Map<Long, DirectoryConnection> connections,
      Set<String> known) {
    boolean used = false;
    for (Said one : said) {
      DirectoryConnection connection = connections.get(one.connectionId());
      if (one.fault() != null) {
        row(target, used).unanswered(connection, one.fault());
        used = true;
      }
      for (DirectoryAccount account : one.accounts()) {
        BlockingTarget row = row(target, used);
        used = true;
        if (!isListable(account)) {
          row.notListable(connection);
        } else if (known.add(connection.getId() + "/" + account.uid())) {
          row.found(connection, account);
        } else {
          row.foundBefore(connection);
        }
      }
    }
    if (!used && target.getConnection() != null && runs.hasAnother(target)) {
      runs.remove(target); // what other directories said stands for the line
    } else if (!used) {
      target.notFound();
    }
  }

  private static boolean isListable(DirectoryAccount account) {
    return account.uid().length() <= UID_MAX
        && !account.login().isBlank()
        && account.login().length() <= CompromisedAccount.LOGIN_MAX;
  }

  private BlockingTarget row(BlockingTarget target, boolean used) {
    if (!used) {
      return target;
    }
    BlockingTarget another = target.another();
    runs.add(another);
    return another;
  }

  /** Runs that can be moved on now; a plain reading. */
  @Requires(Permission.CONTAINMENT_READ)
  public List<Long> toAdvance() {
    if (!acts.scope().everywhere()) {
      return List.of();
    }
    List<Long> ids = new ArrayList<>();
    for (BlockingRun run : runs.in(BlockingRun.State.FINDING)) {
      if (runs.count(run, BlockingTarget.State.TO_FIND) == 0) {
        ids.add(run.getId());
      }
    }
    for (BlockingRun run : runs.in(BlockingRun.State.RUNNING)) {
      if (run.getIncident().getState().isFinal() || feeding.canFeed(run) || feeding.isOver(run)) {
        ids.add(run.getId());
      }
    }
    return ids;
  }

  /**
   * Moves a run on: from finding to found, more accounts asked for, or done.
   *
   * @return whether anything changed
   */
  @Requires(Permission.SYSTEM)
  public boolean advance(Long runId) {
    BlockingRun run = runs.lock(runId);
    about(run);
    return switch (run.getState()) {
      case FINDING -> endFinding(run);
      case RUNNING -> goOn(run);
      default -> false;
    };
  }

  private boolean endFinding(BlockingRun run) {
    if (runs.count(run, BlockingTarget.State.TO_FIND) > 0) {
      return false;
    }
    run.found((int) runs.count(run, BlockingTarget.State.FOUND));
    acts.current().fact("accounts", run.getAccounts());
    return true;
  }

  private boolean goOn(BlockingRun run) {
    if (run.getIncident().getState().isFinal()) {
      run.pause(); // nothing goes on by itself when the case opens again
      return true;
    }
    int asked = feeding.feed(run, clock.instant());
    acts.current().fact("asked", asked);
    if (asked > 0) {
      progress.refresh(run.getIncident());
      return true;
    }
    if (!feeding.isOver(run)) {
      return false;
    }
    run.done(clock.instant());
    told.fire(
        new CaseActDone(
            run.getIncident(),
            null,
            "containment.journal.run.done",
            List.of(run.getAccounts()),
            clock.instant()));
    return true;
  }

  private fr.vigie.platform.Act about(BlockingRun run) {
    Incident incident = run.getIncident();
    return acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("run", run.getId());
  }
}
