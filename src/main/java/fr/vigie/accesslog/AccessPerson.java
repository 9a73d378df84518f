package fr.vigie.accesslog;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A patient whom lines of a run name: the number sealed, found by its keyed hash. */
@Entity
@Table(name = "access_person")
public class AccessPerson extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "run_id")
  private AccessRun run;

  @Column(name = "source_id")
  private long sourceId;

  @Column(name = "domain_name")
  private String domain;

  @Column(name = "patient_hash")
  private byte[] patientHash;

  private byte[] sealed;

  protected AccessPerson() {}

  /** The number itself. */
  String number(PatientSeal seal) {
    return seal.open(sealed, patientHash);
  }

  public String getDomain() {
    return domain;
  }
}
