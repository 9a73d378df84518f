package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.EncryptedText;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/**
 * The key under which patients' numbers of one case's runs lie. Also fixes the key of their hashes,
 * so that runs stay comparable after the ring has turned.
 */
@Entity
@Table(name = "access_key")
public class AccessKey extends Persistent {
  private static final long serialVersionUID = 1L;

  @OneToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  private String wrapped;

  @Column(name = "hash_key_id")
  private String hashKeyId;

  protected AccessKey() {}

  AccessKey(Incident incident, KeyRing ring) {
    this.incident = incident;
    this.wrapped = ring.newDataKey(context()).wrapped().envelope();
    this.hashKeyId = ring.currentKeyId();
  }

  private String context() {
    return "access_key/" + incident.getId();
  }

  /** Opens and seals patients' numbers. */
  PatientSeal open(KeyRing ring) {
    DataKey key = ring.unwrap(new EncryptedText(wrapped), context());
    return new PatientSeal(key, ring, hashKeyId);
  }
}
