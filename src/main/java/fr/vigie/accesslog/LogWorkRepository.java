package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The machine's own view of logs and runs, in every region; people's is {@link AccessRepository}.
 */
@ApplicationScoped
public class LogWorkRepository extends Repository {
  private static final int DELETED_AT_ONCE = 20_000;

  @Inject KeyRing ring;

  boolean hasWork(Instant now) {
    return !waiting("access_file", "READING", now, "").isEmpty()
        || !waiting("access_run", "RUNNING", now, "").isEmpty()
        || abandoned().isPresent();
  }

  /** A run that was cancelled or failed and still has what it found. */
  Optional<Long> abandoned() {
    List<?> ids =
        entities
            .createNativeQuery(
                "select r.id from access_run r where r.state in ('CANCELLED', 'FAILED') and exists"
                    + " (select 1 from access_sitting s where s.run_id = r.id union all select 1 from"
                    + " access_rejection e where e.run_id = r.id) limit 1")
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
  }

  /** Drops some of what an abandoned run found; its sittings last. */
  void forgetSome(Long runId) {
    boolean more = forgetHits(runId, "");
    if (!more) {
      delete("delete from access_person where run_id = ?", List.of(runId));
      delete("delete from access_rejection where run_id = ?", List.of(runId));
      delete("delete from access_sitting where run_id = ?", List.of(runId));
    }
  }

  /** The file that waits longest; another node that takes it has it. */
  Optional<AccessFile> claimFile(Instant now) {
    return waiting("access_file", "READING", now, " for update skip locked").stream()
        .findFirst()
        .flatMap(id -> find(AccessFile.class, id));
  }

  Optional<AccessRun> claimRun(Instant now) {
    return waiting("access_run", "RUNNING", now, " for update skip locked").stream()
        .findFirst()
        .flatMap(id -> find(AccessRun.class, id));
  }

  private List<Long> waiting(String table, String state, Instant now, String lock) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from "
                    + table
                    + " where state = ? and (lease_until is null or lease_until < ?)"
                    + " order by id limit 1"
                    + lock)
            .setParameter(1, state)
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  AccessFile lockFile(Long id) {
    lock("access_file", id);
    return find(AccessFile.class, id).orElseThrow(() -> notFound(AccessFile.class, id));
  }

  AccessRun lockRun(Long id) {
    lock("access_run", id);
    return find(AccessRun.class, id).orElseThrow(() -> notFound(AccessRun.class, id));
  }

  private void lock(String table, Long id) {
    entities
        .createNativeQuery("select id from " + table + " where id = ? for update")
        .setParameter(1, id)
        .getResultList();
  }

  List<RunFile> files(AccessRun run) {
    return entities
        .createQuery(
            "select f from RunFile f where f.run = :run order by f.file.addedAt, f.id",
            RunFile.class)
        .setParameter("run", run)
        .getResultList();
  }

  List<AccessSitting> sittings(AccessRun run) {
    return entities
        .createQuery("select s from AccessSitting s where s.run = :run", AccessSitting.class)
        .setParameter("run", run)
        .getResultList();
  }

  /** What was decided in a case; nobody decides more until the answer is finished. */
  List<SittingVerdict> verdicts(Incident incident) {
    entities.lock(incident, LockModeType.PESSIMISTIC_WRITE);
    return entities
        .createQuery(
            "select v from SittingVerdict v where v.incident = :incident order by v.decidedAt,"
                + " v.id",
            SittingVerdict.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  long count(Incident incident, AccessFile.State state) {
    return entities
        .createQuery(
            "select count(f) from AccessFile f where f.incident = :incident and f.state = :state",
            Long.class)
        .setParameter("incident", incident)
        .setParameter("state", state)
        .getSingleResult();
  }

  /** Sittings of the last answered run of a case that nobody has decided about. */
  long undecided(Incident incident) {
    return entities
        .createQuery(
            "select count(s) from AccessSitting s where s.verdict = :undecided and s.run.id ="
                + " (select max(r.id) from AccessRun r where r.incident = :incident"
                + " and r.state = :done)",
            Long.class)
        .setParameter("incident", incident)
        .setParameter("undecided", Verdict.UNDECIDED)
        .setParameter("done", AccessRun.State.DONE)
        .getSingleResult();
  }

  /** Made with the first run of a case. */
  PatientSeal seal(Incident incident) {
    AccessKey key =
        entities
            .createQuery("select k from AccessKey k where k.incident = :incident", AccessKey.class)
            .setParameter("incident", incident)
            .getResultStream()
            .findFirst()
            .orElseGet(
                () -> {
                  AccessKey made = new AccessKey(incident, ring);
                  entities.persist(made);
                  return made;
                });
    return key.open(ring);
  }

  void add(Object entity) {
    entities.persist(entity);
  }

  /** Rows written by other means find what they hang from. */
  Connection connection() {
    entities.flush();
    return entities.unwrap(Connection.class);
  }

  /** Some of what was found in a file before a node died; false when nothing is left. */
  boolean forgetHits(RunFile file) {
    delete(
        "delete from access_rejection where run_id = ? and file_id = ?",
        List.of(file.getRun().getId(), file.getFile().getId()));
    return forgetHits(file.getRun().getId(), " and file_id = " + file.getFile().getId());
  }

  private boolean forgetHits(Long runId, String only) {
    List<?> ids =
        entities
            .createNativeQuery("select id from access_hit where run_id = ?" + only + " limit ?")
            .setParameter(1, runId)
            .setParameter(2, DELETED_AT_ONCE)
            .getResultList();
    for (int i = 0; i < ids.size(); i += 1000) {
      List<?> some = ids.subList(i, Math.min(ids.size(), i + 1000));
      String places = places(some);
      delete("delete from access_hit_person where hit_id in (" + places + ")", some);
      delete("delete from access_hit where id in (" + places + ")", some);
    }
    return !ids.isEmpty();
  }

  private void delete(String sql, List<?> ids) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < ids.size(); i++) {
      query.setParameter(i + 1, ids.get(i));
    }
    query.executeUpdate();
  }

  void forgetRejections(Long fileId) {
    entities
        .createNativeQuery("delete from access_rejection where file_id = ? and run_id is null")
        .setParameter(1, fileId)
        .executeUpdate();
  }

  /** What each sitting of a run comes to. */
  void countSittings(AccessRun run) {
    entities
        .createNativeQuery(
            "update access_sitting s join (select h.sitting_id, min(h.at) first_at, max(h.at)"
                + " last_at, count(*) accesses, sum(h.outcome = 'FAILURE') failures from access_hit"
                + " h where h.run_id = ? group by h.sitting_id) x on x.sitting_id = s.id set"
                + " s.first_at = x.first_at, s.last_at = x.last_at, s.accesses = x.accesses,"
                + " s.failures = x.failures where s.run_id = ?")
        .setParameter(1, run.getId())
        .setParameter(2, run.getId())
        .executeUpdate();
    entities
        .createNativeQuery(
            "update access_sitting s join (select h.sitting_id, count(distinct p.patient_hash)"
                + " patients from access_hit h join access_hit_person p on p.hit_id = h.id where"
                + " h.run_id = ? group by h.sitting_id) x on x.sitting_id = s.id set s.patients ="
                + " x.patients where s.run_id = ?")
        .setParameter(1, run.getId())
        .setParameter(2, run.getId())
        .executeUpdate();
    entities
        .createNativeQuery("delete from access_sitting where run_id = ? and accesses = 0")
        .setParameter(1, run.getId())
        .executeUpdate();
  }
}
