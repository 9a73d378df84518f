package fr.vigie.incident.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;

/**
 * A folder that all server nodes share. Files come from its own folder {@link Incoming} and are
 * moved in one step.
 */
final class DiskStore implements ContentStore {
  private final Path root;

  DiskStore(Path root) {
    this.root = root;
  }

  @Override
  public OptionalLong length(String name) throws IOException {
    try {
      return OptionalLong.of(Files.size(root.resolve(name)));
    } catch (NoSuchFileException missing) {
      if (Files.isDirectory(root.resolve(Incoming.FOLDER))) {
        return OptionalLong.empty();
      }
      throw new IOException("The folder of evidence is not there: " + root, missing);
    }
  }

  @Override
  public InputStream read(String name, long from) throws IOException {
    // no channel of our own: one closes when a thread that reads ahead from it is stopped
    InputStream in = Files.newInputStream(root.resolve(name));
    try {
      in.skipNBytes(from);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public void put(Path file, String name) throws IOException {
    Path kept = root.resolve(name);
    Files.createDirectories(kept.getParent());
    Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
  }
}
