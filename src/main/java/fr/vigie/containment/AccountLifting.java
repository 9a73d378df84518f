package fr.vigie.containment;

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

/**
 * The end of a block, asked by one person and approved by another (BR-11): why, and how the holder
 * gets a new secret, which is not by the mailbox the thief may read (pitfall 24).
 */
@Entity
@Table(name = "account_lifting")
public class AccountLifting extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int TEXT_MAX = 2_000;

  @ManyToOne(optional = false)
  @JoinColumn(name = "account_id")
  private CompromisedAccount account;

  @Enumerated(EnumType.STRING)
  private State state = State.ASKED;

  private String reason;

  @Column(name = "secret_path")
  private String secretPath;

  @Column(name = "asked_by_id")
  private Long askedById;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "decided_by_id")
  private Long decidedById;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "refusal")
  private String refusal = "";

  protected AccountLifting() {}

  AccountLifting(
      CompromisedAccount account, String reason, String secretPath, AccountStep.Entry who) {
    this.account = account;
    this.reason = text("liftReason", reason);
    this.secretPath = text("secretPath", secretPath);
    this.askedById = who.id();
    this.askedBy = who.by();
    this.askedAt = who.at();
  }

  /** What became of the request. */
  public enum State {
    ASKED,
    APPROVED,
    REFUSED
  }

  void approve(AccountStep.Entry who) {
    decide(State.APPROVED, who);
  }

  void refuse(String why, AccountStep.Entry who) {
    refusal = text("refusal", why);
    decide(State.REFUSED, who);
  }

  private void decide(State decision, AccountStep.Entry who) {
    if (state != State.ASKED) {
      throw new RefusedException("containment.refused.decided");
    }
    if (decision == State.APPROVED && askedById.equals(who.id())) {
      throw new RefusedException("containment.refused.own");
    }
    state = decision;
    decidedById = who.id();
    decidedBy = who.by();
    decidedAt = who.at();
  }

  private static String text(String field, String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      throw RefusedException.at(field, "containment.refused.empty");
    }
    if (text.length() > TEXT_MAX) {
      throw RefusedException.at(field, "containment.refused.tooLong", TEXT_MAX, text.length());
    }
    return text;
  }

  public CompromisedAccount getAccount() {
    return account;
  }

  public State getState() {
    return state;
  }

  public String getReason() {
    return reason;
  }

  public String getSecretPath() {
    return secretPath;
  }

  public Long getAskedById() {
    return askedById;
  }

  public String getAskedBy() {
    return askedBy;
  }

  public Instant getAskedAt() {
    return askedAt;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getRefusal() {
    return refusal;
  }
}
