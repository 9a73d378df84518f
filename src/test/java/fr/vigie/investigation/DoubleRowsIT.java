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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows with the same names and birth date and different patient numbers, on a real database. */
class DoubleRowsIT {
  private static final Instant NOW = Instant.parse("2026-01-10T09:00:00Z");
  private static final long DPO = 7801;

  private static Schema schema;
  private static Node node;

  private long involvement;
  private long version;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void aList() {
    Incident incident = Cases.reported(node, Caller.SYSTEM, "28", NOW.minusSeconds(60));
    involvement = Cases.involved(node, Caller.SYSTEM, incident, schema.organisation("28")).getId();
    version = list(1);
  }

  @Test
  void threeNamesakesAreThreePairsThatWaitPageByPage() {
    row(version, 2, "LISTED", "A", "jean");
    row(version, 3, "VIEWED", "B", "jean");
    row(version, 4, "VIEWED", "C", "jean");
    row(version, 5, "VIEWED", "D", "someone else");
    assertThat(counted().getCandidates()).isEqualTo(3);
    Page<DoubleRepository.Rows> page = pairs(new Page.Request(0, 2, "", true));
    assertThat(page.total()).isEqualTo(3);
    assertThat(lines(page)).containsExactly("2-3", "2-4");
    assertThat(lines(pairs(new Page.Request(2, 2, "", true)))).containsExactly("3-4");
  }

  @Test
  void theSamePersonIsCountedOnceWithTheStrongestExposureUntilTheVerdictIsTakenBack() {
    row(version, 2, "LISTED", "A", "jean");
    row(version, 3, "VIEWED", "B", "jean");
    schema.change(
        "update affected_person set own_situations = 1 where line_number = 2"
            + " and scope_version_id = ?",
        version);
    assertThat(counted().getPersons()).isEqualTo(2);
    decide(Verdict.SAME);
    ScopeFigures once = counted();
    assertThat(once.getPersons()).isEqualTo(1);
    assertThat(once.getViewed()).isEqualTo(1);
    assertThat(once.getListed()).isZero();
    assertThat(once.getDuplicates()).isEqualTo(1);
    assertThat(once.getCandidates()).isZero();
    assertThat(once.getMinors()).as("one row says so").isEqualTo(1);
    assertThat(keys(version)).containsExactly("A", "A");
    inVersion(
        v -> {
          doubles().remove(doubles().verdicts(v).get(0));
          return null;
        });
    ScopeFigures again = counted();
    assertThat(again.getPersons()).isEqualTo(2);
    assertThat(again.getCandidates()).isEqualTo(2);
    assertThat(again.getMinors()).isEqualTo(1);
    assertThat(minors()).as("the row that says so alone").containsExactly("2");
    assertThat(keys(version)).containsExactly("A", "B");
  }

  @Test
  void twoPersonsWaitNoMoreAndTheThirdPairStillDoes() {
    row(version, 2, "VIEWED", "A", "jean");
    row(version, 3, "VIEWED", "B", "jean");
    row(version, 4, "VIEWED", "C", "jean");
    counted();
    decide(Verdict.TWO);
    assertThat(counted().getCandidates()).isEqualTo(3);
    assertThat(lines(pairs(Page.Request.firstRows(9)))).containsExactly("2-4", "3-4");
    decide(Verdict.SAME);
    assertThat(counted().getCandidates())
        .as("who A and C are together is a question to B again or not at all")
        .isZero();
  }

  @Test
  void aPersonWhoHasStoodInAFrozenListKeepsTheKeyOfTheirMessage() {
    row(version, 2, "VIEWED", "B", "jean");
    counted();
    schema.change("update scope_version set state = 'FROZEN' where id = ?", version);
    long frozen = version;
    version = list(2);
    row(version, 2, "VIEWED", "A", "jean");
    row(version, 3, "VIEWED", "B", "jean");
    counted();
    inVersion(
        v -> {
          assertThat(doubles().stoodFrozen(v, "B")).isTrue();
          assertThat(doubles().stoodFrozen(v, "A")).isFalse();
          DoubleRepository.Rows pair = doubles().open(v, Page.Request.firstRows(1)).rows().get(0);
          doubles().add(new PersonVerdict(v, Verdict.SAME, pair.second(), pair.first(), DPO, NOW));
          return null;
        });
    counted();
    assertThat(keys(version)).containsExactly("B", "B");
    assertThat(keys(frozen)).containsExactly("B");
    assertThat(schema.number("select added from scope_version where id = ?", version))
        .as("nobody new")
        .isZero();
  }

  @Test
  void aVerdictMergesNobodyWhomANewerListGivesOtherNames() {
    row(version, 2, "VIEWED", "A", "jean");
    row(version, 3, "VIEWED", "B", "jean");
    counted();
    decide(Verdict.SAME);
    schema.change("delete from affected_person where scope_version_id = ?", version);
    row(version, 2, "VIEWED", "A", "jean");
    row(version, 3, "VIEWED", "B", "paul");
    assertThat(counted().getPersons()).isEqualTo(2);
  }

  @Test
  void whoDecidedStaysWhenTheListIsErasedAndOfWhomDoesNot() {
    row(version, 2, "VIEWED", "A", "jean");
    row(version, 3, "VIEWED", "B", "jean");
    counted();
    decide(Verdict.SAME);
    inVersion(
        v -> {
          doubles().forgetKeys(involvement);
          return null;
        });
    assertThat(
            schema.rows(
                "select decided_by, kept_key, other_key, identity_hash from person_verdict where"
                    + " scope_version_id = ?",
                version))
        .containsExactly(java.util.Arrays.asList(Long.toString(DPO), null, null, null));
  }

  /** Of the first pair that waits. */
  private void decide(Verdict verdict) {
    inVersion(
        v -> {
          DoubleRepository.Rows pair = doubles().open(v, Page.Request.firstRows(1)).rows().get(0);
          doubles().add(new PersonVerdict(v, verdict, pair.first(), pair.second(), DPO, NOW));
          return null;
        });
  }

  private Page<DoubleRepository.Rows> pairs(Page.Request request) {
    return inVersion(v -> doubles().open(v, request));
  }

  private static List<String> lines(Page<DoubleRepository.Rows> page) {
    return page.rows().stream()
        .map(pair -> pair.first().getLineNumber() + "-" + pair.second().getLineNumber())
        .toList();
  }

  private ScopeFigures counted() {
    return inVersion(
        v -> {
          node.get(ScopeCounting.class).count(v);
          return v.getFigures();
        });
  }

  private List<String> keys(long list) {
    return schema
        .rows(
            "select person_key from affected_person where scope_version_id = ? order by"
                + " line_number",
            list)
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  private List<String> minors() {
    return schema
        .rows(
            "select line_number from affected_person where scope_version_id = ? and minor = true",
            version)
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  private DoubleRepository doubles() {
    return node.get(DoubleRepository.class);
  }

  private <T> T inVersion(Function<ScopeVersion, T> work) {
    return node.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> work.apply(node.entities().find(ScopeVersion.class, version)));
  }

  private long list(int number) {
    return ScopeLists.draft(schema, involvement, number);
  }

  private static void row(long list, int line, String exposure, String ipp, String identity) {
    ScopeLists.row(schema, list, line, exposure, ipp, identity);
  }
}
