package fr.vigie.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program from the packages of this machine's own Debian suite, unpacked in a cache folder:
 * nothing is installed, no root is needed. apt knows the mirror.
 */
final class DebianPackages {
  private static final int PATIENCE_SECONDS = 120;

  private DebianPackages() {}

  /**
   * The folder in which {@code name} and the libraries that this machine lacks are unpacked.
   *
   * @throws LaunchException when apt cannot give them; says what to do
   */
  static Path of(String name) {
    return Unpacked.once(
        name + "-debian" + release(), "the package " + name, folder -> fetch(name, folder));
  }

  private static void fetch(String name, Path folder) throws IOException {
    Path debs = Files.createDirectory(folder.resolve("debs"));
    List<String> line = new ArrayList<>(List.of("apt-get", "-qq", "download"));
    line.addAll(wanted(name, debs));
    run(name, debs, line);
    try (Stream<Path> found = Files.list(debs)) {
      for (Path deb : found.filter(path -> path.toString().endsWith(".deb")).toList()) {
        run(name, debs, List.of("dpkg-deb", "-x", deb.toString(), folder.toString()));
      }
    }
    Folders.deleteTemporary(debs);
  }

  /** The package itself and the libraries that apt would install with it. */
  private static List<String> wanted(String name, Path debs) throws IOException {
    List<String> simulation = List.of("apt-get", "-s", "--no-install-recommends", "install", name);
    Stream<String> added =
        run(name, debs, simulation).stream()
            .filter(line -> line.startsWith("Inst "))
            .map(line -> line.split(" ")[1])
            .filter(found -> found.startsWith("lib"));
    return Stream.concat(Stream.of(name), added).distinct().toList();
  }

  private static List<String> run(String name, Path folder, List<String> line) throws IOException {
    Path output = folder.resolve("output.log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw refused(name, "no answer in " + PATIENCE_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw refused(name, Folders.lastLines(output));
      }
      return Files.readAllLines(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("fetching the package " + name + " was interrupted", e);
    } catch (IOException e) {
      throw refused(name, e.getMessage());
    }
  }

  private static LaunchException refused(String name, String why) {
    return new LaunchException(
        "the Debian package %s cannot be had from apt: on Debian or Ubuntu, run 'apt-get update'"
                .formatted(name)
            + " as root and see that a mirror is reachable ("
            + why.strip()
            + ")");
  }

  private static String release() {
    try (Stream<String> lines = Files.lines(Path.of("/etc/os-release"))) {
      return lines
          .filter(line -> line.startsWith("VERSION_ID="))
          .map(line -> line.replaceAll("[^0-9.]", ""))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
