package fr.vigie.regime;

import fr.vigie.platform.Caller;
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
 * One move of a clock: from when to when, why, by whose act (BR-02); and each decision whether it
 * applies (BR-06). Never changed.
 */
@Entity
@Table(name = "deadline_move")
public class DeadlineMove extends Persistent {
  private static final long serialVersionUID = 1L;

  /** Why a clock moved. */
  public enum Cause {
    START_KNOWN,
    START_MOVED,
    START_WITHDRAWN,
    /** After the duty was fulfilled: what was sent stays, its lateness is told anew. */
    START_CORRECTED,
    NEXT_STAGE,
    /** What had fulfilled it does not hold any more: it runs again, its deadline unchanged. */
    RUNS_AGAIN,
    /** A person said that the regime applies; the clock stays as it is. */
    DECIDED_YES,
    /** A person said that it does not apply. */
    DECIDED_NO,
    /** A person said that nobody knows yet. */
    DECIDED_OPEN;

    static Cause of(Applicability answer) {
      return switch (answer) {
        case APPLIES -> DECIDED_YES;
        case DOES_NOT_APPLY -> DECIDED_NO;
        case TO_DETERMINE -> DECIDED_OPEN;
      };
    }

    /** Whether it is about what applies, and moves no time. */
    public boolean isDecision() {
      return this == DECIDED_YES || this == DECIDED_NO || this == DECIDED_OPEN;
    }
  }

  /** A start and the deadline that follows from it; both may be unknown. */
  record Clock(Instant start, Instant due) {}

  @ManyToOne(optional = false)
  @JoinColumn(name = "track_id")
  private RegimeTrack track;

  @Enumerated(EnumType.STRING)
  @Column(name = "move_cause")
  private Cause cause;

  @Column(name = "old_start_at")
  private Instant oldStartAt;

  @Column(name = "new_start_at")
  private Instant newStartAt;

  @Column(name = "old_due_at")
  private Instant oldDueAt;

  @Column(name = "new_due_at")
  private Instant newDueAt;

  private String reason;

  @Column(name = "moved_by")
  private long movedBy;

  @Column(name = "moved_by_name")
  private String movedByName;

  @Column(name = "moved_at")
  private Instant movedAt;

  protected DeadlineMove() {}

  DeadlineMove(
      RegimeTrack track,
      Cause cause,
      Clock before,
      Clock after,
      String reason,
      Caller author,
      Instant now) {
    this.track = track;
    this.cause = cause;
    this.oldStartAt = before.start();
    this.oldDueAt = before.due();
    this.newStartAt = after.start();
    this.newDueAt = after.due();
    this.reason = reason;
    this.movedBy = author.id();
    this.movedByName = author.displayName();
    this.movedAt = now;
  }

  public RegimeTrack getTrack() {
    return track;
  }

  public Cause getCause() {
    return cause;
  }

  public Instant getOldStartAt() {
    return oldStartAt;
  }

  public Instant getNewStartAt() {
    return newStartAt;
  }

  public Instant getOldDueAt() {
    return oldDueAt;
  }

  public Instant getNewDueAt() {
    return newDueAt;
  }

  /** What its author said why; null when no reason was asked for. */
  public String getReason() {
    return reason;
  }

  public long getMovedBy() {
    return movedBy;
  }

  public String getMovedByName() {
    return movedByName;
  }

  public Instant getMovedAt() {
    return movedAt;
  }
}
