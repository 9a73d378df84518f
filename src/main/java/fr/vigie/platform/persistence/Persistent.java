package fr.vigie.platform.persistence;

import fr.vigie.platform.RefusedException;
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

  /** Stands for the row as it is now: a page keeps it, an approval gives it back. */
  public String seen() {
    return id + "." + version;
  }

  /**
   * Nobody approves what they have not read (BR-11).
   *
   * @param seen what {@link #seen()} said when the person read
   * @throws RefusedException when the row changed since, or nothing is said of what was read
   */
  public void mustBeAsSeen(String seen) {
    if (!seen().equals(seen)) {
      throw new RefusedException("common.refused.changedMeanwhile");
    }
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
