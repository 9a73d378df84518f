package fr.vigie.platform.persistence;

import javax.crypto.SecretKey;

/**
 * A key for one file or one batch, stored beside it wrapped by the key ring (envelope encryption):
 * after a rotation only the wrapped key has to be written again.
 */
public final class DataKey {

  /** Bytes that a sealed content has more than the clear one: nonce and tag. */
  public static final int OVERHEAD = Seal.OVERHEAD;

  private final SecretKey key;
  private final EncryptedText wrapped;

  DataKey(SecretKey key, EncryptedText wrapped) {
    this.key = key;
    this.wrapped = wrapped;
  }

  SecretKey key() {
    return key;
  }

  /** The form to store; {@link KeyRing#unwrap} gives the key back. */
  public EncryptedText wrapped() {
    return wrapped;
  }

  /**
   * Encrypts a content.
   *
   * @param context what the content belongs to, such as {@code attachment/42}; needed to decrypt
   * @return nonce, ciphertext and tag
   */
  public byte[] encrypt(byte[] clear, String context) {
    return Seal.close(key, clear, context);
  }

  /**
   * Decrypts what {@link #encrypt} gave.
   *
   * @throws UndecryptableException when content or context differ by a single bit
   */
  public byte[] decrypt(byte[] sealed, String context) {
    return Seal.open(key, sealed, context);
  }

  /** Only the wrapped form: the key itself never shows in a log. */
  @Override
  public String toString() {
    return "DataKey[" + wrapped.keyId() + "]";
  }
}
