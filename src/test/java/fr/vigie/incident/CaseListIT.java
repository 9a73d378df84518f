package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Page;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of cases, in the order that is asked for. */
class CaseListIT {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static Node node;
  private static Caller hospital;
  private static String late;
  private static String early;

  @BeforeAll
  static void start() {
    Schema schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
    long organisation = schema.organisation("28");
    hospital = Node.caller(7005, RowScope.organisation(organisation));
    late = reported(organisation, NOW.minusSeconds(60));
    early = reported(organisation, NOW.minusSeconds(3_600));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reference", "title", "state", "category", "region", "created", "firstSignal"})
  void everyColumnThatCanBeSortedByShowsEachCaseOnce(String column) {
    assertThat(sorted(column, true)).containsExactlyInAnyOrder(early, late);
  }

  @Test
  void theFirstSignalsStandInTheOrderOfTime() {
    assertThat(sorted("firstSignal", true)).containsExactly(early, late);
    assertThat(sorted("firstSignal", false)).containsExactly(late, early);
  }

  private static List<String> sorted(String column, boolean ascending) {
    return node.read(
        hospital,
        () ->
            node
                .get(CaseFile.class)
                .find(IncidentRepository.Filter.ALL, new Page.Request(0, 10, column, ascending))
                .rows()
                .stream()
                .map(Incident::getReference)
                .toList());
  }

  private static String reported(long organisation, Instant signal) {
    Incident incident = Cases.reported(node, Schema.NORMANDY, "28", signal);
    Cases.involved(node, Schema.NORMANDY, incident, organisation);
    return incident.getReference();
  }
}
