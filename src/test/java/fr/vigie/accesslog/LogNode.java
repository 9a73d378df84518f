package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogEngine;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.EvidenceVault;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Vaults;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A node that works on logs without a server: each use case in a transaction of its own. */
final class LogNode implements AutoCloseable {
  static final Caller TEAM = Schema.NORMANDY;

  final Schema schema;
  final Node node;
  final LogWork work;

  LogNode(Schema schema, Path folder, Clock clock) {
    this.schema = schema;
    node = schema.node(clock);
    EvidenceVault vault = Vaults.in(folder, node);
    node.get(LogLines.class).vault = vault;
    node.get(LogFiles.class).vault = vault;
    work = node.get(LogWork.class);
    work.vault = vault;
    work.queue = new ActingQueue(node, node.get(LogQueue.class));
  }

  /** Logs may be tables there. */
  void engine(LogEngine engine) {
    node.get(LogLines.class).engine = engine;
    node.get(LogFiles.class).engine = engine;
    work.engine = engine;
  }

  /** A second passes with each look, so that a lease is renewed at every third. */
  static Clock hurrying(Instant from) {
    AtomicLong looks = new AtomicLong();
    InstantSource seconds = () -> from.plusSeconds(looks.incrementAndGet());
    return seconds.withZone(ZoneOffset.UTC);
  }

  <T> T act(Permission permission, Supplier<T> act) {
    return node.act(TEAM, permission, act);
  }

  <T> T does(Supplier<T> act) {
    return act(Permission.ACCESSLOG_ACT, act);
  }

  <T> T reads(Supplier<T> act) {
    return act(Permission.ACCESSLOG_READ, act);
  }

  Incident incident() {
    return Cases.qualified(node, TEAM, "28", node.get(Clock.class).instant().minusSeconds(60));
  }

  CompromisedAccount account(Incident incident, String login) {
    return act(
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(Containment.class)
                .list(
                    incident.getReference(),
                    null,
                    new CompromisedAccount.Description(login, "annuaire", "", "", "")));
  }

  AccessSource source(long organisation, String zone, int clockOffset) {
    return does(
        () ->
            node.get(LogSources.class)
                .add(
                    organisation,
                    new SourceData(
                        "Identités " + Schema.id(),
                        zone,
                        clockOffset,
                        null,
                        60,
                        "ETAT_CIVIL",
                        "COORDONNEES S_SANTE")));
  }

  AccessFile received(Incident incident, AccessSource source, String name, InputStream bytes) {
    return does(
        () ->
            node.get(LogFiles.class).receive(incident.getReference(), source.getId(), name, bytes));
  }

  /** Received, confirmed and read. */
  AccessFile read(Incident incident, AccessSource source, byte[] bytes, LogShape shape) {
    AccessFile file = received(incident, source, "journal.csv", new ByteArrayInputStream(bytes));
    does(() -> node.get(LogFiles.class).confirm(incident.getReference(), file.getId(), shape));
    work();
    return file(file);
  }

  AccessFile file(AccessFile file) {
    return reads(
        () -> node.get(LogFiles.class).get(file.getIncident().getReference(), file.getId()));
  }

  /** Asked and answered. */
  AccessRun run(Incident incident, Question question) {
    AccessRun run = does(() -> node.get(Asking.class).ask(incident.getReference(), question));
    work();
    return reads(() -> node.get(Answering.class).run(incident.getReference(), run.getId()));
  }

  Answering.Answer answer(Incident incident, AccessRun run) {
    return reads(() -> node.get(Answering.class).answer(incident.getReference(), run.getId()));
  }

  /** What no rule settled was the holder's own work. */
  void decideTheRest(Incident incident, AccessRun run) {
    List<Long> rest =
        answer(incident, run).sittings().stream()
            .filter(sitting -> sitting.getVerdict() == Verdict.UNDECIDED)
            .map(AccessSitting::getId)
            .toList();
    does(
        () ->
            node.get(Verdicts.class)
                .decide(
                    incident.getReference(),
                    run.getId(),
                    rest,
                    Verdict.LEGITIMATE,
                    "Présente au service"));
  }

