package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
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
 * What somebody decided about a sitting, and why. Never changed: the last one counts, the others
 * stay to be read.
 */
@Entity
@Table(name = "access_verdict")
public class SittingVerdict extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int REASON_MAX = 2_000;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @Column(name = "sitting_key")
  private String key;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String reason;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by_id")
  private long decidedById;

  @Column(name = "decided_by")
  private String decidedBy;

  /** What was there to be looked at; null for a decision older than these figures. */
  @Column(name = "seen_accesses")
  private Long seenAccesses;

  @Column(name = "seen_first_at")
  private Instant seenFirstAt;

  @Column(name = "seen_last_at")
  private Instant seenLastAt;

  @Column(name = "seen_by_rule")
  private Boolean seenByRule;

  protected SittingVerdict() {}

  SittingVerdict(
      Incident incident,
      AccessSitting sitting,
      Verdict verdict,
      String reason,
      Caller by,
      Instant now) {
    this.incident = incident;
    this.key = sitting.getKey();
    this.seenAccesses = sitting.getAccesses();
    this.seenFirstAt = sitting.getFirstAt();
    this.seenLastAt = sitting.getLastAt();
    this.seenByRule = sitting.isByRule();
    this.verdict = verdict;
    this.reason = Typed.text("reason", reason, 1, REASON_MAX);
    this.decidedAt = now;
    this.decidedById = by.id();
    this.decidedBy = by.displayName();
  }

  /** Why it does not speak of the same sitting in another run; null when it does. */
  AccessSitting.Reopened missed(AccessSitting sitting) {
    if (seenAccesses == null) {
      return null;
    }
    if (sitting.isByRule() && !seenByRule) {
      return AccessSitting.Reopened.RULE;
    }
    boolean beyond =
        sitting.getAccesses() > seenAccesses
            || sitting.getFirstAt() != null && sitting.getFirstAt().isBefore(seenFirstAt)
            || sitting.getLastAt() != null && sitting.getLastAt().isAfter(seenLastAt);
    return beyond ? AccessSitting.Reopened.BEYOND : null;
  }

  /** Null for a decision older than this figure. */
  public Long getSeenAccesses() {
    return seenAccesses;
  }

  public String getKey() {
    return key;
  }

  public Verdict getVerdict() {
    return verdict;
  }

  public String getReason() {
    return reason;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getDecidedBy() {
    return decidedBy;
  }
}
