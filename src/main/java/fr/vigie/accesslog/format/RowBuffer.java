package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream in which rows are found: what is not yet a whole row stays, and more is read
 * behind it. Knows where in the stream it stands.
 */
final class RowBuffer {
  private final InputStream in;
  private final int most;
  private final Runnable reads;
  private byte[] bytes;
  private int from;
  private int to;
  private long before;
  private boolean last;
  private boolean wanted = true;

  /**
   * @param most bytes that a row may have
   * @param reads told before each look into the stream, be there a row in it or not
   */
  RowBuffer(InputStream in, int most, Runnable reads) {
    this.in = in;
    this.most = most;
    this.reads = reads;
    this.bytes = new byte[1 << 21];
  }

  /** Makes sure that there is something to look at; false at the end. */
  boolean fill() throws IOException {
    if (wanted && !last) {
      more();
    }
    return from < to;
  }

  private void more() throws IOException {
    reads.run();
    System.arraycopy(bytes, from, bytes, 0, to - from);
    before += from;
    to -= from;
    from = 0;
    if (to == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(most, bytes.length * 2));
    }
    int read = in.readNBytes(bytes, to, bytes.length - to);
    to += read;
    last = to < bytes.length;
    wanted = false;
  }

  /** The row was not whole: reads more of it, unless it is longer than a row may be. */
  boolean room() {
    if (last || to - from >= most) {
      return false;
    }
    wanted = true;
    return true;
  }

  /** The row ends here. */
  void pass(int end) {
    from = end;
    wanted = from == to;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Nothing comes behind. */
  boolean isLast() {
    return last;
  }

  /** Of the first byte, in the stream. */
  long offset() {
    return before + from;
  }
}
