package fr.vigie.incident.store;

import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.EncryptedText;
import fr.vigie.platform.persistence.UndecryptableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The form of a sealed content: a head of {@link #HEAD} bytes with the wrapped data key, then
 * frames, each of {@link #CLEAR} bytes but the last. Number and end of the frames are bound to
 * each; name and size to the key. So nothing can be swapped, cut or appended, and a reader begins
 * anywhere.
 */
final class Frames {
  static final int HEAD = 128;

  /** Small: Java 17 seals long pieces some twenty times slower than short ones. */
  static final int CLEAR = 64 * 1024;

  static final int SEALED = CLEAR + DataKey.OVERHEAD;

  private static final byte[] MARK = "VIGIE-1\n".getBytes(StandardCharsets.US_ASCII);

  private Frames() {}

  /** What is bound to a frame. */
  static String context(long number, boolean last) {
    return "evidence-frame/" + number + (last ? "/last" : "/more");
  }

  /** What is bound to the key: a content in another's place does not open. */
  static String context(String sha256, long size) {
    return "evidence/" + sha256 + "/" + size;
  }

  static byte[] head(EncryptedText wrapped) {
    byte[] key = wrapped.envelope().getBytes(StandardCharsets.US_ASCII);
    byte[] head = Arrays.copyOf(MARK, HEAD);
    Arrays.fill(head, MARK.length, HEAD, (byte) '\n');
    System.arraycopy(key, 0, head, MARK.length, key.length);
    return head;
  }

  /** The wrapped key; empty when the content is not sealed: earlier versions kept it in clear. */
  static Optional<EncryptedText> key(byte[] head) throws BrokenContentException {
    if (head.length < HEAD || !Arrays.equals(head, 0, MARK.length, MARK, 0, MARK.length)) {
      return Optional.empty();
    }
    String envelope = new String(head, MARK.length, HEAD - MARK.length, StandardCharsets.US_ASCII);
    try {
      return Optional.of(new EncryptedText(envelope.strip()));
    } catch (UndecryptableException e) {
      throw new BrokenContentException("The head holds no key", e);
    }
  }

  /** Frames of a content that takes so many bytes in the store. */
  static long count(long length) {
    return Math.max(1, (length - HEAD + SEALED - 1) / SEALED);
  }

  /** Bytes of the clear content. */
  static long clear(long length) {
    return length - HEAD - count(length) * DataKey.OVERHEAD;
  }

  /** Where a frame begins in the store. */
  static long place(long number) {
    return HEAD + number * SEALED;
  }
}
