package fr.vigie.platform.mail;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** One mail in the outbox: waiting, sent, or given up. Its key makes it exist once. */
@Entity
@Table(name = "mail_outbox")
public class OutgoingMail extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int KEY_MAX = 120;
  public static final int SUBJECT_MAX = 200;
  private static final int ERROR_MAX = 400;
  private static final int MOST_ATTEMPTS = 12;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  @Column(name = "mail_key")
  private String key;

  private String recipient;
  private String subject;
  private String body;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  private int attempts;

  @Column(name = "claimed_until")
  private Instant claimedUntil;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "given_up_at")
  private Instant givenUpAt;

  @Column(name = "last_error")
  private String lastError;

  private boolean waiting = true;

  protected OutgoingMail() {}

  OutgoingMail(String key, String recipient, String subject, String body, Instant now) {
    this.key = key;
    this.recipient = recipient;
    this.subject = subject;
    this.body = body;
    this.createdAt = now;
    this.nextAttemptAt = now;
  }

  void sent(Instant now) {
    sentAt = now;
    waiting = false;
    claimedUntil = null;
    lastError = null;
  }

  /** Tries again later, each pause twice the one before, and at last gives up. */
  void failed(String error, Instant now) {
    attempts++;
    claimedUntil = null;
    lastError = error.length() > ERROR_MAX ? error.substring(0, ERROR_MAX) : error;
    if (attempts >= MOST_ATTEMPTS) {
      givenUpAt = now;
      waiting = false;
    } else {
      Duration pause = Duration.ofMinutes(1L << (attempts - 1));
      nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  public String getKey() {
    return key;
  }

  public String getRecipient() {
    return recipient;
  }

  public String getSubject() {
    return subject;
  }

  public String getBody() {
    return body;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getNextAttemptAt() {
    return nextAttemptAt;
  }

  public int getAttempts() {
    return attempts;
  }

  public Instant getSentAt() {
    return sentAt;
  }

  public Instant getGivenUpAt() {
    return givenUpAt;
  }

  public String getLastError() {
    return lastError;
  }

  public boolean isWaiting() {
    return waiting;
  }
}
