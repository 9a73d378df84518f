package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives long work on logs to nodes and writes down what they find. A node holds a lease that it
 * renews; without one nothing is written, so that a node thought dead writes nothing beside its
 * successor.
 */
@UseCase
public class LogQueue {
  @Inject LogWorkRepository logs;
  @Inject RunDigestRepository digest;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /** Asked often, so a plain reading. */
  @Requires(Permission.JOB_BEAT)
  public boolean hasWork() {
    return acts.scope().everywhere() && logs.hasWork(clock.instant());
  }

  /** Takes the next file to read, else the next run. */
  @Requires(Permission.SYSTEM)
  public Optional<LogJob> claim() {
    Instant now = clock.instant();
    Optional<LogJob> file = logs.claimFile(now).map(found -> reading(found, now));
    return file.isPresent() ? file : logs.claimRun(now).map(found -> running(found, now));
  }

  private LogJob reading(AccessFile file, Instant now) {
    about(file.getIncident()).fact("file", file.getId());
    logs.forgetRejections(file.getId());
    return new LogJob.Reading(
        file.getId(), part(file.getId(), file, file.shape()), file.getJob().take(now));
  }

  private LogJob running(AccessRun run, Instant now) {
    about(run.getIncident()).fact("run", run.getId());
    List<RunFile> files = logs.files(run);
    List<LogJob.Part> todo =
        files.stream()
            .filter(file -> !file.isDone())
            .map(file -> part(file.getId(), file.getFile(), file.shape()))
            .toList();
    long bytes = 0;
    long lines = 0;
    for (RunFile file : files) {
      bytes += file.isDone() ? file.getFile().getEvidence().getSize() : 0;
      lines += file.getLookedAt();
    }
    return new LogJob.Running(
        run.getId(),
        run.getQuestion().question(),
        run.getIncident().zone(),
        logs.seal(run.getIncident()),
        todo,
        bytes,
        lines,
        run.getJob().take(now));
  }

  private static LogJob.Part part(Long id, AccessFile file, LogShape shape) {
    return new LogJob.Part(
        id,
        file.getSource().getId(),
        file.getEvidence().getSha256(),
        file.getEvidence().getSize(),
        shape);
  }

  /** Still at it: the lease begins anew. Empty when the work is no longer this node's. */
  @Requires(Permission.JOB_BEAT)
  public Optional<Instant> beatFile(Long fileId, Instant lease, long bytes, long lines) {
    if (!acts.scope().everywhere()) {
      return Optional.empty();
    }
    AccessFile file = logs.lockFile(fileId);
    return file.getState() == AccessFile.State.READING
        ? beat(file.getJob(), lease, bytes, lines)
        : Optional.empty();
  }

  /** The same for a run. */
  @Requires(Permission.JOB_BEAT)
  public Optional<Instant> beatRun(Long runId, Instant lease, long bytes, long lines) {
    if (!acts.scope().everywhere()) {
      return Optional.empty();
    }
    AccessRun run = logs.lockRun(runId);
    return run.getState() == AccessRun.State.RUNNING
        ? beat(run.getJob(), lease, bytes, lines)
        : Optional.empty();
  }

  private Optional<Instant> beat(JobState job, Instant lease, long bytes, long lines) {
    return job.isHeld(lease) && !job.isCancelled()
        ? Optional.of(job.beat(bytes, lines, clock.instant()))
        : Optional.empty();
  }

  /** Keeps rejected lines; false when the file is no longer this node's. */
  @Requires(Permission.SYSTEM)
  public boolean reject(Long fileId, Instant lease, List<Rejected> lines) {
    AccessFile file = logs.lockFile(fileId);
    about(file.getIncident()).fact("file", fileId).fact("rejected", lines.size());
    if (!holds(file, lease)) {
      return false;
    }
    LogRows.rejections(logs.connection(), fileId, null, lines);
    return true;
  }

  /** The file was read to its end. */
  @Requires(Permission.SYSTEM)
  public void fileRead(Long fileId, Instant lease, FileFigures figures) {
    AccessFile file = logs.lockFile(fileId);
    about(file.getIncident())
        .fact("file", fileId)
        .fact("accesses", figures.getAccesses())
        .fact("rejected", figures.getRejected());
    if (holds(file, lease)) {
      file.read(figures, clock.instant());
      tell(file.getIncident(), "accesslog.journal.read", file.getEvidence().getName());
    }
  }

  /**
   * It cannot be read with that shape.
   *
   * @param problem message key
   */
  @Requires(Permission.SYSTEM)
  public void fileFailed(Long fileId, Instant lease, String problem) {
    AccessFile file = logs.lockFile(fileId);
    about(file.getIncident()).fact("file", fileId).fact("problem", problem);
    if (holds(file, lease)) {
      file.failed(problem, clock.instant());
    }
  }

