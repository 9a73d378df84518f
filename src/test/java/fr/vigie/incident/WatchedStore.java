package fr.vigie.incident;

import fr.vigie.incident.store.ContentStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A store that counts what is read of it. */
final class WatchedStore implements ContentStore {
  private final ContentStore store;
  private long read;

  WatchedStore(ContentStore store) {
    this.store = store;
  }

  long bytesRead() {
    return read;
  }

  void forget() {
    read = 0;
  }

  @Override
  public OptionalLong length(String name) throws IOException {
    return store.length(name);
  }

  @Override
  public InputStream read(String name, long from) throws IOException {
    return new FilterInputStream(store.read(name, from)) {
      @Override
      public int read(byte[] into, int at, int most) throws IOException {
        int given = in.read(into, at, most);
        read += Math.max(0, given);
        return given;
      }
    };
  }

  @Override
  public void put(Path file, String name) throws IOException {
    store.put(file, name);
  }
}
