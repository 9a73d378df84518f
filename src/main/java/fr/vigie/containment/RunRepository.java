package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.DecisionsForTwo;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs of cases that the caller sees as a whole, and their rows. */
@ApplicationScoped
public class RunRepository extends Repository {
  private static final String FROM =
      " from BlockingTarget t left join t.account a where t.run = :run";

  /** Its block was tried, given up, and is not tried again. */
  private static final String FAILED =
      "a.state in :unblocked and exists (select f from BlockingStep f where f.account = a"
          + " and f.action = :disable and f.state = :failed) and not exists (select o from"
          + " BlockingStep o where o.account = a and o.action = :disable and o.state in :open)";

  @Inject IncidentRepository incidents;

  BlockingRun get(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select r from BlockingRun r where r.id = :id and "
                        + rows.incident("r.incident"),
                    BlockingRun.class)
                .setParameter("id", id))
        .getResultStream()
        .filter(run -> rows.seesWhole(run.getIncident()))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("BlockingRun", id));
  }

  /** Of a case that was shown as a whole, newest first. */
  List<BlockingRun> of(Incident incident) {
    return entities
        .createQuery(
            "select r from BlockingRun r where r.incident = :incident"
                + " order by r.createdAt desc, r.id desc",
            BlockingRun.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  /** Those that the caller may decide, of open cases, the oldest first. */
  List<BlockingRun> toDecide() {
    IncidentRows rows = incidents.rows(Permission.CONTAINMENT_APPROVE);
    return rows.bind(
            entities
                .createQuery(
                    "select r from BlockingRun r join fetch r.incident i where r.state = :waiting"
                        + " and r.askedById <> :me and r.createdById <> :me and "
                        + IncidentRows.unended("i")
                        + " and "
                        + rows.incident("i")
                        + " order by r.askedAt, r.id",
                    BlockingRun.class)
                .setParameter("waiting", BlockingRun.State.WAITING)
                .setParameter("me", acts.caller().id()))
        .setMaxResults(DecisionsForTwo.MOST)
        .getResultStream()
        .filter(run -> rows.seesWhole(run.getIncident()))
        .toList();
  }

  /** Accounts of a case that were asked for since then with one person's word. */
  long alone(Incident incident, Instant since) {
    Long sum =
        entities
            .createQuery(
                "select sum(r.accounts) from BlockingRun r where r.incident = :incident"
                    + " and r.askedAt >= :since and r.decidedById is null and r.state in :going",
                Long.class)
            .setParameter("incident", incident)
            .setParameter("since", since)
            .setParameter(
                "going",
                EnumSet.of(
                    BlockingRun.State.RUNNING, BlockingRun.State.PAUSED, BlockingRun.State.DONE))
            .getSingleResult();
    return sum == null ? 0 : sum;
  }

  /** Open steps of one action, to be done by hand, of the accounts of a run. */
  List<BlockingStep> byHand(BlockingRun run, AccountAction action) {
    return entities
        .createQuery(
            "select s from BlockingStep s where s.action = :action and s.byMachine = false"
                + " and s.state = :asked and s.account in (select t.account from BlockingTarget t"
                + " where t.run = :run)",
            BlockingStep.class)
        .setParameter("run", run)
        .setParameter("action", action)
        .setParameter("asked", BlockingStep.State.ASKED)
        .getResultList();
  }

  /** How many steps of each action wait to be done by hand. */
  Map<AccountAction, Long> byHand(BlockingRun run) {
    Map<AccountAction, Long> counts = new EnumMap<>(AccountAction.class);
    entities
        .createQuery(
            "select s.action, count(s) from BlockingStep s where s.byMachine = false"
                + " and s.state = :asked and s.account in (select t.account from BlockingTarget t"
                + " where t.run = :run) group by s.action",
            Object[].class)
        .setParameter("run", run)
        .setParameter("asked", BlockingStep.State.ASKED)
        .getResultList()
        .forEach(row -> counts.put((AccountAction) row[0], (Long) row[1]));
    return counts;
  }

  /** Rows by result. */
  Map<TargetResult, Long> counts(BlockingRun run) {
    Map<TargetResult, Long> counts = new EnumMap<>(TargetResult.class);
    List<Object[]> rows =
        entities
            .createQuery(
                "select t.state, a.state, count(t)" + FROM + " group by t.state, a.state",
                Object[].class)
            .setParameter("run", run)
            .getResultList();
    for (Object[] row : rows) {
      TargetResult result =
          TargetResult.of((BlockingTarget.State) row[0], (AccountState) row[1], false);
      counts.merge(result, (Long) row[2], Long::sum);
    }
    long failed = failed(run).size();
    if (failed > 0) {
      counts.merge(TargetResult.UNDERWAY, -failed, Long::sum);
      counts.put(TargetResult.FAILED, failed);
    }
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /** Ids of the rows whose block was given up. */
  Set<Long> failed(BlockingRun run) {
    return new HashSet<>(
        bindFailed(
                entities
                    .createQuery(
                        "select t.id" + FROM + " and t.state = :asked and " + FAILED, Long.class)
                    .setParameter("run", run)
                    .setParameter("asked", BlockingTarget.State.ASKED))
            .getResultList());
  }

  /**
   * @param result null: whatever it is
   */
  Page<BlockingTarget> targets(BlockingRun run, TargetResult result, Page.Request request) {
    String where = FROM + condition(result);
    List<BlockingTarget> rows =
        bind(
                entities.createQuery(
                    "select t" + where + " order by t.line, t.id", BlockingTarget.class),
                run,
                result)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    Long total =
        bind(entities.createQuery("select count(t)" + where, Long.class), run, result)
            .getSingleResult();
    return new Page<>(rows, total);
  }

  private static String condition(TargetResult result) {
    if (result == null) {
      return "";
    }
    return switch (result) {
      case UNDERWAY -> " and t.state = :state and a.state in :unblocked and not (" + FAILED + ")";
      case FAILED -> " and t.state = :state and " + FAILED;
      case CLAIMED, PROVEN, SEEN_OPEN, SETTLED -> " and t.state = :state and a.state in :accounts";
      default -> " and t.state = :state";
    };
  }

  private <Q extends Query> Q bind(Q query, BlockingRun run, TargetResult result) {
    query.setParameter("run", run);
    if (result == null) {
      return query;
    }
    query.setParameter("state", result.state().orElse(BlockingTarget.State.ASKED));
    switch (result) {
      case UNDERWAY, FAILED -> bindFailed(query);
      case CLAIMED -> query.setParameter("accounts", EnumSet.of(AccountState.CLAIMED));
      case PROVEN -> query.setParameter("accounts", EnumSet.of(AccountState.BLOCKED));
      case SEEN_OPEN -> query.setParameter("accounts", EnumSet.of(AccountState.REOPENED));
      case SETTLED ->
          query.setParameter("accounts", EnumSet.of(AccountState.RESTORED, AccountState.CLEARED));
      default -> {
        // the state of the row says it all
      }
    }
    return query;
  }

  private static <Q extends Query> Q bindFailed(Q query) {
    query.setParameter("unblocked", EnumSet.of(AccountState.SUSPECTED, AccountState.CONFIRMED));
    query.setParameter("disable", AccountAction.DISABLE);
    query.setParameter("failed", BlockingStep.State.FAILED);
    query.setParameter("open", EnumSet.of(BlockingStep.State.ASKED, BlockingStep.State.RUNNING));
    return query;
  }

  /** How many accounts would be blocked in each directory. */
  List<InOne> byDirectory(BlockingRun run) {
    return entities
        .createQuery(
            "select c, count(t) from BlockingTarget t join t.connection c where t.run = :run"
                + " and t.state = :found group by c order by c.name",
            Object[].class)
        .setParameter("run", run)
        .setParameter("found", BlockingTarget.State.FOUND)
        .getResultStream()
        .map(row -> new InOne((DirectoryConnection) row[0], (Long) row[1]))
        .toList();
  }

  /** So many accounts in one directory. */
  public record InOne(DirectoryConnection connection, long accounts) {
    /** What a machine does there; the rest is asked of people. */
    public List<AccountAction> byMachine() {
      return AccountAction.checklist().stream()
          .filter(action -> action.isIn(connection.abilities()))
          .toList();
    }
  }

  /** Rows of a run by their ids; ids of others find nothing. */
  List<BlockingTarget> targets(BlockingRun run, Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select t from BlockingTarget t where t.run = :run and t.id in :ids",
                BlockingTarget.class)
            .setParameter("run", run)
            .setParameter("ids", ids)
            .getResultList();
  }

  void add(Persistent entity) {
    entities.persist(entity);
  }
}
