package fr.vigie.incident;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A person named on a restricted case; nobody else sees it. */
@Entity
@Table(name = "incident_person")
public class CasePerson extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @Column(name = "user_id")
  private long userId;

  protected CasePerson() {}

  CasePerson(Incident incident, long userId) {
    this.incident = incident;
    this.userId = userId;
  }

  public Incident getIncident() {
    return incident;
  }

  public long getUserId() {
    return userId;
  }
}
