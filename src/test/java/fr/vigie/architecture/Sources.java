package fr.vigie.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, as text. */
final class Sources {
  static final Path JAVA = Path.of("src/main/java");
  static final Path RESOURCES = Path.of("src/main/resources");
  static final Path WEBAPP = Path.of("src/main/webapp");

  private Sources() {}

  static List<Path> under(Path root, String suffix) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
