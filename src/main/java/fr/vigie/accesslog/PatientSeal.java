package fr.vigie.accesslog;

import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.KeyRing;
import java.nio.charset.StandardCharsets;
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
    String in = patient.domain().isEmpty() ? "source " + source : patient.domain();
    String number = patient.id().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return ring.digest(hashKeyId, "access_person", in + "|" + number);
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
