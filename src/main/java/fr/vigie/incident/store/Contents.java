package fr.vigie.incident.store;

import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.EncryptedText;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.UndecryptableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The clear contents of a store, each under the SHA-256 of its bytes. */
public final class Contents {
  private final ContentStore store;
  private final KeyRing ring;

  public Contents(ContentStore store, KeyRing ring) {
    this.store = store;
    this.ring = ring;
  }

  /**
   * A content from one of its bytes on; reads only the frames that are needed.
   *
   * @throws MissingContentException when nothing lies there
   * @throws BrokenContentException here or while it is read, when it is not what was sealed
   */
  public InputStream open(String sha256, long offset) throws IOException {
    long length = length(sha256);
    Optional<EncryptedText> wrapped = Frames.key(head(sha256));
    if (wrapped.isEmpty()) {
      return store.read(sha256, Math.min(offset, length));
    }
    long size = Frames.clear(length);
    DataKey key = unwrap(wrapped.get(), Frames.context(sha256, size));
    if (offset >= size) {
      return InputStream.nullInputStream();
    }
    long number = offset / Frames.CLEAR;
    InputStream sealed = store.read(sha256, Frames.place(number));
    InputStream clear = new FrameReader(sealed, key, number, Frames.count(length));
    try {
      clear.skipNBytes(offset % Frames.CLEAR);
      return clear;
    } catch (IOException e) {
      clear.close();
      throw e;
    }
  }

  /** False of what earlier versions kept in clear. */
  public boolean isSealed(String sha256) throws IOException {
    length(sha256);
    return Frames.key(head(sha256)).isPresent();
  }

  private long length(String sha256) throws IOException {
    return store.length(sha256).orElseThrow(() -> new MissingContentException(sha256));
  }

  private byte[] head(String sha256) throws IOException {
    try (InputStream begin = store.read(sha256, 0)) {
      return begin.readNBytes(Frames.HEAD);
    }
  }

  private DataKey unwrap(EncryptedText wrapped, String context) throws BrokenContentException {
    try {
      return ring.unwrap(wrapped, context);
    } catch (UndecryptableException e) {
      throw new BrokenContentException("The key does not open: size or place are others", e);
    }
  }
}
