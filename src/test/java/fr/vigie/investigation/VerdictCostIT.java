package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.bench.Watched;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.launch.TestParts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a verdict on one pair costs in a long list and in a short one. {@code
 * -Dvigie.bench.persons=100000} measures a list of that length (docs/performance.md).
 */
class VerdictCostIT {
  private static final Logger LOG = Logger.getLogger(VerdictCostIT.class.getName());
  private static final int LONG = Integer.getInteger("vigie.bench.persons", 4_000);
  private static final int SHORT = 200;
  private static final int DOUBTS = 50;

  private static Schema schema;
  private static Watched watched;
  private static Node node;

  /** What an act costs. */
  private record Cost(long statements, long rows) {}

  /** A list with so many rows, and its controller's own person who decides. */
  private record List(int rows, long involvement, long version, Caller decider) {}

  @BeforeAll
  static void start() throws SQLException {
    schema = Schema.migrated();
    watched = new Watched(TestParts.current().database().connect());
    node = new Node(watched.source(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_verdict_reads_no_more_in_a_long_list_than_in_a_short_one() throws SQLException {
    List small = list(SHORT);
    List large = list(LONG);
    for (Verdict verdict : Verdict.values()) {
      Cost less = decide(small, verdict);
      Cost more = decide(large, verdict);
      assertThat(more.statements()).as("statements").isEqualTo(less.statements());
      assertThat(more.rows()).as("rows read for %s", verdict).isLessThan(less.rows() + 50);
    }
    Cost less = takeBack(small);
    Cost more = takeBack(large);
    assertThat(more.rows()).as("rows read to take one back").isLessThan(less.rows() + 50);
  }

  private static Cost decide(List list, Verdict verdict) throws SQLException {
    DoubleRepository.Rows pair =
        act(list, () -> doubles().open(version(list), Page.Request.firstRows(1)).rows().get(0));
    return cost(
        verdict.name(),
        list,
        () ->
            settling()
                .decide(list.involvement(), pair.first().getId(), pair.second().getId(), verdict));
  }

  private static Cost takeBack(List list) throws SQLException {
    Long one = act(list, () -> doubles().verdicts(version(list)).get(0).getId());
    return cost("taken back", list, () -> settling().takeBack(list.involvement(), one));
  }

  private static <T> T act(List list, Supplier<T> work) {
    return node.act(list.decider(), Permission.PERSONS_READ, work);
  }

  private static DoubleRepository doubles() {
    return node.get(DoubleRepository.class);
  }

  private static ScopeVersion version(List list) {
    return node.entities().find(ScopeVersion.class, list.version());
  }

  private static DoubtSettling settling() {
    return node.get(DoubtSettling.class);
  }

  private static Cost cost(String what, List list, Supplier<?> work) throws SQLException {
    watched.statements();
    long before = watched.rowsRead();
    long began = System.nanoTime();
    act(list, work);
    long millis = (System.nanoTime() - began) / 1_000_000;
    Cost cost = new Cost(watched.statements().size(), watched.rowsRead() - before);
    LOG.info(() -> what + " among " + list.rows() + " rows: " + cost + ", " + millis + " ms");
    return cost;
  }

  /** Counted as an import counts it: pairs of namesakes first, then persons of one row. */
  private static List list(int rows) {
    Instant signal = Instant.now().minusSeconds(60);
    Incident incident = Cases.reported(node, Schema.NORMANDY, "28", signal);
    long hospital = schema.organisation("28");
    long involvement = Cases.involved(node, Schema.NORMANDY, incident, hospital).getId();
    String keyed = Long.toHexString(involvement);
    long frozen = ScopeLists.draft(schema, involvement, 1);
    ScopeLists.fill(schema, frozen, keyed, rows, 0);
    schema.change("update scope_version set state = 'FROZEN' where id = ?", frozen);
    long version = ScopeLists.draft(schema, involvement, 2);
    ScopeLists.fill(schema, version, keyed, rows, DOUBTS);
    List list =
        new List(rows, involvement, version, Node.caller(7003, RowScope.organisation(hospital)));
    node.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> {
          node.get(ScopeCounting.class).count(version(list));
          return null;
        });
    return list;
  }
}
