package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Many accounts blocked at once: a list is found in the directories, a person reads what would
 * happen and confirms the number, above a threshold another approves, then machines do it. What
 * became of each account stands in its {@link BlockingTarget} and in the account itself.
 */
@Entity
@Table(name = "blocking_run")
public class BlockingRun extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int TEXT_MAX = 2_000;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @Enumerated(EnumType.STRING)
  private State state = State.FINDING;

  /** How many would be blocked, or are. */
  private int accounts;

  /** What whoever prepared it may ask. */
  @ManyToMany
  @JoinTable(
      name = "blocking_run_directory",
      joinColumns = @JoinColumn(name = "run_id"),
      inverseJoinColumns = @JoinColumn(name = "connection_id"))
  private List<DirectoryConnection> directories = new ArrayList<>();

  @Column(name = "created_by_id")
  private Long createdById;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  private Blocking.LogCopy logs;

  @Column(name = "logs_note")
  private String logsNote = "";

  @Column(name = "reset_secret")
  private boolean resetSecret;

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

  /** Why another said no the last time. */
  private String refusal = "";

  @Column(name = "started_at")
  private Instant startedAt;

  /** Since when it goes on without a pause, and how many were done by then: for the pace. */
  @Column(name = "pace_from")
  private Instant paceFrom;

  @Column(name = "pace_done")
  private long paceDone;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected BlockingRun() {}

  BlockingRun(Incident incident, List<DirectoryConnection> directories, AccountStep.Entry who) {
    this.incident = incident;
    this.directories.addAll(directories);
    this.createdById = who.id();
    this.createdBy = who.by();
    this.createdAt = who.at();
  }

  /** How far it is. */
  public enum State {
    /** Directories are being asked. */
    FINDING,
    /** What would happen can be read; nothing was done. */
    FOUND,
    /** For a second person. */
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    CANCELLED;

    public boolean isOpen() {
      return this != DONE && this != CANCELLED;
    }
  }

  /** All directories were asked. */
  void found(int toBlock) {
    mustBe(EnumSet.of(State.FINDING));
    state = State.FOUND;
    accounts = toBlock;
  }

  /** A person left some out or took some in; what was read before is no longer what is asked. */
  void select(int toBlock) {
    mustBe(EnumSet.of(State.FOUND));
    accounts = toBlock;
  }

  /** Some directories are asked again. */
  void findAgain() {
    mustBe(EnumSet.of(State.FOUND));
    state = State.FINDING;
  }

  /**
   * Asks for the block.
   *
   * @param alone one person is enough for so many
   */
  void ask(Blocking.Ask ask, AccountStep.Entry who, boolean alone) {
    mustBe(EnumSet.of(State.FOUND));
    if (accounts == 0) {
      throw new RefusedException("containment.refused.runEmpty");
    }
    logs = ask.logs();
    logsNote = ask.logsNote();
    resetSecret = ask.resetSecret();
    askedById = who.id();
    askedBy = who.by();
    askedAt = who.at();
    refusal = "";
    decidedById = null;
    decidedBy = null;
    decidedAt = null;
    state = State.WAITING;
    if (alone) {
      start(who.at());
    }
  }

  /** By another than who prepared it and who asked. */
  void approve(AccountStep.Entry who) {
    mustBe(EnumSet.of(State.WAITING));
    if (isOf(who.id())) {
      throw new RefusedException("containment.refused.own");
    }
    decide(who);
    start(who.at());
  }

  /** Back to who prepared it; who asked may also take it back so. */
  void refuse(String why, AccountStep.Entry who) {
    mustBe(EnumSet.of(State.WAITING));
    String text = why == null ? "" : why.strip();
    if (text.isEmpty()) {
      throw RefusedException.at("refusal", "containment.refused.empty");
    }
    if (text.length() > TEXT_MAX) {
      throw RefusedException.at("refusal", "containment.refused.tooLong", TEXT_MAX, text.length());
    }
    decide(who);
    refusal = text;
    state = State.FOUND;
  }

  private void decide(AccountStep.Entry who) {
    decidedById = who.id();
    decidedBy = who.by();
    decidedAt = who.at();
  }

  private void start(Instant now) {
    state = State.RUNNING;
    startedAt = now;
    paceFrom = now;
  }

  void pause() {
    mustBe(EnumSet.of(State.RUNNING));
    state = State.PAUSED;
  }

  void resume(Instant now, long doneBefore) {
    mustBe(EnumSet.of(State.PAUSED));
    state = State.RUNNING;
    paceFrom = now;
    paceDone = doneBefore;
  }

  void done(Instant now) {
    mustBe(EnumSet.of(State.RUNNING));
    state = State.DONE;
    endedAt = now;
  }

  /** No other account is asked for; what was asked goes on. */
  void cancel(Instant now) {
    if (!state.isOpen()) {
      throw new RefusedException("containment.refused.runState");
    }
    state = State.CANCELLED;
    endedAt = now;
  }

  private void mustBe(Set<State> wanted) {
    if (!wanted.contains(state)) {
      throw new RefusedException("containment.refused.runState");
    }
  }

  /** What is asked for each account. */
  Blocking.Ask asked() {
    return new Blocking.Ask(logs, logsNote, resetSecret);
  }

  /** In whose name each account is asked for. */
  AccountStep.Entry asker(Instant now) {
    return new AccountStep.Entry(now, askedBy, askedById);
  }

  /** Whether a person had a hand in it. */
  public boolean isOf(Long person) {
    return createdById.equals(person) || (askedById != null && askedById.equals(person));
  }

  /** Who does not decide on it. */
  Set<Long> hands() {
    return askedById == null ? Set.of(createdById) : Set.copyOf(List.of(createdById, askedById));
  }

  public Incident getIncident() {
    return incident;
  }

  public State getState() {
    return state;
  }

  public int getAccounts() {
    return accounts;
  }

  public List<DirectoryConnection> getDirectories() {
    return List.copyOf(directories);
  }

  public String getCreatedBy() {
    return createdBy;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Blocking.LogCopy getLogs() {
    return logs;
  }

  public String getLogsNote() {
    return logsNote;
  }

  public boolean isResetSecret() {
    return resetSecret;
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

  public Instant getStartedAt() {
    return startedAt;
  }

  Instant paceFrom() {
    return paceFrom;
  }

  long paceDone() {
    return paceDone;
  }

  public Instant getEndedAt() {
    return endedAt;
  }
}
