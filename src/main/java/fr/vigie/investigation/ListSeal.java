package fr.vigie.investigation;

import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.KeyRing;
import java.util.Base64;

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
    return hashKeyId + ":" + Base64.getEncoder().encodeToString(digest(domain, value));
  }

  /** A hash that was made before, as text. */
  String text(MatchKeys.Wide hash) {
    return hashKeyId + ":" + hash.text();
  }

  /** The same without its text form. */
  byte[] digest(String domain, String value) {
    return ring.digest(hashKeyId, "affected_person." + domain, value);
  }
}
