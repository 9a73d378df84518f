package fr.vigie.containment;

import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Blocking many accounts: a list is found, read, confirmed by its number, approved by a second
 * person above a threshold, paused, resumed, cancelled. For who sees the whole of a case: a run
 * concerns every organisation.
 */
@UseCase
public class BulkBlocking {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  @Inject RunRepository runs;
  @Inject IncidentRepository incidents;
  @Inject DirectoryRepository directories;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject CaseProgress progress;
  @Inject SecondPerson second;
  @Inject Event<CaseActDone> told;

  /** One person is enough for so many accounts. */
  @Inject
  @ConfigProperty(name = "vigie.containment.alone-at-most", defaultValue = "20")
  int aloneAtMost = 20;

  /** One row with what became of it. */
  public record Row(BlockingTarget target, TargetResult result) {}

  /** The runs of a case, newest first; none for who sees only a part of it. */
  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public List<BlockingRun> runs(String incidentReference) {
    Incident incident = incidents.get(incidentReference);
    return incidents.rows().seesWhole(incident) ? runs.of(incident) : List.of();
  }

  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public RunFigures run(Long runId) {
    BlockingRun run = runs.get(runId);
    return RunFigures.of(run, runs.counts(run), clock.instant());
  }

  /** How many accounts would be blocked in each directory. */
  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public List<RunRepository.InOne> byDirectory(Long runId) {
    return runs.byDirectory(runs.get(runId));
  }

  /**
   * @param result null: whatever it is
   */
  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public Page<Row> targets(Long runId, TargetResult result, Page.Request request) {
    BlockingRun run = runs.get(runId);
    Set<Long> failed = runs.failed(run);
    return runs.targets(run, result, request)
        .map(t -> new Row(t, TargetResult.of(t, failed.contains(t.getId()))));
  }

  /**
   * How many accounts of this run one person may block without another: what was so blocked in the
   * case since yesterday counts, or a list cut in pieces would need nobody.
   */
  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public int aloneAtMost(Long runId) {
    return alone(runs.get(runId));
  }

  private int alone(BlockingRun run) {
    long already = runs.alone(run.getIncident(), clock.instant().minus(ONE_DAY));
    return (int) Math.max(0, aloneAtMost - already);
  }

  /** How many steps of each action wait to be done by hand for the accounts of a run. */
  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public Map<AccountAction, Long> byHand(Long runId) {
    return runs.byHand(runs.get(runId));
  }

  /** Says for all accounts of a run why an action will not be done by hand. */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun setAside(Long runId, AccountAction action, String why) {
    BlockingRun run = open(runId);
    List<BlockingStep> steps = runs.byHand(run, action);
    if (steps.isEmpty()) {
      throw RefusedException.at("action", "containment.refused.noStep");
    }
    steps.forEach(step -> step.setAside(why == null ? "" : why));
    acts.current().fact("action", action).fact("steps", steps.size());
    progress.refresh(run.getIncident());
    return done(run);
  }

  /**
   * Reads a list and has it looked for; nothing is blocked.
   *
   * @param list pasted lines or CSV, see {@link TargetList}
   * @throws RefusedException when it cannot be read, or no directory can be asked
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun prepare(String incidentReference, String list) {
    Incident incident = incidents.get(incidentReference);
    incident.mustBeOpen();
    if (!incidents.rows().seesWhole(incident)) {
      throw RefusedException.at("list", "containment.refused.runPart");
    }
    List<DirectoryConnection> asked =
        directories.inUse(incident).stream().filter(one -> !one.isManual()).toList();
    if (asked.isEmpty()) {
      throw RefusedException.at("list", "containment.refused.noDirectory");
    }
    List<TargetList.Line> lines = TargetList.read(list);
    BlockingRun run = new BlockingRun(incident, asked, AccountStep.Entry.of(acts, clock));
    runs.add(run);
    lines.forEach(line -> runs.add(new BlockingTarget(run, line)));
    acts.current().fact("lines", lines.size());
    return done(run);
  }

  /** The same from a file: UTF-8 or Windows-1252. */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun prepareFile(String incidentReference, byte[] file) {
    return prepare(incidentReference, TargetList.text(file));
  }

