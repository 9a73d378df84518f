package fr.vigie.notification;

import fr.vigie.platform.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * That more than half of a wave be told nothing at all: asked by one person, decided by another
 * (BR-11). It is about the messages that stood so when it was proposed, and lapses with any change.
 */
@Embeddable
public class ProposedExemption {
  @Enumerated(EnumType.STRING)
  @Column(name = "exempt_from")
  private Delivery from;

  @Enumerated(EnumType.STRING)
  @Column(name = "exempt_held_for")
  private HeldFor heldFor;

  @Column(name = "exempt_message_id")
  private Long messageId;

  @Column(name = "exempt_count")
  private Integer count;

  @Column(name = "exempt_reason")
  private String reason;

  @Column(name = "exempt_by")
  private Long proposedBy;

  @Column(name = "exempt_at")
  private Instant proposedAt;

  protected ProposedExemption() {}

  /**
   * @param messageId the one message that is meant, or null for all of a state and reason
   */
  ProposedExemption(
      Delivery from, HeldFor heldFor, Long messageId, int count, String reason, long author) {
    this.from = from;
    this.heldFor = heldFor;
    this.messageId = messageId;
    this.count = count;
    this.reason = reason;
    this.proposedBy = author;
  }

  ProposedExemption at(Instant now) {
    proposedAt = now;
    return this;
  }

  /** More than half of a wave is too much for one person to decide. */
  static boolean takesTwo(long exemptAfter, long total) {
    return 2 * exemptAfter > total;
  }

  void mustBeOfAnother(long approver) {
    if (proposedBy == approver) {
      throw new RefusedException("notification.refused.fourEyes");
    }
  }

  Long messageId() {
    return messageId;
  }

  public Delivery getFrom() {
    return from;
  }

  public HeldFor getHeldFor() {
    return heldFor;
  }

  /** Messages concerned. */
  public int getCount() {
    return count;
  }

  public String getReason() {
    return reason;
  }

  public long getProposedBy() {
    return proposedBy;
  }

  public Instant getProposedAt() {
    return proposedAt;
  }
}
