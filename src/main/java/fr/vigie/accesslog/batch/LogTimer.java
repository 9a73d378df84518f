package fr.vigie.accesslog.batch;

import fr.vigie.accesslog.LogWork;
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

/** Every node turns to the logs; the queue gives each piece of work to one node. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LogTimer {
  private static final Logger LOG = Logger.getLogger(LogTimer.class.getName());

  @Inject LogWork work;
  @Inject Acts acts;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "vigie.accesslog.every-seconds", defaultValue = "2")
  int everySeconds;

  private final AtomicBoolean running = new AtomicBoolean();

  @PostConstruct
  void begin() {
    long pause = Duration.ofSeconds(everySeconds).toMillis();
    timers.createIntervalTimer(pause, pause, new TimerConfig("logs", false));
  }

  @Timeout
  void look() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      while (acts.asSystem(work::turn)) {
        // the next piece of work
      }
    } catch (RuntimeException | Error failed) {
      // an error too: the server ends a timer for good whose method throws
      LOG.log(Level.WARNING, "Logs will be turned to again", failed);
    } finally {
      running.set(false);
    }
  }
}
