package fr.vigie.incident;

import fr.vigie.incident.store.Stores;
import fr.vigie.platform.persistence.TestRing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A program of little memory that stores a large content, as a server would. */
final class LargeContent extends InputStream {
  static final String RUNNING = "running";
  private static final long SIZE = 300L * 1024 * 1024;

  /** Enough that some was written. */
  private static final long TOLD_AT = 5L * 1024 * 1024;

  private final long size;
  private long given;

  private LargeContent(long size) {
    this.size = size;
  }

  static Process start(Path directory, String how) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LargeContent.class.getName(),
                directory.toString(),
                how))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    EvidenceVault vault =
        new EvidenceVault(
            Stores.disk(directory), directory, SIZE, TestRing.of("k1"), Clock.systemUTC());
    long size = arguments[1].equals("endless") ? Long.MAX_VALUE : SIZE;
    EvidenceVault.Sealed sealed = vault.store(new LargeContent(size), Long.MAX_VALUE);
    try (InputStream end = vault.open(sealed.sha256(), SIZE - 1)) {
      boolean same = end.read() == (byte) (SIZE - 1 >> 12 & 0x7f) && end.read() < 0;
      System.out.println(
          sealed.size() + " bytes " + (same && vault.holds(sealed.sha256(), SIZE) ? "whole" : "?"));
    }
  }

  @Override
  public int read() {
    return given == size ? -1 : next();
  }

  @Override
  public int read(byte[] into, int from, int most) {
    if (given == size) {
      return -1;
    }
    int count = (int) Math.min(most, size - given);
    for (int i = 0; i < count; i++) {
      into[from + i] = next();
    }
    return count;
  }

  private byte next() {
    if (size == Long.MAX_VALUE && given == TOLD_AT) {
      System.out.println(RUNNING);
    }
    return (byte) (given++ >> 12 & 0x7f);
  }
}
