package fr.vigie.accesslog.format;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * Has blocks filled in a thread of its own, a few ahead of who takes them. A failure is thrown
 * where it would have been met without the thread.
 *
 * @param <B> a block, filled again once it was looked at
 */
final class Ahead<B> implements AutoCloseable {
  /** Fills a block; false when there is nothing more. */
  interface Filler<B> {
    boolean fill(B block) throws IOException;
  }

  private record Filled<B>(B block, Throwable failed) {}

  private final BlockingQueue<Filled<B>> full;
  private final BlockingQueue<B> free;
  private final Filler<B> filler;
  private final Thread thread;
  private B current;
  private boolean ended;

  /**
   * @param blocks how many there are, filled ones and the one that is looked at
   */
  Ahead(String name, int blocks, Supplier<B> block, Filler<B> filler) {
    this.filler = filler;
    full = new ArrayBlockingQueue<>(blocks + 1);
    free = new ArrayBlockingQueue<>(blocks);
    thread = new Thread(() -> run(blocks, block), name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run(int blocks, Supplier<B> block) {
    try {
      int made = 0;
      while (true) {
        B next = free.poll();
        if (next == null && made < blocks) {
          next = block.get();
          made++;
        }
        next = next == null ? free.take() : next;
        boolean more = filler.fill(next);
        full.put(new Filled<>(more ? next : null, null));
        if (!more) {
          return;
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error failed) {
      full.add(new Filled<>(null, failed));
    }
  }

  /** The next block; null after the last. The one before is given up. */
  B next() throws IOException {
    if (ended) {
      return null;
    }
    if (current != null) {
      free.add(current);
      current = null;
    }
    Filled<B> next;
    try {
      next = full.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    current = next.block();
    ended = current == null;
    if (next.failed() instanceof IOException failed) {
      throw failed;
    }
    if (next.failed() instanceof RuntimeException failed) {
      throw failed;
    }
    if (next.failed() instanceof Error failed) {
      throw failed;
    }
    return current;
  }

  /** Ends the thread; what it read from stays open. */
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
