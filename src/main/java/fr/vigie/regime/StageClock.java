package fr.vigie.regime;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/** The stage a clock is in: from when it is counted, and when it is due. Never changed. */
@Embeddable
public class StageClock implements Serializable {
  private static final long serialVersionUID = 1L;

  @Column(name = "stage_rank")
  private int rank;

  @Column(name = "stage_code")
  private String code;

  @Column(name = "stage_start_at")
  private Instant startAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "regulatory_at")
  private Instant regulatoryAt;

  @Column(name = "internal_target")
  private boolean internalTarget;

  protected StageClock() {}

  /**
   * @param from null when its start is not known (any more)
   */
  StageClock(RegimeRule rule, int rank, Instant from, ZoneId zone) {
    RegimeStage stage = rule.stage(rank);
    this.rank = rank;
    this.code = stage.getCode();
    this.startAt = from;
    LegalDeadline deadline = from == null ? null : stage.deadline(from, zone).orElse(null);
    if (deadline != null) {
      this.dueAt = deadline.operational();
      this.regulatoryAt = deadline.regulatoryExpiry();
      this.internalTarget = deadline.isInternalTarget();
    }
  }

  /** On time means at the operational deadline or before. */
  boolean isLateAt(Instant at) {
    return dueAt != null && at.isAfter(dueAt);
  }

  int getRank() {
    return rank;
  }

  String getCode() {
    return code;
  }

  Instant getStartAt() {
    return startAt;
  }

  Instant getDueAt() {
    return dueAt;
  }

  Instant getRegulatoryAt() {
    return regulatoryAt;
  }

  boolean isInternalTarget() {
    return internalTarget;
  }
}
