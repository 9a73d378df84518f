package fr.vigie.regime;

import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/** That an approved version shall never begin: one person proposes it, another approves. */
@Embeddable
public class RuleWithdrawal implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final int REASON_MAX = 400;

  @Column(name = "withdrawal_by")
  private Long proposedBy;

  @Column(name = "withdrawal_name")
  private String proposedName;

  @Column(name = "withdrawal_reason")
  private String reason;

  @Column(name = "withdrawn_by")
  private String approvedBy;

  @Column(name = "withdrawn_at")
  private Instant approvedAt;

  protected RuleWithdrawal() {}

  RuleWithdrawal(String reason, Caller author) {
    this.reason = reason;
    this.proposedBy = author.id();
    this.proposedName = author.displayName();
  }

  void approve(Caller approver, Instant now) {
    if (proposedBy == approver.id()) {
      throw new RefusedException("regime.refused.withdrawalFourEyes");
    }
    approvedBy = approver.displayName();
    approvedAt = now;
  }

  long getProposedBy() {
    return proposedBy;
  }

  /** Who proposed it does not approve it. */
  public boolean isProposedBy(long person) {
    return proposedBy == person;
  }

  public String getProposedName() {
    return proposedName;
  }

  public String getReason() {
    return reason;
  }

  /** Null while it waits. */
  public String getApprovedBy() {
    return approvedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }
}
