package fr.vigie.investigation;

import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.KeyRing;

/** Seals and hashes the rows of one controller's list. Lives as long as one act. */
final class ListSeal {
  private final DataKey key;
  private final KeyRing ring;
  private final String hashKeyId;

  ListSeal(DataKey key, KeyRing ring, String hashKeyId) {
    this.key = key;
    this.ring = ring;
    this.hashKeyId = hashKeyId;
  }

  byte[] seal(byte[] clear, String context) {
    return key.encrypt(clear, context);
  }

  byte[] open(byte[] sealed, String context) {
    return key.decrypt(sealed, context);
  }

  /** Keyed hash under the key that the list began with. */
  String hash(String domain, String value) {
    if (hashKeyId.equals(ring.currentKeyId())) {
      return ring.lookupHash("affected_person." + domain, value);
    }
    return ring.lookupHashes("affected_person." + domain, value).stream()
        .filter(hash -> hash.startsWith(hashKeyId + ":"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The key '" + hashKeyId + "' left the ring"));
  }
}
