package fr.vigie.regime;

import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** Whether a regime applies, why, and who said so; a fact of the case says so without an author. */
@Embeddable
public class RegimeDecision implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int REASON_MAX = 2_000;

  @Enumerated(EnumType.STRING)
  private Applicability applicability = Applicability.TO_DETERMINE;

  private String reason;

  @Column(name = "decided_by")
  private Long by;

  @Column(name = "decided_by_name")
  private String byName;

  @Column(name = "decided_at")
  private Instant at;

  /** A "no" needs its reason (BR-06). */
  void take(Applicability answer, String why, Caller author, Instant now) {
    if (why.length() > REASON_MAX) {
      throw RefusedException.at("reason", "regime.refused.tooLong", REASON_MAX, why.length());
    }
    applicability = answer;
    reason = why;
    boolean open = answer == Applicability.TO_DETERMINE;
    by = open ? null : Long.valueOf(author.id());
    byName = open ? null : author.displayName();
    at = open ? null : now;
  }

  /** A person's decision is never overruled by a fact. */
  void because(String reasonKey, Instant now) {
    if (applicability == Applicability.TO_DETERMINE) {
      applicability = Applicability.APPLIES;
      reason = reasonKey;
      at = now;
    }
  }

  void undo() {
    applicability = Applicability.TO_DETERMINE;
    reason = null;
    by = null;
    byName = null;
    at = null;
  }

  boolean isNo() {
    return applicability == Applicability.DOES_NOT_APPLY;
  }

  boolean restsOn(String ground) {
    return isNo() && Objects.equals(ground, reason);
  }

  Applicability getApplicability() {
    return applicability;
  }

  String getReason() {
    return reason;
  }

  Long getBy() {
    return by;
  }

  String getByName() {
    return byName;
  }

  Instant getAt() {
    return at;
  }
}
