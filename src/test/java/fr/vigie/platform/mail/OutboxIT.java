package fr.vigie.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.database.Node;
import fr.vigie.database.Race;
import fr.vigie.database.Schema;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nodes empty one outbox. */
class OutboxIT {
  /** Long ago, so that no mail of another test is due. */
  private static final Instant NOW = Instant.parse("2019-05-06T07:00:00Z");

  private static final int MAILS = 60;

  private static Node first;
  private static Node second;

  @BeforeAll
  static void start() {
    Schema schema = Schema.migrated();
    first = schema.node(Clock.fixed(NOW, ZoneOffset.UTC));
    second = schema.node(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    List.of(first, second).forEach(Node::close);
  }

  @Test
  void aMailIsPutInOnceAndClaimedByOneNode() throws Exception {
    List<Integer> put = Race.of(List.<Callable<Integer>>of(() -> fill(first), () -> fill(second)));
    assertThat(put.get(0) + put.get(1)).isEqualTo(MAILS);
    List<List<Long>> claimed =
        Race.of(List.<Callable<List<Long>>>of(() -> claim(first), () -> claim(second)));
    List<Long> all = claimed.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(MAILS).doesNotHaveDuplicates();
    assertThat(due(first, NOW)).as("all are being sent").isEmpty();
    assertThat(due(first, NOW.plus(Duration.ofMinutes(11))))
        .as("their node is gone")
        .hasSize(MAILS);
  }

  private static int fill(Node node) {
    int put = 0;
    for (int i = 0; i < MAILS; i++) {
      String key = "outbox-test:" + i;
      put += system(node, () -> node.get(Outbox.class).add(key, "a@example.org", "s", "b")) ? 1 : 0;
    }
    return put;
  }

  private static List<Long> claim(Node node) {
    List<Long> mine = new ArrayList<>();
    for (Long id : due(node, NOW)) {
      Instant until = NOW.plus(Duration.ofMinutes(10));
      system(node, () -> node.get(OutboxRepository.class).claim(id, NOW, until))
          .ifPresent(mail -> mine.add(mail.getId()));
    }
    return mine;
  }

  private static List<Long> due(Node node, Instant now) {
    return node.read(Caller.SYSTEM, () -> node.get(OutboxRepository.class).due(now, MAILS));
  }

  private static <T> T system(Node node, java.util.function.Supplier<T> work) {
    return node.act(Caller.SYSTEM, Permission.SYSTEM, work);
  }
}
