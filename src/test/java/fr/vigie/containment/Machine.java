package fr.vigie.containment;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What turns to the accounts on a node without a server, with the directories that a test gives.
 */
final class Machine {
  private static final int MANY = 100;

  private Machine() {}

  @SuppressWarnings("unchecked")
  static Node node(Schema schema, Clock clock, AccountDirectory... directories) {
    Node made = schema.node(clock);
    made.get(DirectoryAdapters.class).adapters =
        (Instance<AccountDirectory>)
            Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, values) -> Stream.of(directories));
    return made;
  }

  /** As the server does: each use case in a transaction of its own, the work outside. */
  static void round(Node on) {
    BlockingQueue queue = on.get(BlockingQueue.class);
    List<BlockingQueue.Claimed> taken =
        on.act(Caller.SYSTEM, Permission.SYSTEM, () -> queue.claim(MANY));
    for (BlockingQueue.Claimed claimed : taken) {
      on.act(Caller.SYSTEM, Permission.SYSTEM, () -> queue.begin(claimed, Set.of(), Duration.ZERO))
          .ifPresent(job -> run(on, job));
    }
  }

  private static void run(Node on, BlockingJob job) {
    BlockingJob.Result result = on.get(BlockingWork.class).run(job);
    on.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> {
          on.get(BlockingQueue.class).end(job, result);
          return null;
        });
  }
}
