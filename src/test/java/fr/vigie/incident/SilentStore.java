package fr.vigie.incident;

import fr.vigie.incident.store.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A store that does not answer. */
final class SilentStore implements ContentStore {
  @Override
  public OptionalLong length(String name) throws IOException {
    throw new IOException("no answer");
  }

  @Override
  public InputStream read(String name, long from) throws IOException {
    throw new IOException("no answer");
  }

  @Override
  public void put(Path file, String name) throws IOException {
    throw new IOException("no answer");
  }
}
