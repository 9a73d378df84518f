package fr.vigie.containment;

import fr.vigie.incident.Evidence;
import fr.vigie.platform.Acts;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One thing done to an account: what, by whom, when, how, with which proof. Append only. */
@Entity
@Table(name = "account_step")
public class AccountStep extends Persistent {
  private static final long serialVersionUID = 1L;

  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  @ManyToOne(optional = false)
  @JoinColumn(name = "account_id")
  private CompromisedAccount account;

  @Enumerated(EnumType.STRING)
  private AccountState state;

  /** What was done to it; null when only its state is recorded. */
  @Enumerated(EnumType.STRING)
  private AccountAction action;

  @Column(name = "done_at")
  private Instant doneAt;

  /** Who did it, as told: often a person outside Vigie, reached by phone. */
  @Column(name = "done_by")
  private String doneBy;

  private String note;

  @Column(name = "evidence_id")
  private Long evidenceId;

  @Column(name = "proof_only")
  private boolean proofOnly;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  protected AccountStep() {}

  AccountStep(
      CompromisedAccount account, AccountState state, Recorded what, Long evidenceId, Entry entry) {
    this.account = account;
    this.state = state;
    this.doneAt = what.doneAt();
    this.doneBy = what.doneBy();
    this.note = what.note();
    this.evidenceId = evidenceId;
    this.recordedAt = entry.at();
    this.recordedBy = entry.by();
  }

  /** An action and the state it left the account in. */
  static AccountStep of(
      CompromisedAccount account, AccountAction action, Recorded what, Long evidence, Entry entry) {
    AccountStep step = new AccountStep(account, account.getState(), what, evidence, entry);
    step.action = action;
    return step;
  }

  /** What a machine saw in the account's directory moved it. */
  static AccountStep seen(CompromisedAccount account, Instant at) {
    Recorded what = new Recorded(at, account.getPlace().getConnection().getName(), "", null);
    return new AccountStep(account, account.getState(), what, null, new Entry(at, "Vigie", 0L));
  }

  /** The proof of a block recorded before, brought when it is recorded. */
  static AccountStep proof(
      CompromisedAccount account, String by, String note, Long evidenceId, Entry entry) {
    Recorded what = new Recorded(entry.at(), by, note, null);
    AccountStep step = new AccountStep(account, account.getState(), what, evidenceId, entry);
    step.proofOnly = true;
    return step;
  }

  /**
   * What a person says was done.
   *
   * @param proof the file that proves it, or null
   */
  public record Recorded(Instant doneAt, String doneBy, String note, Proof proof) {
    public Recorded {
      doneBy = doneBy == null ? "" : doneBy.strip();
      note = note == null ? "" : note.strip();
    }

    /** Somebody is named, and it has happened; clocks may differ a little. */
    void check(Instant now) {
      if (doneAt.isAfter(now.plus(TOLERANCE))) {
        throw RefusedException.at("doneAt", "containment.refused.future");
      }
      if (doneBy.isEmpty()) {
        throw RefusedException.at("doneBy", "containment.refused.doneBy");
      }
    }

    /** Id of its proof, sealed as evidence of the account's case; null when there is none. */
    Long seal(CompromisedAccount account, Evidence evidence) {
      return proof == null ? null : proof.seal(account, evidence);
    }
  }

  /** A file that proves a step, as it comes from the page: read once, sealed as evidence. */
  public record Proof(String name, InputStream content) {
    Long seal(CompromisedAccount account, Evidence evidence) {
      return evidence.store(account.getIncident(), name, content, account.getLogin()).getId();
    }
  }

  /** Who wrote it down, and when. */
  record Entry(Instant at, String by, Long id) {
    /** The caller of the running act, now. */
    static Entry of(Acts acts, Clock clock) {
      return new Entry(clock.instant(), acts.caller().displayName(), acts.caller().id());
    }
  }

  public CompromisedAccount getAccount() {
    return account;
  }

  public AccountState getState() {
    return state;
  }

  public AccountAction getAction() {
    return action;
  }

  public Instant getDoneAt() {
    return doneAt;
  }

  public String getDoneBy() {
    return doneBy;
  }

  public String getNote() {
    return note;
  }

  public Long getEvidenceId() {
    return evidenceId;
  }

  /** True when it changed nothing and brought the proof alone. */
  public boolean isProofOnly() {
    return proofOnly;
  }

  /** Whether it was recorded while the account was described so. */
  boolean isOf(FormerDescription former) {
    return account.equals(former.getAccount()) && !recordedAt.isAfter(former.getReplacedAt());
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  public String getRecordedBy() {
    return recordedBy;
  }
}
