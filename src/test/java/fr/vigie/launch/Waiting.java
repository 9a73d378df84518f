package fr.vigie.launch;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Polls until something is so. */
public final class Waiting {
  private static final long PAUSE_MILLIS = 200;

  private Waiting() {}

  /** True when {@code ready} said so within {@code limit}, false when not or when {@code dead}. */
  public static boolean until(Duration limit, Callable<Boolean> ready, Callable<Boolean> dead) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (System.nanoTime() < end) {
        if (ready.call()) {
          return true;
        }
        if (dead.call()) {
          return false;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      throw new LaunchException("waiting failed (" + e + ")", e);
    }
  }
}
