package fr.vigie.incident;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One proposal of when a controller became aware, with its justification; approved by another
 * person (BR-11). All proposals stay: together they are the history of every move of the clock
 * (BR-02).
 */
@Entity
@Table(name = "awareness")
public class Awareness extends Persistent {
  private static final long serialVersionUID = 1L;

  /** Life of a proposal. */
  public enum State {
    PROPOSED,
    APPROVED,
    SUPERSEDED
  }

  @ManyToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "aware"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "aware_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "aware_zone"))
  private Moment aware;

  @Column(name = "previous_at")
  private Instant previousAt;

  private String justification;

  @Enumerated(EnumType.STRING)
  private State state = State.PROPOSED;

  @Column(name = "proposed_by")
  private long proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "approved_by")
  private Long approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  protected Awareness() {}

  Awareness(Involvement involvement, Moment aware, String justification, long author, Instant now) {
    this.involvement = involvement;
    this.aware = aware;
    this.previousAt = involvement.getAware().at().orElse(null);
    this.justification = justification;
    this.proposedBy = author;
    this.proposedAt = now;
  }

  void approve(long approver, Instant now) {
    if (state != State.PROPOSED) {
      throw new RefusedException("incident.refused.nothingProposed");
    }
    if (approver == proposedBy) {
      throw new RefusedException("incident.refused.fourEyes");
    }
    state = State.APPROVED;
    approvedBy = approver;
    approvedAt = now;
    involvement.becameAware(aware);
  }

  void supersede() {
    if (state == State.PROPOSED) {
      state = State.SUPERSEDED;
    }
  }

  public Involvement getInvolvement() {
    return involvement;
  }

  public Moment getAware() {
    return aware;
  }

  public Instant getPreviousAt() {
    return previousAt;
  }

  public String getJustification() {
    return justification;
  }

  public State getState() {
    return state;
  }

  public long getProposedBy() {
    return proposedBy;
  }

  public Instant getProposedAt() {
    return proposedAt;
  }

  public Long getApprovedBy() {
    return approvedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }
}
