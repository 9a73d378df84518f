package fr.vigie.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Programs unpacked once per user, in {@code vigie.cache} or the user's cache folder. A folder is
 * unpacked beside its place and renamed, so a half-unpacked one is never used.
 */
final class Unpacked {
  private Unpacked() {}

  /** Fills a new folder. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  /**
   * Unpacks the entries of {@code archive} under {@code root} into the cache folder {@code name}.
   */
  static Path of(Path archive, String root, String name) {
    return once(name, archive.toString(), folder -> unpack(archive, root, folder));
  }

  /** The cache folder {@code name}, filled from {@code source} when it is not there yet. */
  static synchronized Path once(String name, String source, Filling filling) {
    Path place = cache().resolve(name);
    if (Files.isDirectory(place)) {
      return place;
    }
    Folders.requireSpace(place.getParent(), 2);
    String drafts = name + ".unpacking-";
    Folders.deleteTemporary(place.getParent(), found -> isAbandoned(found, drafts));
    Path draft = place.resolveSibling(drafts + ProcessHandle.current().pid());
    try {
      filling.fill(Folders.create(draft));
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (LaunchException e) {
      Folders.deleteTemporary(draft);
      throw e;
    } catch (IOException e) {
      Folders.deleteTemporary(draft);
      if (!Files.isDirectory(place)) { // else another run was faster
        throw new LaunchException("cannot unpack " + source + " to " + place + " (" + e + ")", e);
      }
    }
    return place;
  }

  /** Ours, or that of a process that is no more. */
  private static boolean isAbandoned(String name, String drafts) {
    if (!name.matches(java.util.regex.Pattern.quote(drafts) + "\\d{1,9}")) {
      return false;
    }
    long pid = Long.parseLong(name.substring(drafts.length()));
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  static void unpack(Path archive, String root, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (!entry.getName().startsWith(root) || entry.isDirectory()) {
          continue;
        }
        Path file = target.resolve(entry.getName().substring(root.length())).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, file);
        }
        if (file.getParent().endsWith("bin") || file.getParent().endsWith("scripts")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }

  private static Path cache() {
    String chosen = System.getProperty("vigie.cache", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen).toAbsolutePath();
    }
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("vigie")
        .toAbsolutePath();
  }
}