  /** Leaves accounts as they are. */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun leaveOut(Long runId, Collection<Long> targets) {
    return choose(runId, targets, BlockingTarget::leaveOut);
  }

  /** Takes in accounts that were left out, or are closed already. */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun takeIn(Long runId, Collection<Long> targets) {
    return choose(runId, targets, BlockingTarget::takeIn);
  }

  private BlockingRun choose(
      Long runId, Collection<Long> targets, Consumer<BlockingTarget> change) {
    BlockingRun run = open(runId);
    List<BlockingTarget> chosen = runs.targets(run, targets);
    if (chosen.isEmpty()) {
      throw new RefusedException("containment.refused.noTarget");
    }
    chosen.forEach(change);
    run.select(Math.toIntExact(count(run, TargetResult.FOUND)));
    acts.current().fact("rows", chosen.size()).fact("accounts", run.getAccounts());
    return done(run);
  }

  /** Asks again the directories that did not answer. */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun findAgain(Long runId) {
    BlockingRun run = open(runId);
    if (count(run, TargetResult.UNANSWERED) == 0) {
      throw new RefusedException("containment.refused.noTarget");
    }
    run.findAgain();
    Page<BlockingTarget> some;
    do {
      some = runs.targets(run, TargetResult.UNANSWERED, Page.Request.firstRows(Page.Request.MOST));
      some.rows().forEach(BlockingTarget::findAgain);
    } while (!some.rows().isEmpty());
    return done(run);
  }

  /**
   * Asks for the block of all that was found. Above the threshold it waits for a second person.
   *
   * @param seen the run as it was read, and so the number of its accounts
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun ask(Long runId, String seen, Blocking.Ask ask) {
    BlockingRun run = open(runId);
    run.mustBeAsSeen(seen);
    AskingSteps.check(ask);
    run.ask(ask, AccountStep.Entry.of(acts, clock), run.getAccounts() <= alone(run));
    tell(run, "asked");
    if (run.getState() == BlockingRun.State.WAITING) {
      String what = "run:" + run.getId() + ":" + clock.instant().getEpochSecond();
      second.isAwaited(run.getIncident(), what, "run", run.hands(), run.getAccounts());
    }
    return done(run);
  }

  /**
   * Approves it, as another than who prepared it and who asked.
   *
   * @param seen the run as it was read
   */
  @Requires(Permission.CONTAINMENT_APPROVE)
  public BlockingRun approve(Long runId, String seen) {
    BlockingRun run = open(runId);
    run.mustBeAsSeen(seen);
    run.approve(AccountStep.Entry.of(acts, clock));
    tell(run, "approved");
    return done(run);
  }

  /** Says no, with the reason; it may be changed and asked again. */
  @Requires(Permission.CONTAINMENT_APPROVE)
  public BlockingRun refuse(Long runId, String why) {
    BlockingRun run = open(runId);
    run.refuse(why, AccountStep.Entry.of(acts, clock));
    tell(run, "refused");
    return done(run);
  }

  /** Asks for no further account; the few that are asked for go on. */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun pause(Long runId) {
    BlockingRun run = open(runId);
    run.pause();
    return done(run);
  }

  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun resume(Long runId) {
    BlockingRun run = open(runId);
    run.resume(clock.instant(), RunFigures.of(run, runs.counts(run), clock.instant()).over());
    return done(run);
  }

  /** Asks for no further account, for good; nothing that was done is undone. */
  @Requires(Permission.CONTAINMENT_ACT)
  public BlockingRun cancel(Long runId) {
    BlockingRun run = open(runId);
    run.cancel(clock.instant());
    tell(run, "cancelled");
    return done(run);
  }

  private BlockingRun open(Long runId) {
    BlockingRun run = runs.get(runId);
    run.getIncident().mustBeOpen();
    return run;
  }

  private long count(BlockingRun run, TargetResult result) {
    return runs.counts(run).getOrDefault(result, 0L);
  }

  /** In the journal of the case, by number alone. */
  private void tell(BlockingRun run, String what) {
    told.fire(
        new CaseActDone(
            run.getIncident(),
            null,
            "containment.journal.run." + what,
            List.of(run.getAccounts()),
            clock.instant()));
  }

  private BlockingRun done(BlockingRun run) {
    Incident incident = run.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("run", run.getId());
    return run;
  }
}
