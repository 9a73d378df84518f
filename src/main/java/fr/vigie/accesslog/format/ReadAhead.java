package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a stream in a thread of its own, a few blocks ahead of who parses them. A failure is thrown
 * where it would have been met without the thread.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK = 1 << 20;
  private static final int BLOCKS = 6;

  private record Block(byte[] bytes, int length, Throwable failed) {}

  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS);
  private final InputStream source;
  private final Thread thread;
  private Block current = new Block(new byte[0], 0, null);
  private int place;
  private boolean ended;

  ReadAhead(InputStream source) {
    this.source = source;
    for (int i = 0; i < BLOCKS - 2; i++) {
      free.add(new byte[BLOCK]);
    }
    thread = new Thread(this::run, "log-read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      try {
        int length;
        do {
          byte[] bytes = free.take();
          length = source.readNBytes(bytes, 0, BLOCK);
          full.put(new Block(bytes, length, null));
        } while (length > 0);
      } catch (IOException | RuntimeException | Error failed) {
        full.put(new Block(new byte[0], 0, failed));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? current.bytes()[place++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, current.length() - place);
    System.arraycopy(current.bytes(), place, bytes, from, count);
    place += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (place < current.length()) {
      return true;
    }
    if (ended) {
      return false;
    }
    try {
      if (current.bytes().length == BLOCK) {
        free.put(current.bytes());
      }
      current = full.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    place = 0;
    if (current.failed() instanceof IOException failed) {
      throw failed;
    }
    if (current.failed() instanceof RuntimeException failed) {
      throw failed;
    }
    if (current.failed() instanceof Error failed) {
      throw failed;
    }
    ended = current.length() == 0;
    return !ended;
  }

  /** Ends the thread; the source stays open. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