  private static boolean holds(AccessFile file, Instant lease) {
    return file.getState() == AccessFile.State.READING && file.getJob().isHeld(lease);
  }

  /** Drops what a node found before it died; true while there may be more. */
  @Requires(Permission.SYSTEM)
  public boolean forget(Long runId, Instant lease, Long runFileId) {
    AccessRun run = logs.lockRun(runId);
    about(run.getIncident()).fact("run", runId);
    return holds(run, lease) && logs.forgetHits(file(run, runFileId));
  }

  /**
   * Keeps lines that were found, with the sittings that are new; false when the run is no longer
   * this node's.
   */
  @Requires(Permission.SYSTEM)
  public boolean found(
      Long runId,
      Instant lease,
      Long runFileId,
      List<AccessSitting> sittings,
      List<LogRows.Hit> hits,
      List<Rejected> unread) {
    AccessRun run = logs.lockRun(runId);
    about(run.getIncident()).fact("run", runId).fact("lines", hits.size());
    if (!holds(run, lease)) {
      return false;
    }
    sittings.forEach(sitting -> logs.add(sitting.in(run)));
    RunFile file = file(run, runFileId);
    LogRows.hits(logs.connection(), file, hits);
    LogRows.rejections(logs.connection(), file.getFile().getId(), runId, unread);
    return true;
  }

  /** A file of a run was looked through to its end. */
  @Requires(Permission.SYSTEM)
  public void partDone(Long runId, Instant lease, Long runFileId, RunFile.Counted counted) {
    AccessRun run = logs.lockRun(runId);
    about(run.getIncident()).fact("run", runId).fact("lines", counted.found());
    if (holds(run, lease)) {
      file(run, runFileId).done(counted);
    }
  }

  /** The ids of the sittings of a run that are known, by their keys. */
  @Requires(Permission.JOB_BEAT)
  public Map<String, Long> sittings(Long runId) {
    if (!acts.scope().everywhere()) {
      return Map.of();
    }
    Map<String, Long> known = new HashMap<>();
    logs.sittings(logs.lockRun(runId)).forEach(one -> known.put(one.getKey(), one.getId()));
    return known;
  }

  /** All files are done: counts, lets earlier verdicts speak, and seals the result. */
  @Requires(Permission.SYSTEM)
  public void runDone(Long runId, Instant lease) {
    AccessRun run = logs.lockRun(runId);
    Incident incident = run.getIncident();
    about(incident).fact("run", runId);
    if (!holds(run, lease) || logs.files(run).stream().anyMatch(file -> !file.isDone())) {
      return;
    }
    logs.countSittings(run);
    Map<String, SittingVerdict> said = new HashMap<>();
    logs.verdicts(incident).forEach(verdict -> said.put(verdict.getKey(), verdict));
    logs.sittings(run).stream()
        .filter(sitting -> said.containsKey(sitting.getKey()))
        .forEach(sitting -> sitting.hear(said.get(sitting.getKey())));
    RunDigestRepository.Sealed sealed = digest.over(run);
    run.done(sealed.lines(), sealed.sha256(), clock.instant());
    acts.current().fact("lines", sealed.lines()).fact("digest", sealed.sha256());
    tell(incident, "accesslog.journal.answered", run.getQuestion().getNumber());
    progress.refresh(incident);
  }

  /** It cannot be answered. */
  @Requires(Permission.SYSTEM)
  public void runFailed(Long runId, Instant lease, String problem) {
    AccessRun run = logs.lockRun(runId);
    about(run.getIncident()).fact("run", runId).fact("problem", problem);
    if (holds(run, lease)) {
      run.failed(problem, clock.instant());
    }
  }

  /** Drops some of what a cancelled or failed run found; false when there is none. */
  @Requires(Permission.SYSTEM)
  public boolean sweep() {
    Optional<Long> run = logs.abandoned();
    run.ifPresent(
        id -> {
          acts.current().fact("run", id);
          logs.forgetSome(id);
        });
    return run.isPresent();
  }

  private static boolean holds(AccessRun run, Instant lease) {
    return run.getState() == AccessRun.State.RUNNING && run.getJob().isHeld(lease);
  }

  private RunFile file(AccessRun run, Long id) {
    return logs.files(run).stream()
        .filter(file -> file.getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private fr.vigie.platform.Act about(Incident incident) {
    return acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode());
  }

  private void tell(Incident incident, String key, Object argument) {
    told.fire(
        new CaseActDone(incident, null, key, List.of(String.valueOf(argument)), clock.instant()));
  }
}
