package fr.vigie.notification;

import fr.vigie.investigation.AffectedPerson;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One person's message and its proof: text hash, masked address, server's id, result, attempts. The
 * SMTP dialogue is noted before it begins, so that after a crash a message is sent again only when
 * it surely had not left.
 */
@Entity
@Table(name = "person_message")
public class PersonMessage extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int REASON_MAX = 2_000;

  /** A word such as "vu" is no reason to leave a person without any word. */
  static final int EXEMPT_REASON_MIN = 20;

  private static final int MOST_ATTEMPTS = 5;

  @ManyToOne(optional = false)
  @JoinColumn(name = "wave_id")
  private NotificationWave wave;

  @Column(name = "involvement_id")
  private Long involvementId;

  @Column(name = "person_id")
  private Long personId;

  @Column(name = "person_key")
  private String personKey;

  @Enumerated(EnumType.STRING)
  private Delivery state;

  @Enumerated(EnumType.STRING)
  @Column(name = "held_for")
  private HeldFor heldFor;

  private String reason;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "claimed_at")
  private Instant claimedAt;

  @Column(name = "dialogue_at")
  private Instant dialogueAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  private int attempts;

  @Column(name = "address_masked")
  private String addressMasked;

  @Column(name = "provider_id")
  private String providerId;

  @Column(name = "text_hash")
  private String textHash;

  private String failure;

  protected PersonMessage() {}

  PersonMessage(NotificationWave wave, AffectedPerson person) {
    this.wave = wave;
    this.involvementId = wave.getInvolvement().getId();
    this.personId = person.getId();
    this.personKey = person.getPersonKey();
    hold(HeldFor.of(person).orElse(null));
  }

  /** For tests without a list. */
  PersonMessage(HeldFor reason) {
    hold(reason);
  }

  private void hold(HeldFor reason) {
    this.heldFor = reason;
    this.state = heldFor == null ? Delivery.PREPARED : Delivery.HELD;
  }

  void claim(Instant now) {
    state = Delivery.SENDING;
    claimedAt = now.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
    dialogueAt = null;
  }

  /** Whether the claim of that moment still stands, and is no older than {@code oldest}. */
  boolean isClaimed(Instant at, Instant oldest) {
    return state == Delivery.SENDING
        && dialogueAt == null
        && at.equals(claimedAt)
        && claimedAt.isAfter(oldest);
  }

  Instant claimedAt() {
    return claimedAt;
  }

  /** The merged text is not fit to be sent: a person looks. */
  void unfit() {
    state = Delivery.HELD;
    heldFor = HeldFor.UNFIT;
    failure = "unfit";
  }

  /** From here on the message may have left. */
  void dialogueBegins(String masked, String id, String hash, Instant now) {
    dialogueAt = now;
    attempts++;
    addressMasked = masked;
    providerId = id;
    textHash = hash;
  }

  void accepted(Instant now) {
    state = Delivery.SENT;
    sentAt = now;
    failure = null;
  }

  /** The server said no to this address. */
  void refused() {
    state = Delivery.BOUNCED;
    failure = "refused";
  }

  /** The server could not be reached, or hung up before the message was given. */
  void notGiven() {
    state = Delivery.PREPARED;
    claimedAt = null;
    dialogueAt = null;
  }

  /** The server asks to come back; a few times, then the address counts as refused. */
  void later() {
    if (attempts >= MOST_ATTEMPTS) {
      refused();
    } else {
      notGiven();
    }
  }

  /** The dialogue broke off: nobody knows. */
  void unknown() {
    state = Delivery.TO_VERIFY;
    failure = "unknown";
  }

  /** The node that claimed it is gone. Never twice silently. */
  void abandoned() {
    if (dialogueAt == null) {
      notGiven();
    } else {
      unknown();
    }
  }

  void mustBecome(Delivery next) {
    if (!state.mayBecome(next)) {
      throw RefusedException.at("decision", "notification.refused.decision");
    }
  }

  void decide(Delivery next, String why, long author, Instant now) {
    mustBecome(next);
    if (next == Delivery.PREPARED && heldFor != null && heldFor.neverByMail()) {
      throw RefusedException.at("decision", "notification.refused.neverByMail");
    }
    if (next == Delivery.SENT) {
      sentAt = dialogueAt;
    }
    state = next;
    reason = why;
    decidedBy = author;
    decidedAt = now;
    if (next == Delivery.PREPARED) {
      claimedAt = null;
      dialogueAt = null;
    }
  }

  public NotificationWave getWave() {
    return wave;
  }

  public Long getPersonId() {
    return personId;
  }

  String personKey() {
    return personKey;
  }

  Long involvementId() {
    return involvementId;
  }

  public Delivery getState() {
    return state;
  }

  public HeldFor getHeldFor() {
    return heldFor;
  }

  public Long getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getReason() {
    return reason;
  }

  public Instant getSentAt() {
    return sentAt;
  }

  public int getAttempts() {
    return attempts;
  }

  public String getAddressMasked() {
    return addressMasked;
  }

  public String getProviderId() {
    return providerId;
  }

  public String getTextHash() {
    return textHash;
  }

  public String getFailure() {
    return failure;
  }
}
