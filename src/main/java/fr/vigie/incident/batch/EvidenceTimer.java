package fr.vigie.incident.batch;

import fr.vigie.incident.EvidenceRound;
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

/** Every node reads evidence again, a part at each turn; a lease gives each content to one node. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EvidenceTimer {
  private static final Logger LOG = Logger.getLogger(EvidenceTimer.class.getName());

  @Inject EvidenceRound round;
  @Inject Acts acts;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "vigie.evidence.look-turn-seconds", defaultValue = "300")
  int everySeconds;

  private final AtomicBoolean running = new AtomicBoolean();

  @PostConstruct
  void begin() {
    long pause = Duration.ofSeconds(everySeconds).toMillis();
    timers.createIntervalTimer(pause, pause, new TimerConfig("evidence", false));
  }

  @Timeout
  void look() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      acts.asSystem(round::run);
    } catch (RuntimeException | Error failed) {
      // an error too: the server ends a timer for good whose method throws
      LOG.log(Level.WARNING, "Evidence will be read again", failed);
    } finally {
      running.set(false);
    }
  }
}
