package fr.vigie.platform.persistence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random 96-bit nonce in front and a 128-bit tag at the end. The context is
 * authenticated with the content (AAD): a ciphertext moved to another context does not open.
 *
 * <p>Random nonces allow about 2^32 messages for one key (NIST SP 800-38D): rotate well before.
 */
final class Seal {

  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  static final int OVERHEAD = NONCE_BYTES + TAG_BITS / 8;
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seal() {}

  static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static byte[] close(SecretKey key, byte[] clear, String context) {
    byte[] nonce = randomBytes(NONCE_BYTES);
    try {
      byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(clear);
      byte[] sealed = Arrays.copyOf(nonce, nonce.length + body.length);
      System.arraycopy(body, 0, sealed, nonce.length, body.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot do " + ALGORITHM, e);
    }
  }

  static byte[] open(SecretKey key, byte[] sealed, String context) {
    if (sealed.length < OVERHEAD) {
      throw new UndecryptableException("The ciphertext is too short", null);
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new UndecryptableException(
          "The ciphertext was altered, or belongs to another context", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
