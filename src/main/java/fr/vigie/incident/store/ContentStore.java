package fr.vigie.incident.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Keeps files under names such as {@code ba/ba78…}, and knows nothing of what is in them. An {@link
 * IOException} means that the store does not answer, never that a file is not there.
 */
public interface ContentStore {
  /** Bytes of what lies under the name; empty when nothing does. */
  OptionalLong length(String name) throws IOException;

  /** What lies there, from a byte on. */
  InputStream read(String name, long from) throws IOException;

  /**
   * Puts a file under a name, whole or not at all, in place of what lay there. The file may be gone
   * afterwards.
   */
  void put(Path file, String name) throws IOException;
}
