package fr.vigie.regime;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A stage of a clock that was passed: when it was due, when it was fulfilled, why it was late. What
 * comes after does not make it on time (BR-04); a corrected start tells anew whether it was.
 */
@Entity
@Table(name = "regime_stage_done")
public class StageDone extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "track_id")
  private RegimeTrack track;

  @Column(name = "stage_rank")
  private int rank;

  @Column(name = "stage_code")
  private String code;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "internal_target")
  private boolean internalTarget;

  @Column(name = "satisfied_at")
  private Instant satisfiedAt;

  @Column(name = "late_reason")
  private String lateReason;

  @Column(name = "proof_reference")
  private String proofReference;

  protected StageDone() {}

  StageDone(RegimeTrack track, StageClock stage, Instant at, Fulfilment how) {
    this.track = track;
    this.rank = stage.getRank();
    this.code = stage.getCode();
    this.dueAt = stage.getDueAt();
    this.internalTarget = stage.isInternalTarget();
    this.satisfiedAt = at;
    this.lateReason = how.getLateReason();
    this.proofReference = how.getProofReference();
  }

  /** By a corrected start, where it is counted from that. */
  void startsAt(Instant start, RegimeRule rule) {
    if (rule.stage(rank).getCountedFrom() == CountedFrom.START_EVENT) {
      dueAt = new StageClock(rule, rank, start, track.getIncident().zone()).getDueAt();
    }
  }

  /** Fulfilled after its deadline. */
  public boolean isLate() {
    return dueAt != null && satisfiedAt.isAfter(dueAt);
  }

  public String getCode() {
    return code;
  }

  /** Null where the stage had no period, or no known start. */
  public Instant getDueAt() {
    return dueAt;
  }

  public boolean isInternalTarget() {
    return internalTarget;
  }

  public Instant getSatisfiedAt() {
    return satisfiedAt;
  }

  public String getLateReason() {
    return lateReason;
  }

  public String getProofReference() {
    return proofReference;
  }
}
