package fr.vigie.accesslog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;

/** That a line names a patient. */
@Entity
@Table(name = "access_hit_person")
@IdClass(HitPatient.Key.class)
public class HitPatient implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id
  @Column(name = "hit_id")
  private long hitId;

  @Id
  @Column(name = "patient_hash")
  private byte[] patientHash;

  @Column(name = "run_id")
  private long runId;

  protected HitPatient() {}

  /** What makes it one. */
  public static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private long hitId;
    private byte[] patientHash;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && hitId == that.hitId
          && Arrays.equals(patientHash, that.patientHash);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(hitId) * 31 + Arrays.hashCode(patientHash);
    }
  }
}
