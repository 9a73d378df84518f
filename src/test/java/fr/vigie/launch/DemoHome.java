package fr.vigie.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** The folder that keeps what one installation of the demo holds between two starts. */
record DemoHome(Path folder) {
  Path database() {
    return folder.resolve("mariadb");
  }

  Secrets secrets() {
    return new Secrets(folder.resolve("secrets.properties"));
  }

  Path keyRing() {
    return Secrets.keyRing(folder.resolve("keyring.properties"));
  }

  /** Puts everything aside, in a dated folder; nothing is deleted. */
  void putAside() {
    String now =
        LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    Path aside = folder.resolve("old-" + now);
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> kept = found.filter(path -> !stays(path.getFileName().toString())).toList();
      if (kept.isEmpty()) {
        return;
      }
      Files.createDirectory(aside);
      for (Path path : kept) {
        Files.move(path, aside.resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
      System.out.println("Starting fresh; the data so far is in " + aside);
    } catch (IOException e) {
      throw new LaunchException("cannot put the old data aside in " + aside + " (" + e + ")", e);
    }
  }

  private static boolean stays(String name) {
    return name.equals("lock") || name.startsWith("old-");
  }
}
