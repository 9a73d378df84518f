package fr.vigie.containment.batch;

import fr.vigie.containment.BlockingRound;
import fr.vigie.platform.Acts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every node turns to the accounts that are due; the queue gives each to one node. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class BlockingTimer {
  private static final Logger LOG = Logger.getLogger(BlockingTimer.class.getName());

  @Inject BlockingRound round;
  @Inject Acts acts;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "vigie.containment.every-seconds", defaultValue = "5")
  int everySeconds;

  private final AtomicBoolean running = new AtomicBoolean();

  @PostConstruct
  void begin() {
    long pause = Duration.ofSeconds(everySeconds).toMillis();
    timers.createIntervalTimer(pause, pause, new TimerConfig("accounts", false));
  }

  @Timeout
  void look() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      acts.asSystem(
          () -> {
            round.run();
            return null;
          });
    } catch (RuntimeException | Error failed) {
      // an error too: the server ends a timer for good whose method throws
      LOG.log(Level.WARNING, "Accounts will be turned to again", failed);
    } finally {
      running.set(false);
    }
  }
}
