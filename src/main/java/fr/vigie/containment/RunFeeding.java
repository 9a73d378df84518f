package fr.vigie.containment;

import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** How accounts of a running run come to be listed and asked for, a few at a time. */
@ApplicationScoped
class RunFeeding {
  @Inject RunWorkRepository runs;
  @Inject AccountSearch search;
  @Inject AskingSteps asking;

  /** Each directory has its own room: one that is down holds up no other. */
  boolean canFeed(BlockingRun run) {
    return runs.toFeed(run).stream().anyMatch(there -> room(run, there) > 0);
  }

  boolean isOver(BlockingRun run) {
    return runs.count(run, BlockingTarget.State.FOUND) == 0 && runs.inFlight(run) == 0;
  }

  /** Tells how many accounts were asked for. */
  int feed(BlockingRun run, Instant now) {
    int asked = 0;
    for (DirectoryConnection there : runs.toFeed(run)) {
      int room = room(run, there);
      List<BlockingTarget> next = room > 0 ? runs.next(run, there, room) : List.of();
      next.forEach(target -> ask(run, target, now));
      asked += next.size();
    }
    return asked;
  }

  private int room(BlockingRun run, DirectoryConnection there) {
    return (int) Math.max(0, RunQueue.AT_ONCE - runs.inFlight(run, there));
  }

  private void ask(BlockingRun run, BlockingTarget target, Instant now) {
    DirectoryConnection connection = target.getConnection();
    CompromisedAccount account =
        search.listing(
            run.getIncident(),
            connection.getOrganisation(),
            connection,
            target.getFound().account());
    if (account.getState().isSettled()) {
      target.settled(account);
      return;
    }
    try {
      asking.block(account, run.asked(), run.asker(now));
    } catch (RefusedException askedAlready) {
      // by a person, or by another run: what becomes of it is told here too
    }
    target.asked(account);
  }
}
