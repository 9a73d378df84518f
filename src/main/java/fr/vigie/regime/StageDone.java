package fr.vigie.regime;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/**
 * A stage of a clock that was passed: when it was due, when it was fulfilled, why it was late. What
 * comes after does not make it on time (BR-04); a corrected start tells anew whether it was. Never
 * changed: another one takes its place.
 */
@Embeddable
public class StageDone implements Serializable {
  private static final long serialVersionUID = 1L;

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

  StageDone(String code, Instant dueAt, boolean internalTarget, Instant satisfiedAt) {
    this.code = code;
    this.dueAt = dueAt;
    this.internalTarget = internalTarget;
    this.satisfiedAt = satisfiedAt;
  }

  StageDone because(String why, String proof) {
    StageDone told = new StageDone(code, dueAt, internalTarget, satisfiedAt);
    told.lateReason = why;
    told.proofReference = proof;
    return told;
  }

  /** By a corrected start. */
  StageDone due(Instant anew) {
    return new StageDone(code, anew, internalTarget, satisfiedAt)
        .because(lateReason, proofReference);
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
