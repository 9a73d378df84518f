package fr.vigie.notification;

import fr.vigie.platform.Caller;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A person's statement that the mailbox of returns was read up to an instant, and what followed:
 * how many messages came back, how many count as delivered. Never changed.
 */
@Entity
@Table(name = "returns_reading")
public class ReturnsReading extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "wave_id")
  private NotificationWave wave;

  @Column(name = "read_until")
  private Instant readUntil;

  /** Messages sent by then and not come back count as delivered. */
  @Column(name = "sent_until")
  private Instant sentUntil;

  private int returned;
  private int delivered;

  @Column(name = "read_by")
  private long readBy;

  @Column(name = "read_name")
  private String readName;

  @Column(name = "read_at")
  private Instant readAt;

  protected ReturnsReading() {}

  ReturnsReading(NotificationWave wave, Instant readUntil, Instant sentUntil) {
    this.wave = wave;
    this.readUntil = readUntil;
    this.sentUntil = sentUntil;
  }

  ReturnsReading found(int cameBack, int didNot, Caller reader, Instant now) {
    returned = cameBack;
    delivered = didNot;
    readBy = reader.id();
    readName = reader.displayName();
    readAt = now;
    return this;
  }

  public NotificationWave getWave() {
    return wave;
  }

  public Instant getReadUntil() {
    return readUntil;
  }

  public Instant getSentUntil() {
    return sentUntil;
  }

  public int getReturned() {
    return returned;
  }

  public int getDelivered() {
    return delivered;
  }

  public long getReadBy() {
    return readBy;
  }

  public String getReadName() {
    return readName;
  }

  public Instant getReadAt() {
    return readAt;
  }
}
