package fr.vigie.incident.store;

import fr.vigie.platform.persistence.DataKey;
import fr.vigie.platform.persistence.KeyRing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Seals a content into a new file while it arrives; holds one frame in memory. Without {@link
 * #finish} the file has no head, and opens nowhere.
 */
public final class FrameWriter implements AutoCloseable {
  private final KeyRing ring;
  private final DataKey key;
  private final FileChannel file;
  private final byte[] frame = new byte[Frames.CLEAR];
  private int filled;
  private long number;

  public FrameWriter(Path file, KeyRing ring) throws IOException {
    this.ring = ring;
    this.key = ring.newDataKey("evidence");
    this.file =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
            .position(Frames.HEAD);
  }

  public void write(byte[] bytes, int length) throws IOException {
    int from = 0;
    while (from < length) {
      if (filled == frame.length) {
        seal(false); // only now it is known that it is not the last
      }
      int taken = Math.min(length - from, frame.length - filled);
      System.arraycopy(bytes, from, frame, filled, taken);
      filled += taken;
      from += taken;
    }
  }

  /** Ends the content, of which hash and size are now known, and brings it to the disk. */
  public void finish(String sha256, long size) throws IOException {
    seal(true);
    DataKey known = ring.rewrap(key, Frames.context(sha256, size));
    file.position(0);
    writeAll(Frames.head(known.wrapped()));
    file.force(true);
  }

  private void seal(boolean last) throws IOException {
    byte[] clear = filled == frame.length ? frame : Arrays.copyOf(frame, filled);
    writeAll(key.encrypt(clear, Frames.context(number, last)));
    number++;
    filled = 0;
  }

  private void writeAll(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
