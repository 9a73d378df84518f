package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Race;
import fr.vigie.database.Schema;
import fr.vigie.database.Waves;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes take messages from one queue; a message is never taken twice, nor lost. */
class SendingQueueIT {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final int MESSAGES = 210;
  private static final int BATCH = 7;
  private static final int PACE = 60;
  private static final Duration PERIOD = Duration.ofMinutes(10);

  private static Schema schema;
  private static Node first;
  private static Node second;
  private static long involvement;
  private long wave;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    first = schema.node(Clock.systemUTC());
    second = schema.node(Clock.systemUTC());
  }

  @BeforeEach
  void furnish() {
    Incident incident = Cases.reported(first, Caller.SYSTEM, "28", NOW.minusSeconds(60));
    involvement = Cases.involved(first, Caller.SYSTEM, incident, schema.organisation("28")).getId();
  }

  @AfterEach
  void end() {
    Waves.end(schema, wave);
  }

  @AfterAll
  static void stop() {
    List.of(first, second).forEach(Node::close);
  }

  @Test
  void twoNodesShareTheQueueAndTakeEachMessageOnce() throws Exception {
    wave = Waves.running(schema, involvement, MESSAGES);
    CyclicBarrier both = new CyclicBarrier(2);
    List<List<Long>> taken =
        Race.of(List.<Callable<List<Long>>>of(() -> empty(first, both), () -> empty(second, both)));
    List<Long> all = taken.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(MESSAGES).doesNotHaveDuplicates();
    assertThat(inState("SENDING")).isEqualTo(MESSAGES);
    assertThat(taken).as("both had some").allMatch(some -> !some.isEmpty());
  }

  @Test
  void nodesThatLookAtOnceTakeNoMoreThanThePaceOfThemAll() throws Exception {
    wave = Waves.running(schema, involvement, MESSAGES);
    int pace = leftBefore() + PACE;
    List<List<Long>> taken =
        Race.of(List.<Callable<List<Long>>>of(() -> paced(first, pace), () -> paced(second, pace)));
    assertThat(taken.stream().flatMap(List::stream).toList()).hasSize(PACE).doesNotHaveDuplicates();
    assertThat(paced(first, pace)).as("nothing is left of this minute").isEmpty();
  }

  @Test
  void whatADyingNodeTookAndNeverCommittedTheOtherTakes() throws Exception {
    wave = Waves.running(schema, involvement, BATCH);
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    List<Callable<Integer>> runners =
        List.of(
            () -> {
              assertThatThrownBy(
                      () ->
                          first.act(
                              Caller.SYSTEM,
                              Permission.SYSTEM,
                              () -> {
                                claim(first, BATCH - 2);
                                first.entities().flush();
                                taken.countDown();
                                await(looked);
                                throw new IllegalStateException("power cut");
                              }))
                  .hasMessage("power cut");
              return 0;
            },
            () -> {
              taken.await();
              int meanwhile = take(second).size();
              looked.countDown();
              return meanwhile;
            });
    assertThat(Race.of(runners)).as("passed over what is locked").containsExactly(0, 2);
    assertThat(take(second)).hasSize(BATCH - 2);
    assertThat(take(first)).isEmpty();
  }

  @Test
  void aClaimWithoutADialogueIsTakenBackAndOneWithItIsToBeVerified() throws Exception {
    wave = Waves.running(schema, involvement, 3);
    List<Long> taken = take(first);
    begin(first, taken.get(0));
    Instant early = Instant.now().minus(Duration.ofMinutes(10));
    assertThat(abandon(second, early)).as("claimed a moment ago").isZero();
    Instant late = Instant.now().plus(Duration.ofMinutes(1));
    List<Integer> found =
        Race.of(
            List.<Callable<Integer>>of(() -> abandon(first, late), () -> abandon(second, late)));
    assertThat(found.get(0) + found.get(1)).isEqualTo(3);
    assertThat(inState("TO_VERIFY")).isEqualTo(1);
    assertThat(inState("PREPARED")).isEqualTo(2);
    assertThat(state(taken.get(0))).isEqualTo("TO_VERIFY");
    List<Long> again = take(second);
    assertThat(again).containsExactlyInAnyOrderElementsOf(taken.subList(1, 3));
  }

  /**
   * Each takes some before either goes on. MySQL locks every row that it looks at: who comes while
   * the other takes may find nothing, and looks again.
   */
  private List<Long> empty(Node node, CyclicBarrier both) throws Exception {
    List<Long> all = new ArrayList<>();
    for (int tries = 0; all.isEmpty() && tries < 1_000; tries++) {
      all.addAll(take(node));
    }
    both.await(1, TimeUnit.MINUTES);
    for (List<Long> some = take(node); !some.isEmpty(); some = take(node)) {
      all.addAll(some);
    }
    return all;
  }

  private List<Long> take(Node node) {
    return node.act(Caller.SYSTEM, Permission.SYSTEM, () -> claim(node, BATCH));
  }

  /** As much as the pace allows, and never more than {@value #BATCH} at once. */
  private static List<Long> paced(Node node, int pace) {
    List<Long> all = new ArrayList<>();
    List<Long> some;
    do {
      some =
          node.act(
              Caller.SYSTEM,
              Permission.SYSTEM,
              () -> claim(node, Math.min(BATCH, room(node, pace))));
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  private static int leftBefore() {
    int most = 10_000;
    return most - first.act(Caller.SYSTEM, Permission.SYSTEM, () -> room(first, most));
  }

  private static int room(Node node, int pace) {
    return node.get(MessageRepository.class).room(pace, Instant.now().minus(PERIOD));
  }

  private static List<Long> claim(Node node, int most) {
    return node.get(MessageRepository.class).claim(most, Instant.now()).stream()
        .map(PersonMessage::getId)
        .toList();
  }

  private static void begin(Node node, Long message) {
    node.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> {
          node.get(MessageRepository.class)
              .claimed(message)
              .dialogueBegins("a***@example.org", "<1@vigie>", "0".repeat(64), Instant.now());
          return null;
        });
  }

  /** MySQL may give up one of two that meet: it looks again, as the timer does. */
  private static int abandon(Node node, Instant before) {
    try {
      return abandonOnce(node, before);
    } catch (PersistenceException givenUp) {
      return abandonOnce(node, before);
    }
  }

  private static int abandonOnce(Node node, Instant before) {
    return node.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> {
          List<PersonMessage> some = node.get(MessageRepository.class).abandoned(before, MESSAGES);
          some.forEach(PersonMessage::abandoned);
          return some.size();
        });
  }

  private long inState(String state) {
    return schema.number(
        "select count(*) from person_message where wave_id = ? and state = ?", wave, state);
  }

  private static String state(Long message) {
    return schema.rows("select state from person_message where id = ?", message).get(0).get(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
