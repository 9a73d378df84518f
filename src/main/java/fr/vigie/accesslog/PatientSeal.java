package fr.vigie.accesslog;

import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Seals and hashes patients' numbers of one case. */
final class PatientSeal {
  private final DataKey key;
  private final KeyRing ring;
  private final String hashKeyId;

  PatientSeal(DataKey key, KeyRing ring, String hashKeyId) {
    this.key = key;
    this.ring = ring;
    this.hashKeyId = hashKeyId;
  }

  /**
   * Keyed hash of a number in its domain; blanks and case do not count. Where the log names no
   * domain, a number means something in its source only.
   */
  byte[] hash(long source, PatientRef patient) {
    String text =
        (patient.domain().isEmpty() ? "source " + source : patient.domain())
            + "|"
            + patient.id().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    String hash =
        hashKeyId.equals(ring.currentKeyId())
            ? ring.lookupHash("access_person", text)
            : ring.lookupHashes("access_person", text).stream()
                .filter(one -> one.startsWith(hashKeyId + ":"))
                .findFirst()
                .orElseThrow(
                    () -> new IllegalStateException("The key '" + hashKeyId + "' left the ring"));
    return Base64.getDecoder().decode(hash.substring(hash.indexOf(':') + 1));
  }

  byte[] seal(PatientRef patient, byte[] hash) {
    return key.encrypt(patient.id().getBytes(StandardCharsets.UTF_8), context(hash));
  }

  String open(byte[] sealed, byte[] hash) {
    return new String(key.decrypt(sealed, context(hash)), StandardCharsets.UTF_8);
  }

  private static String context(byte[] hash) {
    return "access_person/" + HexFormat.of().formatHex(hash);
  }
}
