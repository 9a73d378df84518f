package fr.vigie.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Race;
import fr.vigie.database.Schema;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several nodes look at the same clocks; each reminder goes out once. */
class RemindingIT {
  /** Long ago, so that no clock of another test is due. */
  private static final Instant QUALIFIED = Instant.parse("2020-03-02T08:00:00Z");

  /** The health portal's and the OSE's four hours end in less than one. */
  private static final Instant NOW = QUALIFIED.plus(Duration.ofMinutes(200));

  private static final String REGION = "93";
  private static final String OTHER_REGION = "94";
  private static final String THIRD_REGION = "76";
  private static final int ROUNDS = 10;
  private static final int CASES = 4;
  private static final int CLOCKS_EACH = 2;
  private static final int PEOPLE = 2;

  private static Schema schema;
  private static Node author;
  private static Node first;
  private static Node second;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    author = schema.node(Clock.fixed(QUALIFIED, ZoneOffset.UTC));
    first = schema.node(Clock.fixed(NOW, ZoneOffset.UTC));
    second = schema.node(Clock.fixed(NOW, ZoneOffset.UTC));
    for (int i = 0; i < PEOPLE; i++) {
      schema.person("REGIONAL_CISO", REGION, null);
      schema.person("REGIONAL_CISO", OTHER_REGION, null);
    }
  }

  @AfterAll
  static void stop() {
    List.of(author, first, second).forEach(Node::close);
  }

  @Test
  void twoNodesTellEachPersonOnceOfEachClock() throws Exception {
    long alertsBefore = alerts();
    AtomicLong failures = new AtomicLong();
    long told = 0;
    for (int i = 0; i < CASES; i++) {
      Cases.qualified(author, Caller.SYSTEM, REGION, QUALIFIED);
    }
    for (int round = 0; round < ROUNDS; round++) {
      moveDeadlines(round);
      told +=
          Race.of(
                  List.<java.util.concurrent.Callable<Long>>of(
                      () -> look(first, failures), () -> look(second, failures)))
              .stream()
              .mapToLong(Long::longValue)
              .sum();
    }
    long expected = (long) ROUNDS * CASES * CLOCKS_EACH * PEOPLE;
    assertThat(told).isEqualTo(expected);
    assertThat(alerts() - alertsBefore).isEqualTo(expected);
    assertThat(repeated()).isEmpty();
    assertThat(failures).hasValue(0);
  }

  @Test
  void whatANodeLeavesUndoneWhenItDiesTheOtherDoes() throws Exception {
    Cases.qualified(author, Caller.SYSTEM, OTHER_REGION, QUALIFIED);
    List<ReminderRepository.Due> due = due(first);
    assertThat(due).hasSize(CLOCKS_EACH);
    CountDownLatch claimed = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    AtomicLong connection = new AtomicLong();
    CompletableFuture<Integer> dying =
        CompletableFuture.supplyAsync(
            () ->
                first.act(
                    Caller.SYSTEM,
                    Permission.SYSTEM,
                    () -> {
                      int people = first.get(Reminding.class).remind(due.get(0));
                      connection.set(connectionOf(first));
                      claimed.countDown();
                      await(killed);
                      return people;
                    }));
    claimed.await();
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> remind(second, due.get(0)));
    schema.change("kill " + connection.get());
    killed.countDown();
    assertThatThrownBy(dying::get).hasRootCauseInstanceOf(java.io.IOException.class);
    assertThat(other.get()).isEqualTo(PEOPLE);
    assertThat(remind(second, due.get(0))).isZero();
    look(second, new AtomicLong());
    assertThat(due(second)).isEmpty();
    assertThat(repeated()).isEmpty();
  }

  @Test
  void aPastDeadlineThatMovesToAnotherTimePastIsNotToldTwice() {
    Cases.qualified(author, Caller.SYSTEM, THIRD_REGION, QUALIFIED);
    long person = schema.person("REGIONAL_CISO", THIRD_REGION, null);
    pastDue("2 hour");
    look(first, new AtomicLong());
    assertThat(toldAfter(person)).as("each clock once").isEqualTo(overdue()).isPositive();
    pastDue("30 hour");
    look(first, new AtomicLong());
    assertThat(toldAfter(person)).as("moved further into the past").isEqualTo(overdue());
    assertThat(mails()).anyMatch(mail -> mail.contains("si le régime s’applique"));
    assertThat(mails())
        .filteredOn(mail -> mail.contains("Échéance : ") || mail.contains("échéance est passée"))
        .allMatch(mail -> mail.contains("objectif interne") || mail.contains("CNIL"));
  }

  private static void pastDue(String ago) {
    schema.change(
        "update regime_track t join incident i on i.id = t.incident_id set t.due_at = ? - interval "
            + ago
            + " where i.region_code = ? and t.due_at is not null",
        java.sql.Timestamp.from(NOW),
        THIRD_REGION);
  }

  private static long overdue() {
    return schema.number(
        "select count(*) from regime_track t join incident i on i.id = t.incident_id join"
            + " reminder_threshold h on h.regime = t.regime and h.kind = 'AFTER_DUE' where"
            + " i.region_code = '"
            + THIRD_REGION
            + "' and t.watched = true and t.due_at is not null");
  }

  private static long toldAfter(long person) {
    return schema.number(
        "select count(*) from regime_alert a join regime_track t on t.id = a.track_id join incident"
            + " i on i.id = t.incident_id where a.kind = 'AFTER_DUE' and i.region_code = '"
            + THIRD_REGION
            + "' and a.user_id = "
            + person);
  }

  private static List<String> mails() {
    return schema
        .rows(
            "select m.body from mail_outbox m join incident i on m.body like concat('%',"
                + " i.reference, '%') where i.region_code = '"
                + THIRD_REGION
                + "'")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** As the timer looks, until nothing is due. */
  private static long look(Node node, AtomicLong failures) {
    long told = 0;
    for (List<ReminderRepository.Due> due = due(node); !due.isEmpty(); due = due(node)) {
      for (ReminderRepository.Due one : due) {
        try {
          told += remind(node, one);
        } catch (RuntimeException failed) {
          failures.incrementAndGet();
        }
      }
    }
    return told;
  }

  private static List<ReminderRepository.Due> due(Node node) {
    return node.act(Caller.SYSTEM, Permission.REGIME_READ, () -> node.get(Reminding.class).due());
  }

  private static int remind(Node node, ReminderRepository.Due due) {
    return node.act(Caller.SYSTEM, Permission.SYSTEM, () -> node.get(Reminding.class).remind(due));
  }

  private static long connectionOf(Node node) {
    Object id = node.entities().createNativeQuery("select connection_id()").getSingleResult();
    return ((Number) id).longValue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A deadline that moves is reminded of anew. */
  private static void moveDeadlines(int round) {
    schema.change(
        "update regime_track t join incident i on i.id = t.incident_id set t.due_at = t.due_at +"
            + " interval ? minute where i.region_code = ? and t.due_at is not null",
        round == 0 ? 0 : 1,
        REGION);
  }

  private static long alerts() {
    return schema.number("select count(*) from regime_alert");
  }

  /** A person told twice of one clock and threshold, in the application or by mail. */
  private static List<List<String>> repeated() {
    return schema.rows(
        "select r.track_id, r.threshold_id, r.for_due_at, a.user_id, count(*), count(m.id) from reminder r"
            + " join regime_alert a on a.reminder_id = r.id left join mail_outbox m on m.mail_key ="
            + " concat('reminder:', r.id, ':', a.user_id) group by r.track_id, r.threshold_id,"
            + " r.for_due_at, a.user_id having count(*) <> 1 or count(m.id) <> 1");
  }
}
