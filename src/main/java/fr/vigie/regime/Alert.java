package fr.vigie.regime;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A reminder as one person finds it in the application. */
@Entity
@Table(name = "regime_alert")
public class Alert extends Persistent {
  private static final long serialVersionUID = 1L;

  @Column(name = "reminder_id")
  private long reminderId;

  @ManyToOne(optional = false)
  @JoinColumn(name = "track_id")
  private RegimeTrack track;

  @Column(name = "user_id")
  private long userId;

  @Enumerated(EnumType.STRING)
  private ReminderThreshold.Kind kind;

  /** The deadline it speaks of; for an undecided regime, since when. */
  @Column(name = "for_due_at")
  private Instant forDueAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "read_at")
  private Instant readAt;

  protected Alert() {}

  Alert(
      long reminderId,
      RegimeTrack track,
      ReminderThreshold threshold,
      long userId,
      Instant createdAt) {
    this.reminderId = reminderId;
    this.track = track;
    this.userId = userId;
    this.kind = threshold.getKind();
    this.forDueAt = threshold.anchor(track);
    this.createdAt = createdAt;
  }

  public RegimeTrack getTrack() {
    return track;
  }

  public long getUserId() {
    return userId;
  }

  public ReminderThreshold.Kind getKind() {
    return kind;
  }

  public Instant getForDueAt() {
    return forDueAt;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getReadAt() {
    return readAt;
  }

  public boolean isRead() {
    return readAt != null;
  }
}
