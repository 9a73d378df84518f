package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The statement, with its reason, that no account was compromised in a case (e.g. a lost device).
 */
@Entity
@Table(name = "no_account")
public class NoAccount extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  private String reason;

  @Column(name = "stated_by")
  private String statedBy;

  @Column(name = "stated_at")
  private Instant statedAt;

  protected NoAccount() {}

  NoAccount(Incident incident, String reason, String statedBy, Instant statedAt) {
    this.incident = incident;
    this.reason = reason;
    this.statedBy = statedBy;
    this.statedAt = statedAt;
  }

  public String getReason() {
    return reason;
  }

  public String getStatedBy() {
    return statedBy;
  }

  public Instant getStatedAt() {
    return statedAt;
  }
}
