package fr.vigie.regime;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * That a reminder went out: once per clock, threshold and deadline. A deadline that moves is
 * reminded of anew. Written by a claim, never changed.
 */
@Entity
@Table(name = "reminder")
@Access(AccessType.FIELD)
public class Reminder implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id private Long id;

  @Column(name = "track_id")
  private Long trackId;

  @Column(name = "threshold_id")
  private Long thresholdId;

  @Column(name = "for_due_at")
  private Instant forDueAt;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Reminder() {}

  public Long getId() {
    return id;
  }

  public Instant getForDueAt() {
    return forDueAt;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
