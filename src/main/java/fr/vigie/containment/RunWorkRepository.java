package fr.vigie.containment;

import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The machine's own view of runs, in every region; people's is {@link RunRepository}. */
@ApplicationScoped
public class RunWorkRepository extends Repository {
  private static final String IN_FLIGHT =
      " from BlockingTarget t where t.run = :run and t.state = :asked and exists (select s from"
          + " BlockingStep s where s.account = t.account and s.byMachine = true"
          + " and s.state in :open)";

  List<BlockingRun> in(BlockingRun.State state) {
    return entities
        .createQuery(
            "select r from BlockingRun r join fetch r.incident where r.state = :state"
                + " order by r.createdAt, r.id",
            BlockingRun.class)
        .setParameter("state", state)
        .getResultList();
  }

  /** For the rest of the transaction nobody else moves it on. Ask for nothing before. */
  BlockingRun lock(Long id) {
    entities
        .createNativeQuery("select id from blocking_run where id = ? for update")
        .setParameter(1, id)
        .getResultList();
    return find(BlockingRun.class, id).orElseThrow(() -> notFound(BlockingRun.class, id));
  }

  boolean hasToFind(BlockingRun run, Instant now) {
    return !entities
        .createQuery(
            "select t.id from BlockingTarget t where t.run = :run and t.state = :toFind"
                + " and (t.leaseUntil is null or t.leaseUntil < :now)",
            Long.class)
        .setParameter("run", run)
        .setParameter("toFind", BlockingTarget.State.TO_FIND)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Rows that another node is taking are left to it. */
  List<BlockingTarget> claim(BlockingRun run, Instant now, int most) {
    return targets(
        entities
            .createNativeQuery(
                "select id from blocking_target where run_id = ? and state = 'TO_FIND'"
                    + " and (lease_until is null or lease_until < ?)"
                    + " order by line_number limit ? for update skip locked")
            .setParameter(1, run.getId())
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, most)
            .getResultList());
  }

  /** The next accounts to ask for in one directory. */
  List<BlockingTarget> next(BlockingRun run, DirectoryConnection connection, int most) {
    return targets(
        entities
            .createNativeQuery(
                "select id from blocking_target where run_id = ? and state = 'FOUND'"
                    + " and connection_id = ? order by line_number, id limit ?"
                    + " for update skip locked")
            .setParameter(1, run.getId())
            .setParameter(2, connection.getId())
            .setParameter(3, most)
            .getResultList());
  }

  private List<BlockingTarget> targets(List<?> ids) {
    return ids.stream()
        .map(id -> find(BlockingTarget.class, ((Number) id).longValue()).orElseThrow())
        .toList();
  }

  /** A row of a run that is locked; null when it is gone. */
  BlockingTarget target(BlockingRun run, Long id) {
    return find(BlockingTarget.class, id).filter(t -> t.getRun().equals(run)).orElse(null);
  }

  long count(BlockingRun run, BlockingTarget.State state) {
    return entities
        .createQuery(
            "select count(t) from BlockingTarget t where t.run = :run and t.state = :state",
            Long.class)
        .setParameter("run", run)
        .setParameter("state", state)
        .getSingleResult();
  }

  /** Asked for, and a machine is not done with them. */
  long inFlight(BlockingRun run) {
    return entities
        .createQuery("select count(t)" + IN_FLIGHT, Long.class)
        .setParameter("run", run)
        .setParameter("asked", BlockingTarget.State.ASKED)
        .setParameter("open", EnumSet.of(BlockingStep.State.ASKED, BlockingStep.State.RUNNING))
        .getSingleResult();
  }

  /** The same in one directory. */
  long inFlight(BlockingRun run, DirectoryConnection connection) {
    return entities
        .createQuery("select count(t)" + IN_FLIGHT + " and t.connection = :there", Long.class)
        .setParameter("run", run)
        .setParameter("asked", BlockingTarget.State.ASKED)
        .setParameter("open", EnumSet.of(BlockingStep.State.ASKED, BlockingStep.State.RUNNING))
        .setParameter("there", connection)
        .getSingleResult();
  }

  /** Where accounts are still to be asked for. */
  List<DirectoryConnection> toFeed(BlockingRun run) {
    return entities
        .createQuery(
            "select distinct c from BlockingTarget t join t.connection c where t.run = :run"
                + " and t.state = :found",
            DirectoryConnection.class)
        .setParameter("run", run)
        .setParameter("found", BlockingTarget.State.FOUND)
        .getResultList();
  }

  /** What was found so far, as {@code connection id/uid}. */
  Set<String> found(BlockingRun run) {
    Set<String> found = new HashSet<>();
    entities
        .createQuery(
            "select c.id, t.found.uid from BlockingTarget t join t.connection c"
                + " where t.run = :run and t.found.uid is not null",
            Object[].class)
        .setParameter("run", run)
        .getResultStream()
        .forEach(row -> found.add(row[0] + "/" + row[1]));
    return found;
  }

  /** Whether another row stands for the same line. */
  boolean hasAnother(BlockingTarget target) {
    return !entities
        .createQuery(
            "select t.id from BlockingTarget t where t.run = :run and t.line = :line"
                + " and t.id <> :id",
            Long.class)
        .setParameter("run", target.getRun())
        .setParameter("line", target.getLine())
        .setParameter("id", target.getId())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  void add(Persistent entity) {
    entities.persist(entity);
  }

  void remove(Persistent entity) {
    entities.remove(entity);
  }
}
