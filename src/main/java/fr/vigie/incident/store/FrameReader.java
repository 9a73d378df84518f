package fr.vigie.incident.store;

import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.UndecryptableException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The clear content of frames, read one by one; what is given out was seen to be what was sealed.
 */
final class FrameReader extends InputStream {
  private final InputStream sealed;
  private final DataKey key;
  private final long count;
  private long number;
  private byte[] frame = new byte[0];
  private int at;

  /**
   * @param sealed stands at the frame {@code number}; closed with this
   * @param count frames of the whole content
   */
  FrameReader(InputStream sealed, DataKey key, long number, long count) {
    this.sealed = sealed;
    this.key = key;
    this.number = number;
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? Byte.toUnsignedInt(frame[at++]) : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int given = Math.min(most, frame.length - at);
    System.arraycopy(frame, at, into, from, given);
    at += given;
    return given;
  }

  @Override
  public int available() {
    return frame.length - at;
  }

  private boolean hasMore() throws IOException {
    while (at == frame.length) {
      if (number == count) {
        return false;
      }
      next();
    }
    return true;
  }

  private void next() throws IOException {
    boolean last = number == count - 1;
    byte[] bytes = sealed.readNBytes(Frames.SEALED);
    if (!last && bytes.length < Frames.SEALED) {
      throw new BrokenContentException("The content ends too early", null);
    }
    try {
      frame = key.decrypt(bytes, Frames.context(number, last));
    } catch (UndecryptableException e) {
      throw new BrokenContentException("Frame " + number + " was altered", e);
    }
    at = 0;
    number++;
  }

  @Override
  public void close() throws IOException {
    sealed.close();
  }
}
