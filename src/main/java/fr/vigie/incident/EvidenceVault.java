package fr.vigie.incident;

import fr.vigie.platform.RefusedException;
import io.hypersistence.tsid.TSID;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The directory in which sealed files lie, each under the SHA-256 of its content, so that the same
 * content is kept once and nothing a client says becomes a path. Written beside, then moved in one
 * step: a crash leaves no half file under a hash, and what it left half received is dropped later.
 * Several server nodes share the directory.
 */
@ApplicationScoped
public class EvidenceVault {
  private static final int BUFFER = 64 * 1024;
  private static final String INCOMING = "incoming";
  private static final Duration ABANDONED = Duration.ofHours(1);

  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.evidence.dir")
  String directory;

  @Inject
  @ConfigProperty(name = "vigie.evidence.max-bytes", defaultValue = "314572800")
  long maxBytes;

  private Path root;

  /** What is known of a content once it is stored. */
  public record Sealed(String sha256, long size, String mediaType) {}

  protected EvidenceVault() {}

  /** For tests without a container. */
  EvidenceVault(Path directory, long maxBytes, Clock clock) {
    this.clock = clock;
    this.directory = directory.toString();
    this.maxBytes = maxBytes;
    prepare();
  }

  /** Looks at the directory when the application starts, not at the first file. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    limit();
  }

  @PostConstruct
  void prepare() {
    root = Path.of(directory).toAbsolutePath();
    try {
      Files.createDirectories(root.resolve(INCOMING));
    } catch (IOException e) {
      throw new UncheckedIOException("vigie.evidence.dir cannot be used: " + root, e);
    }
    if (!Files.isWritable(root.resolve(INCOMING))) {
      throw new IllegalStateException("vigie.evidence.dir cannot be written: " + root);
    }
    dropAbandoned();
  }

  /** Most bytes a file may have. */
  public long limit() {
    return maxBytes;
  }

  /**
   * Stores a content while its hash is computed.
   *
   * @throws RefusedException when it is empty or larger than {@link #limit}; nothing is kept then
   */
  Sealed store(InputStream content) {
    dropAbandoned();
    Path incoming = root.resolve(INCOMING).resolve(TSID.Factory.getTsid() + ".part");
    try {
      try {
        Sealed sealed = receive(content, incoming);
        Path kept = place(sealed.sha256());
        Files.createDirectories(kept.getParent());
        if (!Files.exists(kept) || Files.size(kept) != sealed.size()) {
          Files.move(incoming, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        return sealed;
      } finally {
        Files.deleteIfExists(incoming);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a crash left half received: nothing was written to it for an hour. */
  private void dropAbandoned() {
    Instant limit = clock.instant().minus(ABANDONED);
    try (Stream<Path> parts = Files.list(root.resolve(INCOMING))) {
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

  private Sealed receive(InputStream content, Path incoming) throws IOException {
    MessageDigest digest = sha256();
    ByteArrayOutputStream head = new ByteArrayOutputStream(EvidenceMediaPolicy.HEAD);
    long size = 0;
    try (OutputStream out = Files.newOutputStream(incoming, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > maxBytes) {
          throw RefusedException.at(
              "files", "incident.refused.evidenceTooLarge", megabytes(maxBytes), maxBytes);
        }
        head.write(buffer, 0, Math.min(read, EvidenceMediaPolicy.HEAD - head.size()));
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    if (size == 0) {
      throw RefusedException.at("files", "incident.refused.evidenceEmpty");
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new Sealed(hash, size, EvidenceMediaPolicy.sniff(head.toByteArray()));
  }

  private static long megabytes(long bytes) {
    return bytes / (1024 * 1024);
  }

  /** Whether what lies under the hash is still what was sealed. */
  boolean holds(String sha256, long size) {
    Path kept = place(sha256);
    try {
      return Files.isRegularFile(kept) && Files.size(kept) == size && hash(kept).equals(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InputStream open(String sha256) {
    try {
      return Files.newInputStream(place(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path place(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256");
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
