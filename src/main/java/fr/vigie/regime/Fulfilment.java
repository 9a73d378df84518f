package fr.vigie.regime;

import fr.vigie.platform.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/** When and how a duty was fulfilled; empty before. */
@Embeddable
public class Fulfilment implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int PROOF_MAX = 200;

  @Column(name = "satisfied_at")
  private Instant satisfiedAt;

  @Column(name = "late_reason")
  private String lateReason;

  /** When its start was corrected after it was fulfilled in time; null when it was not. */
  @Column(name = "corrected_at")
  private Instant correctedAt;

  /** When the reasons of the delay were given that a correction had shown. */
  @Column(name = "explained_at")
  private Instant explainedAt;

  /** Art. 34: how many persons were told when the duty was fulfilled; null before. */
  @Column(name = "people_told")
  private Long peopleTold;

  @Column(name = "proof_reference")
  private String proofReference;

  void at(Instant at) {
    satisfiedAt = at;
    correctedAt = null;
  }

  /** It does not hold any more. */
  void withdraw() {
    satisfiedAt = null;
    lateReason = null;
    correctedAt = null;
    peopleTold = null;
  }

  /** What was said belongs to a stage that was passed. */
  void nextStage() {
    lateReason = null;
    proofReference = null;
  }

  void late(String why) {
    lateReason = why == null ? lateReason : why;
  }

  void corrected(Instant when) {
    correctedAt = when;
  }

  void explained(String why, Instant now) {
    lateReason = why;
    explainedAt = now;
  }

  void told(long people) {
    peopleTold = people;
  }

  void proven(String reference) {
    if (reference.length() > PROOF_MAX) {
      throw RefusedException.at("proof", "regime.refused.tooLong", PROOF_MAX, reference.length());
    }
    proofReference = reference;
  }

  boolean isCorrected() {
    return correctedAt != null;
  }

  boolean isExplained() {
    return explainedAt != null && !explainedAt.isBefore(correctedAt);
  }

  Instant getSatisfiedAt() {
    return satisfiedAt;
  }

  String getLateReason() {
    return lateReason;
  }

  Long getPeopleTold() {
    return peopleTold;
  }

  String getProofReference() {
    return proofReference;
  }
}
