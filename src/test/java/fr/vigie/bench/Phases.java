package fr.vigie.bench;

import java.util.Map;
import java.util.TreeMap;

/** Looks now and then at what a thread is doing: where the time goes, without touching the code. */
final class Phases implements Runnable {
  private static final int EVERY_MILLIS = 50;
  private static final String OWN = "fr.vigie.investigation.";

  private final Map<String, Integer> seen = new TreeMap<>();
  private final Thread watched;
  private volatile boolean over;

  private Phases(Thread watched) {
    this.watched = watched;
  }

  static Phases of(Thread watched) {
    Phases phases = new Phases(watched);
    Thread looking = new Thread(phases, "phases");
    looking.setDaemon(true);
    looking.start();
    return phases;
  }

  @Override
  public void run() {
    while (!over) {
      look();
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void look() {
    boolean database = false;
    for (StackTraceElement frame : watched.getStackTrace()) {
      database |= frame.getClassName().startsWith("java.net.Socket");
      if (frame.getClassName().startsWith(OWN)) {
        String name = frame.getClassName().substring(OWN.length()) + "." + frame.getMethodName();
        String place = name.replaceAll("\\$.*|lambda.*", "");
        seen.merge(place + (database ? ", the database working" : ""), 1, Integer::sum);
        return;
      }
    }
  }

  synchronized void print() {
    over = true;
    int all = seen.values().stream().mapToInt(Integer::intValue).sum();
    seen.entrySet().stream()
        .sorted((one, other) -> other.getValue() - one.getValue())
        .limit(15)
        .forEach(
            one -> System.out.printf("%5.1f %%  %s%n", 100.0 * one.getValue() / all, one.getKey()));
  }
}
