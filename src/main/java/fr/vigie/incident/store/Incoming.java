package fr.vigie.incident.store;

import io.hypersistence.tsid.TSID;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The folder in which contents are received and sealed before their hash, and so their name, is
 * known. A crash leaves no half file anywhere else; what it left here is dropped later.
 */
public final class Incoming {
  static final String FOLDER = "incoming";

  /** The largest file is received, and sent on to a store, in less. */
  private static final Duration ABANDONED = Duration.ofHours(24);

  private final Path folder;
  private final Clock clock;

  public Incoming(Path root, Clock clock) {
    this.folder = root.resolve(FOLDER);
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("vigie.evidence.dir cannot be used: " + root, e);
    }
    if (!Files.isWritable(folder)) {
      throw new IllegalStateException("vigie.evidence.dir cannot be written: " + root);
    }
    dropAbandoned();
  }

  /** A place for one more, not there yet. */
  public Path next() {
    dropAbandoned();
    return folder.resolve(TSID.Factory.getTsid() + ".part");
  }

  private void dropAbandoned() {
    Instant limit = clock.instant().minus(ABANDONED);
    try (Stream<Path> parts = Files.list(folder)) {
      for (Path part : parts.toList()) {
        if (lastWritten(part).isBefore(limit)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant lastWritten(Path part) throws IOException {
    try {
      return Files.getLastModifiedTime(part).toInstant();
    } catch (NoSuchFileException finished) {
      return Instant.MAX; // another upload's, just sealed
    }
  }
}
