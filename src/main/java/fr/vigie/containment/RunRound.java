package fr.vigie.containment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One node's turn at runs: a batch of lines is looked for, and runs that can go on do. */
@ApplicationScoped
public class RunRound {
  private static final Logger LOG = Logger.getLogger(RunRound.class.getName());

  @Inject RunQueue queue;
  @Inject RunSearch search;

  /** Tells whether anything was done, so that another turn may find more. */
  public boolean turn() {
    try {
      boolean done = false;
      if (queue.hasToFind()) {
        var job = queue.claim();
        job.ifPresent(taken -> queue.found(taken, search.run(taken)));
        done = job.isPresent();
      }
      for (Long run : queue.toAdvance()) {
        done |= advance(run);
      }
      return done;
    } catch (RuntimeException failed) {
      // leases run out, then it is tried again
      LOG.log(Level.WARNING, "A run was left in the middle", failed);
      return false;
    }
  }

  /** One that cannot be moved on holds up no other. */
  private boolean advance(Long run) {
    try {
      return queue.advance(run);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "Run " + run + " was not moved on", failed);
      return false;
    }
  }
}
