package fr.vigie.platform.persistence;

import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ciphertext as it stands in a column: {@code keyId:base64(nonce + ciphertext + tag)}. Holds no
 * clear text, so it may be logged or printed.
 *
 * @param envelope the text of the column
 */
public record EncryptedText(String envelope) {

  private static final Pattern FORM =
      Pattern.compile("(" + KeyRing.KEY_ID_FORM + "):([A-Za-z0-9+/]+={0,2})");

  public EncryptedText {
    Objects.requireNonNull(envelope, "envelope");
    if (!FORM.matcher(envelope).matches()) {
      throw new UndecryptableException("The envelope has not the form keyId:base64", null);
    }
  }

  static EncryptedText of(String keyId, byte[] sealed) {
    return new EncryptedText(keyId + ":" + Base64.getEncoder().encodeToString(sealed));
  }

  /** Identifier of the key that opens this envelope. */
  public String keyId() {
    return envelope.substring(0, envelope.indexOf(':'));
  }

  /** True when a rotation has put another key in place: the row should be written again. */
  public boolean isOlderThan(KeyRing ring) {
    return !keyId().equals(ring.currentKeyId());
  }

  /** Nonce, ciphertext and tag. Refuses base64 that is not the one that we write. */
  byte[] sealed() {
    Matcher parts = FORM.matcher(envelope);
    if (!parts.matches()) {
      throw new IllegalStateException("checked by the constructor");
    }
    String base64 = parts.group(2);
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      // The JDK ignores the spare bits of the last character: two texts could mean the same bytes.
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new UndecryptableException("The envelope is not base64", e);
    }
    throw new UndecryptableException("The envelope is not in canonical base64", null);
  }
}
