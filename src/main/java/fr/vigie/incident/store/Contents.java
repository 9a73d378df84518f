package fr.vigie.incident.store;

import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.EncryptedText;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.UndecryptableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The clear contents of a store, each under the SHA-256 of its bytes. */
public final class Contents {
  private static final int FAN = 2;

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
    Optional<EncryptedText> wrapped = key(sha256, length);
    if (wrapped.isEmpty()) {
      return store.read(name(sha256), Math.min(offset, length));
    }
    long size = Frames.clear(length);
    DataKey key = unwrap(wrapped.get(), Frames.context(sha256, size));
    if (offset >= size) {
      return InputStream.nullInputStream();
    }
    long number = offset / Frames.CLEAR;
    InputStream sealed = store.read(name(sha256), Frames.place(number));
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
    return key(sha256, length(sha256)).isPresent();
  }

  /** Puts a file that {@link FrameWriter} made in the place of a content. */
  public void put(Path sealed, String sha256) throws IOException {
    store.put(sealed, name(sha256));
  }

  /** At most 256 folders, so that none grows too large. */
  private static String name(String sha256) {
    return sha256.substring(0, FAN) + "/" + sha256;
  }

  private long length(String sha256) throws IOException {
    return store.length(name(sha256)).orElseThrow(() -> new MissingContentException(sha256));
  }

  private Optional<EncryptedText> key(String sha256, long length) throws IOException {
    if (length == 0) {
      throw new BrokenContentException("Nothing is left of it", null);
    }
    try (InputStream begin = store.read(name(sha256), 0)) {
      return Frames.key(begin.readNBytes(Frames.HEAD));
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
