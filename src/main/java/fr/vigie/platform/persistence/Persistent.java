package fr.vigie.platform.persistence;

import io.hypersistence.tsid.TSID;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;

/**
 * Common ground of entities: a 64-bit, time-sorted id given by the application (no round trip, so
 * inserts can be batched, and no sequence row to lock) and an optimistic lock.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class Persistent implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id private Long id = TSID.Factory.getTsid().toLong();

  @Version private int version;

  public Long getId() {
    return id;
  }

  public int getVersion() {
    return version;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Persistent that
        && getClass() == other.getClass()
        && id.equals(that.getId());
  }

  @Override
  public final int hashCode() {
    return id.hashCode();
  }
}
