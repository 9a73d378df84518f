package fr.vigie.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Small acts on files and folders, with their checked exceptions turned unchecked. */
final class Folders {
  private static final long GIGABYTE = 1_000_000_000L;

  private Folders() {}

  static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LaunchException("cannot create the folder " + folder + " (" + e + ")", e);
    }
  }

  /** Makes the folder of an installation, for its owner alone, or says in one line why not. */
  static Path requireHome(Path home) {
    String remedy = "choose another folder with -Dvigie.home=";
    try {
      if (Files.notExists(home)) {
        Files.createDirectories(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new LaunchException(
          "the folder %s cannot be made (%s): %s".formatted(home, e, remedy), e);
    }
    if (!Files.isDirectory(home)) {
      throw new LaunchException("%s is not a folder: %s".formatted(home, remedy));
    }
    if (!Files.isWritable(home)) {
      throw new LaunchException(
          "the folder %s cannot be written: give yourself the right, or %s"
              .formatted(home, remedy));
    }
    return home;
  }

  /** Writes a file that only its owner reads, whole or not at all. */
  static void writePrivate(Path file, String text) {
    try {
      Path draft = Files.createTempFile(file.getParent(), ".draft", "");
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(draft, text);
      Files.move(
          draft,
          file,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LaunchException("cannot write " + file + " (" + e + ")", e);
    }
  }

  /** Deletes a folder this package made for a moment; never called on a database's data. */
  static void deleteTemporary(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Left behind: " + folder + " (" + e + ")");
    }
  }

  /** The same for what in {@code folder} bears such a name. */
  static void deleteTemporary(Path folder, Predicate<String> named) {
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(path -> named.test(path.getFileName().toString()))
          .toList()
          .forEach(Folders::deleteTemporary);
    } catch (IOException e) {
      System.err.println("Left behind in " + folder + " (" + e + ")");
    }
  }

  /** Refuses with one line when less than {@code gigabytes} are free where {@code folder} is. */
  static void requireSpace(Path folder, long gigabytes) {
    try {
      long free = Files.getFileStore(create(folder)).getUsableSpace();
      if (free < gigabytes * GIGABYTE) {
        throw new LaunchException(
            "only %.1f GB free in %s, at least %d GB are needed: make room or choose another"
                    .formatted(free / (double) GIGABYTE, folder, gigabytes)
                + " folder with -Dvigie.home=");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines of a log; lines that tell of an error come first. */
  static String lastLines(Path log) {
    if (!Files.exists(log)) {
      return "(no log)";
    }
    try (Stream<String> read = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      List<String> lines =
          read.map(line -> line.substring(0, Math.min(400, line.length()))).toList();
      Stream<String> errors = last(lines.stream().filter(Folders::tellsError).toList(), 15);
      Stream<String> tail = last(lines, 5);
      return Stream.concat(errors, tail)
          .distinct()
          .map(line -> "  | " + line)
          .reduce((a, b) -> a + System.lineSeparator() + b)
          .orElse("(empty log)");
    } catch (IOException e) {
      return "(unreadable log: " + e + ")";
    }
  }

  private static boolean tellsError(String line) {
    return line.contains("SEVERE")
        || line.contains("ERROR")
        || line.contains("Exception")
        || line.startsWith("Caused by");
  }

  private static Stream<String> last(List<String> lines, int count) {
    return lines.stream().skip(Math.max(0, lines.size() - count));
  }
}
