package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.EncryptedText;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The key of one controller's list in one case, wrapped by the ring. Destroying it erases the list
 * for good; a backup of the database made before still holds it, and opens as long as the ring does
 * (docs/operations.md). Also fixes the hash key, so that versions of the list stay comparable after
 * the ring has turned.
 */
@Entity
@Table(name = "scope_key")
public class ScopeKey extends Persistent {
  private static final long serialVersionUID = 1L;

  @OneToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  private String wrapped;

  @Column(name = "hash_key_id")
  private String hashKeyId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "destroyed_at")
  private Instant destroyedAt;

  protected ScopeKey() {}

  ScopeKey(Involvement involvement, KeyRing ring, Instant now) {
    this.involvement = involvement;
    this.wrapped = ring.newDataKey(context()).wrapped().envelope();
    this.hashKeyId = ring.currentKeyId();
    this.createdAt = now;
  }

  private String context() {
    return "scope_key/" + involvement.getId();
  }

  /** Opens and seals what belongs to the list. */
  ListSeal open(KeyRing ring) {
    if (wrapped == null) {
      throw new RefusedException("investigation.refused.erased");
    }
    DataKey key = ring.unwrap(new EncryptedText(wrapped), context());
    return new ListSeal(key, ring, hashKeyId);
  }

  void destroy(Instant now) {
    wrapped = null;
    destroyedAt = now;
  }

  public boolean isDestroyed() {
    return wrapped == null;
  }
}
