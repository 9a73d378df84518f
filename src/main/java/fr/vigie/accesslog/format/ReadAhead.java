package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;

/** Reads a stream in a thread of its own, a few blocks ahead of who parses them. */
final class ReadAhead extends InputStream {
  private static final int SIZE = 1 << 20;
  private static final int BLOCKS = 8;

  private static final class Block {
    private final byte[] bytes = new byte[SIZE];
    private int length;
  }

  private final Ahead<Block> blocks;
  private Block current = new Block();
  private int place;

  ReadAhead(InputStream source) {
    blocks =
        new Ahead<>(
            "log-read-ahead",
            BLOCKS,
            Block::new,
            block -> {
              block.length = source.readNBytes(block.bytes, 0, SIZE);
              return block.length > 0;
            });
  }

  @Override
  public int read() throws IOException {
    return fill() ? current.bytes[place++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, current.length - place);
    System.arraycopy(current.bytes, place, bytes, from, count);
    place += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (current != null && place == current.length) {
      current = blocks.next();
      place = 0;
    }
    return current != null;
  }

  /** Ends the thread; the source stays open. */
  @Override
  public void close() {
    blocks.close();
  }
}
