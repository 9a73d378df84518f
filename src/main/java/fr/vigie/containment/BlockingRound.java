package fr.vigie.containment;

import fr.vigie.containment.BlockingJob.Result;
import fr.vigie.containment.BlockingQueue.Claimed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One node's round: takes what is due until nothing is, account by account. A directory that does
 * not answer is left alone for the rest of the round, so that it holds up no other.
 */
@ApplicationScoped
public class BlockingRound {
  private static final Logger LOG = Logger.getLogger(BlockingRound.class.getName());
  private static final int BATCH = 25;

  /** Before what waits behind a silent directory is tried again. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject BlockingQueue queue;
  @Inject BlockingWork work;
  @Inject RunRound runs;

  /** Tells how many accounts were turned to. */
  public int run() {
    Set<URI> silent = new HashSet<>();
    int done = 0;
    boolean more = runs.turn();
    while (more || queue.hasWork()) {
      List<Claimed> taken = queue.hasWork() ? queue.claim(BATCH) : List.of();
      if (taken.isEmpty() && !more) {
        return done; // another node has them
      }
      for (Claimed account : taken) {
        done += one(account, silent) ? 1 : 0;
      }
      more = runs.turn();
    }
    return done;
  }

  private boolean one(Claimed account, Set<URI> silent) {
    try {
      Optional<BlockingJob> job = queue.begin(account, silent, PAUSE);
      if (job.isEmpty()) {
        return false;
      }
      Result result = work.run(job.get());
      if (result.lookFault() != null && result.lookFault().kind().isPassing()) {
        silent.add(job.get().access().address());
      }
      queue.end(job.get(), result);
      return true;
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "An account was left in the middle", failed);
      tell(account);
      return false;
    }
  }

  /** When that fails too, the lease runs out and it is looked at again. */
  private void tell(Claimed account) {
    try {
      queue.broke(account);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "An account waits for its lease to run out", failed);
    }
  }
}