  /** The worst that each person met, by domain and number. */
  Map<String, Evidenced> found(Incident incident, AccessRun run, Verdict verdict) {
    return node.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> {
          PatientSeal seal = node.get(LogWorkRepository.class).seal(incident);
          Map<String, Evidenced> found = new TreeMap<>();
          List<Object[]> rows =
              node.entities()
                  .createQuery(
                      "select p, min(h.exposure) from AccessPerson p, HitPatient n, AccessHit h"
                          + " where p.run = :run and n.runId = :id and n.patientHash ="
                          + " p.patientHash and h.id = n.hitId and h.exposure is not null and"
                          + " h.sitting.verdict = fr.vigie.accesslog.Verdict."
                          + verdict.name()
                          + " group by p",
                      Object[].class)
                  .setParameter("run", run)
                  .setParameter("id", run.getId())
                  .getResultList();
          for (Object[] row : rows) {
            AccessPerson person = (AccessPerson) row[0];
            found.put(
                person.getDomain() + " " + person.number(seal),
                Evidenced.values()[((Number) row[1]).intValue() - 1]);
          }
          return found;
        });
  }

  void work() {
    while (work.turn()) {
      // the next
    }
  }

  @Override
  public void close() {
    node.close();
  }

  /** As the container does. */
  static class ActingQueue extends LogQueue {
    private final Node node;
    private final LogQueue queue;

    ActingQueue(Node node, LogQueue queue) {
      this.node = node;
      this.queue = queue;
    }

    private <T> T act(Permission permission, Supplier<T> act) {
      return node.act(Caller.SYSTEM, permission, act);
    }

    private void act(Runnable act) {
      act(
          Permission.SYSTEM,
          () -> {
            act.run();
            return null;
          });
    }

    @Override
    public boolean hasWork() {
      return act(Permission.JOB_BEAT, queue::hasWork);
    }

    @Override
    public Optional<LogJob> claim() {
      return act(Permission.SYSTEM, queue::claim);
    }

    @Override
    public Optional<Instant> beatFile(Long file, Instant lease, long bytes, long lines) {
      return act(Permission.JOB_BEAT, () -> queue.beatFile(file, lease, bytes, lines));
    }

    @Override
    public Optional<Instant> beatRun(Long run, Instant lease, long bytes, long lines) {
      return act(Permission.JOB_BEAT, () -> queue.beatRun(run, lease, bytes, lines));
    }

    @Override
    public boolean sweep() {
      return act(Permission.SYSTEM, queue::sweep);
    }

    @Override
    public boolean reject(Long file, Instant lease, List<Rejected> lines) {
      return act(Permission.SYSTEM, () -> queue.reject(file, lease, lines));
    }

    @Override
    public void fileRead(Long file, Instant lease, FileFigures figures) {
      act(() -> queue.fileRead(file, lease, figures));
    }

    @Override
    public void fileFailed(Long file, Instant lease, String problem) {
      act(() -> queue.fileFailed(file, lease, problem));
    }

    @Override
    public boolean forget(Long run, Instant lease, Long part) {
      return act(Permission.SYSTEM, () -> queue.forget(run, lease, part));
    }

    @Override
    public boolean found(
        Long run,
        Instant lease,
        Long part,
        List<AccessSitting> sittings,
        List<LogRows.Hit> hits,
        List<Rejected> unread) {
      return act(Permission.SYSTEM, () -> queue.found(run, lease, part, sittings, hits, unread));
    }

    @Override
    public void partDone(Long run, Instant lease, Long part, RunFile.Counted counted) {
      act(() -> queue.partDone(run, lease, part, counted));
    }

    @Override
    public Map<String, Long> sittings(Long run) {
      return act(Permission.JOB_BEAT, () -> queue.sittings(run));
    }

    @Override
    public void runDone(Long run, Instant lease) {
      act(() -> queue.runDone(run, lease));
    }

    @Override
    public void runFailed(Long run, Instant lease, String problem) {
      act(() -> queue.runFailed(run, lease, problem));
    }
  }
}
