package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A verdict looks only at its own surroundings, and finds what looking at the whole list finds. */
class VerdictMarksIT {
  private static final int ACTS = 60;
  private static final String[] LEVELS = {"LISTED", "VIEWED", "EXPOSED", "EXCLUDED", "EXFILTRATED"};

  private static Schema schema;
  private static Node node;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void after_each_verdict_marks_and_figures_are_those_of_the_whole_list_counted_anew() {
    Random random = new Random(34);
    Incident incident = Cases.reported(node, Schema.NORMANDY, "28", Instant.now().minusSeconds(60));
    long hospital = schema.organisation("28");
    long part = Cases.involved(node, Schema.NORMANDY, incident, hospital).getId();
    long version = ScopeLists.draft(schema, part, 1);
    Caller decider = Node.caller(7004, RowScope.organisation(hospital));
    // namesakes by three names; some patient numbers stand under two names or twice
    String[] rows = {
      "A jean", "B jean", "C jean", "D jean", "A paul", "E paul", "F paul", "B jean", "G anne",
      "E anne", "H anne", "K alone"
    };
    for (int line = 0; line < rows.length; line++) {
      String[] row = rows[line].split(" ");
      ScopeLists.row(
          schema, version, line, LEVELS[line % LEVELS.length], row[0] + part, row[1] + part);
    }
    schema.change(
        "update affected_person set own_situations = line_number % 16 where scope_version_id = ?"
            + " and line_number % 3 = 1",
        version);
    node.act(Caller.SYSTEM, Permission.SYSTEM, () -> whole(version));
    int decided = 0;
    int takenBack = 0;
    for (int i = 0; i < ACTS; i++) {
      boolean back = random.nextInt(3) == 0;
      if (act(
          decider, () -> back ? takeBack(part, version, random) : decide(part, version, random))) {
        takenBack += back ? 1 : 0;
        decided += back ? 0 : 1;
      }
      List<List<String>> near = state(version);
      node.act(Caller.SYSTEM, Permission.SYSTEM, () -> whole(version));
      assertThat(state(version)).as("act %d", i).isEqualTo(near);
    }
    assertThat(decided).isGreaterThan(15);
    assertThat(takenBack).isGreaterThan(5);
  }

  private static boolean act(Caller decider, Supplier<Boolean> work) {
    try {
      return node.act(decider, Permission.PERSONS_READ, work);
    } catch (RefusedException contradicted) {
      assertThat(contradicted).hasMessage("investigation.refused.contradiction");
      return false;
    }
  }

  private static boolean decide(long part, long version, Random random) {
    var pairs = node.get(DoubleRepository.class).open(list(version), Page.Request.firstRows(50));
    if (pairs.rows().isEmpty()) {
      return false;
    }
    DoubleRepository.Rows pair = pairs.rows().get(random.nextInt(pairs.rows().size()));
    Verdict verdict = random.nextBoolean() ? Verdict.SAME : Verdict.TWO;
    node.get(DoubtSettling.class)
        .decide(part, pair.first().getId(), pair.second().getId(), verdict);
    return true;
  }

  private static boolean takeBack(long part, long version, Random random) {
    List<PersonVerdict> verdicts = node.get(DoubleRepository.class).verdicts(list(version));
    if (verdicts.isEmpty()) {
      return false;
    }
    Long one = verdicts.get(random.nextInt(verdicts.size())).getId();
    node.get(DoubtSettling.class).takeBack(part, one);
    return true;
  }

  private static Object whole(long version) {
    node.get(ScopeCounting.class).count(list(version));
    return version;
  }

  private static ScopeVersion list(long version) {
    return node.entities().find(ScopeVersion.class, version);
  }

  private static List<List<String>> state(long version) {
    List<List<String>> state =
        new java.util.ArrayList<>(
            schema.rows(
                "select line_number, person_key, duplicate, candidate, minor, protected_adult,"
                    + " deceased, in_secrecy from affected_person where scope_version_id = ?"
                    + " order by line_number",
                version));
    state.addAll(
        schema.rows(
            "select row_total, duplicate_rows, candidate_rows, elsewhere_rows, person_total,"
                + " exfiltrated, viewed, listed, exposed, legitimate, excluded, minors,"
                + " protected_adults, deceased, in_secrecy, without_email, without_contact"
                + " from scope_version where id = ?",
            version));
    return state;
  }
}
