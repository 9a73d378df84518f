package fr.vigie.notification.batch;

import fr.vigie.notification.SenderAddress;
import fr.vigie.notification.SendingQueue;
import fr.vigie.notification.SendingQueue.Outgoing;
import fr.vigie.notification.SendingQueue.Result;
import fr.vigie.platform.Acts;
import fr.vigie.platform.mail.MailConnection;
import fr.vigie.platform.mail.MailServer;
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
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every node empties the queue at the pace allowed, over one connection a batch. Between taking a
 * message and knowing its result no transaction is open.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WaveSender {
  private static final Logger LOG = Logger.getLogger(WaveSender.class.getName());

  @Inject SendingQueue queue;
  @Inject MailServer server;
  @Inject SenderAddress sender;
  @Inject Acts acts;
  @Inject Clock clock;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "vigie.notification.per-minute", defaultValue = "60")
  int perMinute;

  @Inject
  @ConfigProperty(name = "vigie.notification.every-seconds", defaultValue = "10")
  int everySeconds;

  private final AtomicBoolean running = new AtomicBoolean();

  @PostConstruct
  void begin() {
    long pause = Duration.ofSeconds(everySeconds).toMillis();
    timers.createIntervalTimer(pause, pause, new TimerConfig("waves", false));
  }

  @Timeout
  void look() {
    if (!server.isKnown() || sender.known().isEmpty() || !running.compareAndSet(false, true)) {
      return;
    }
    try {
      acts.asSystem(
          () -> {
            if (queue.hasWork()) {
              send(queue.claim(perMinute));
            }
            return null;
          });
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "The queue of messages will be looked at again", failed);
    } finally {
      running.set(false);
    }
  }

  private void send(List<Outgoing> outgoing) {
    if (outgoing.isEmpty()) {
      return;
    }
    try (MailConnection connection = server.connect(sender.known().orElseThrow())) {
      boolean alive = true;
      for (Outgoing message : outgoing) {
        if (alive) {
          alive = send(connection, message);
        } else {
          queue.end(message.id(), Result.NOT_GIVEN);
        }
      }
      queue.settled(outgoing.get(0).id());
    } catch (MessagingException unreachable) {
      LOG.log(
          Level.WARNING, "The mail server is not reached: {0}", unreachable.getClass().getName());
      outgoing.forEach(message -> queue.end(message.id(), Result.NOT_GIVEN));
    }
  }

  /** False when the connection is of no more use. */
  private boolean send(MailConnection connection, Outgoing message) {
    Optional<String> id = queue.begin(message);
    if (id.isEmpty()) {
      return true;
    }
    var answer =
        connection.send(
            new MailConnection.Letter(
                message.sender().name().orElse(null),
                message.sender().replyTo().orElse(null),
                message.to(),
                message.subject(),
                message.text()),
            id.get(),
            clock.instant());
    queue.end(message.id(), Result.valueOf(answer.name()));
    return answer != MailConnection.Answer.UNKNOWN;
  }
}
