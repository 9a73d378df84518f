package fr.vigie.regime.batch;

import fr.vigie.platform.Acts;
import fr.vigie.regime.Reminding;
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

/** Every node looks for reminders that are due; the use case lets each go out once. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReminderTimer {
  private static final Logger LOG = Logger.getLogger(ReminderTimer.class.getName());

  @Inject Reminding reminding;
  @Inject Acts acts;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "vigie.regime.reminders.every-seconds", defaultValue = "30")
  int everySeconds;

  private final AtomicBoolean running = new AtomicBoolean();

  @PostConstruct
  void begin() {
    long pause = Duration.ofSeconds(everySeconds).toMillis();
    timers.createIntervalTimer(pause, pause, new TimerConfig("reminders", false));
  }

  @Timeout
  void look() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      acts.asSystem(
          () -> {
            reminding.due().forEach(reminding::remind);
            return null;
          });
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "Reminders will be looked for again", failed);
    } finally {
      running.set(false);
    }
  }
}
