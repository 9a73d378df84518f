package fr.vigie.platform.mail;

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
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Empties the outbox. Each mail is claimed in a transaction of its own, handed to the server
 * without any transaction open, and marked in a second one. With several nodes one claim wins, so
 * nobody sends what another is sending. A crash between the server's acceptance and the mark leaves
 * the claim to run out, after which the mail goes once more under the same Message-ID: at most one
 * double for a crash, and never a loss.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OutboxSender {
  private static final Logger LOG = Logger.getLogger(OutboxSender.class.getName());
  private static final Duration CLAIM = Duration.ofMinutes(10);
  private static final int BATCH = 50;

  @Inject OutboxRepository mails;
  @Inject MailServer server;
  @Inject Clock clock;
  @Resource UserTransaction transaction;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "vigie.mail.every-seconds", defaultValue = "10")
  int everySeconds;

  private final AtomicBoolean running = new AtomicBoolean();

  @PostConstruct
  void begin() {
    long pause = Duration.ofSeconds(everySeconds).toMillis();
    timers.createIntervalTimer(pause, pause, new TimerConfig("outbox", false));
  }

  @Timeout
  void send() {
    if (!server.isKnown() || !running.compareAndSet(false, true)) {
      return;
    }
    try {
      List<Long> due = inTransaction(() -> mails.due(clock.instant(), BATCH));
      due.forEach(this::send);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "The outbox will be looked at again", failed);
    } finally {
      running.set(false);
    }
  }

  private void send(Long id) {
    Instant now = clock.instant();
    inTransaction(() -> mails.claim(id, now, now.plus(CLAIM)))
        .ifPresent(
            mail -> {
              String error = handOver(mail);
              inTransaction(
                  () -> {
                    mails.get(id).ifPresent(row -> mark(row, error));
                    return null;
                  });
            });
  }

  private void mark(OutgoingMail mail, String error) {
    if (error == null) {
      mail.sent(clock.instant());
    } else {
      mail.failed(error, clock.instant());
    }
  }

  private String handOver(OutgoingMail mail) {
    try {
      server.send(mail, clock.instant());
      return null;
    } catch (MessagingException refused) {
      LOG.log(Level.WARNING, "Mail {0} was not taken: {1}", new Object[] {mail.getId(), refused});
      return String.valueOf(refused.getMessage());
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    boolean done = false;
    try {
      transaction.begin();
      T result = work.get();
      transaction.commit();
      done = true;
      return result;
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException failed) {
      throw new IllegalStateException("The outbox could not be written", failed);
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException failed) {
      LOG.log(Level.WARNING, "The outbox's transaction could not be rolled back", failed);
    }
  }
}
