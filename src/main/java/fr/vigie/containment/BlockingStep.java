package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One action asked for on one account: by whom, when, who did it, and what came of it. What was
 * said to the directory and answered stands in {@link BlockingExchange}s.
 */
@Entity
@Table(name = "blocking_step")
public class BlockingStep extends Persistent {
  private static final long serialVersionUID = 1L;

  /** Tries before a person is asked; with the pauses below, about four hours. */
  static final int TRIES = 12;

  static final int NOTE_MAX = 2_000;

  private static final int DETAIL_MAX = 500;

  @ManyToOne(optional = false)
  @JoinColumn(name = "account_id")
  private CompromisedAccount account;

  @Enumerated(EnumType.STRING)
  private AccountAction action;

  @Enumerated(EnumType.STRING)
  private State state = State.ASKED;

  /** A directory does it; else a person. */
  @Column(name = "by_machine")
  private boolean byMachine;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "asked_by_id")
  private Long askedById;

  @Column(name = "asked_by")
  private String askedBy;

  /** When the latest try began. */
  @Column(name = "begun_at")
  private Instant begunAt;

  private int tries;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  @Column(name = "executed_at")
  private Instant executedAt;

  @Column(name = "executed_by")
  private String executedBy = "";

  @Enumerated(EnumType.STRING)
  private DirectoryFault.Kind fault;

  private String detail = "";
  private String note = "";

  @Column(name = "evidence_id")
  private Long evidenceId;

  protected BlockingStep() {}

  BlockingStep(
      CompromisedAccount account, AccountAction action, boolean byMachine, AccountStep.Entry who) {
    this.account = account;
    this.action = action;
    this.byMachine = byMachine;
    this.askedAt = who.at();
    this.askedBy = who.by();
    this.askedById = who.id();
    this.nextTryAt = byMachine ? who.at() : null;
  }

  /** How far it is. */
  public enum State {
    ASKED,
    /** A node is at it, or died at it. */
    RUNNING,
    /** Said to be done. */
    CLAIMED,
    /** Done, and seen or proven to be. */
    PROVEN,
    /** It was, and somebody undid it. */
    UNDONE,
    FAILED,
    /** Not done, for a reason. */
    SET_ASIDE;

    public boolean isOpen() {
      return this == ASKED || this == RUNNING;
    }
  }

  /** Written before anything is sent. */
  void begins(Instant now) {
    state = State.RUNNING;
    begunAt = now;
    tries++;
  }

  void claimed(String by, Instant at) {
    state = State.CLAIMED;
    executedBy = by;
    executedAt = at;
    nextTryAt = null;
    fault = null;
    detail = "";
  }

  void proven() {
    if (state == State.CLAIMED) {
      state = State.PROVEN;
    }
  }

  /** Tried again after 1, 2, 4… 60 minutes when the fault is likely to pass; else a person's. */
  void failed(DirectoryFault.Kind kind, String why, Instant now) {
    fault = kind;
    detail = why.length() <= DETAIL_MAX ? why : why.substring(0, DETAIL_MAX);
    boolean again = kind.isPassing() && tries < TRIES;
    state = again ? State.ASKED : State.FAILED;
    nextTryAt =
        again ? now.plus(Duration.ofMinutes(Math.min(60, 1L << Math.min(6, tries - 1)))) : null;
  }

  /** Begun so often, and nobody ever saw it end: a person decides. */
  void giveUpUnseen(Instant now) {
    if (tries >= TRIES) {
      failed(DirectoryFault.Kind.UNCLEAR, "begun " + tries + " times, and never seen to end", now);
    }
  }

  /** Said to be done and seen not to be, or seen done and undone since. */
  void contradicted() {
    if (state == State.CLAIMED) {
      state = State.FAILED;
      nextTryAt = null;
    } else if (state == State.PROVEN) {
      state = State.UNDONE;
    }
  }

  /** A person says it was done. */
  void doneByHand(AccountStep.Recorded what, Long evidence) {
    claimed(what.doneBy(), what.doneAt());
    byMachine = false;
    note = what.note();
    evidenceId = evidence;
    if (evidence != null) {
      proven();
    }
  }

  void annotate(String said) {
    note = said;
  }

  /** It will not be done: not concerned, or no longer wanted. */
  void setAside(String why) {
    if (!state.isOpen() && state != State.FAILED) {
      throw new RefusedException("containment.refused.stepDone");
    }
    if (why.isBlank() || why.length() > NOTE_MAX) {
      throw RefusedException.at("why", "containment.refused.reason");
    }
    state = State.SET_ASIDE;
    nextTryAt = null;
    note = why.strip();
  }

  /** Another decision came after it. */
  void overtaken() {
    state = State.SET_ASIDE;
    nextTryAt = null;
  }

  boolean isDue(Instant now) {
    return byMachine && state.isOpen() && nextTryAt != null && !nextTryAt.isAfter(now);
  }

  public CompromisedAccount getAccount() {
    return account;
  }

  public AccountAction getAction() {
    return action;
  }

  public State getState() {
    return state;
  }

  public boolean isByMachine() {
    return byMachine;
  }

  public Instant getAskedAt() {
    return askedAt;
  }

  public String getAskedBy() {
    return askedBy;
  }

  public Instant getBegunAt() {
    return begunAt;
  }

  public int getTries() {
    return tries;
  }

  public Instant getNextTryAt() {
    return nextTryAt;
  }

  public Instant getExecutedAt() {
    return executedAt;
  }

  public String getExecutedBy() {
    return executedBy;
  }

  public DirectoryFault.Kind getFault() {
    return fault;
  }

  public String getDetail() {
    return detail;
  }

  public String getNote() {
    return note;
  }

  public Long getEvidenceId() {
    return evidenceId;
  }
}
