package fr.vigie.incident;

import fr.vigie.incident.store.BrokenContentException;
import fr.vigie.incident.store.ContentStore;
import fr.vigie.incident.store.Contents;
import fr.vigie.incident.store.FrameWriter;
import fr.vigie.incident.store.Incoming;
import fr.vigie.incident.store.MissingContentException;
import fr.vigie.incident.store.StoreSettings;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.KeyRing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The contents of evidence, encrypted in a store, each under the SHA-256 of its clear bytes, so
 * that the same content is kept once and nothing a client says becomes a path. Received and sealed
 * beside, then put in place whole: a crash leaves no half file under a hash. Several server nodes
 * share the store (docs/adr/010).
 */
@ApplicationScoped
public class EvidenceVault {
  private static final int BUFFER = 64 * 1024;

  @Inject Clock clock;
  @Inject KeyRing ring;
  @Inject StoreSettings settings;

  @Inject
  @ConfigProperty(name = "vigie.evidence.max-bytes", defaultValue = "314572800")
  long maxBytes;

  private Contents contents;
  private Incoming incoming;

  /** What is known of a content once it is stored. */
  public record Sealed(String sha256, long size, String mediaType) {}

  protected EvidenceVault() {}

  /** For tests without a container. */
  EvidenceVault(ContentStore store, Path directory, long maxBytes, KeyRing ring, Clock clock) {
    this.clock = clock;
    this.ring = ring;
    this.maxBytes = maxBytes;
    use(store, directory);
  }

  /** Looks at the settings when the application starts, not at the first file. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    limit();
  }

  @PostConstruct
  void prepare() {
    use(settings.store(), settings.directory());
  }

  void use(ContentStore store, Path directory) {
    contents = new Contents(store, ring);
    incoming = new Incoming(directory, clock);
  }

  /** Most bytes a piece may have. */
  public long limit() {
    return maxBytes;
  }

  /**
   * Stores a content of at most so many bytes while its hash is computed. Where it lies already and
   * is whole, it is not written again; a broken one is mended so.
   *
   * @throws RefusedException when it is empty or too large; nothing is kept then
   */
  public Sealed store(InputStream content, long limitBytes) {
    Path part = incoming.next();
    try {
      try {
        Sealed sealed = receive(content, part, limitBytes);
        if (look(sealed.sha256(), sealed.size()) != EvidenceSeal.WHOLE
            || !contents.isSealed(sealed.sha256())) {
          contents.put(part, sealed.sha256());
        }
        return sealed;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sealed receive(InputStream content, Path part, long limitBytes) throws IOException {
    MessageDigest digest = sha256();
    ByteArrayOutputStream head = new ByteArrayOutputStream(EvidenceMediaPolicy.HEAD);
    long size = 0;
    try (FrameWriter out = new FrameWriter(part, ring)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > limitBytes) {
          throw RefusedException.at(
              "files", "incident.refused.evidenceTooLarge", megabytes(limitBytes), limitBytes);
        }
        head.write(buffer, 0, Math.min(read, EvidenceMediaPolicy.HEAD - head.size()));
        digest.update(buffer, 0, read);
        out.write(buffer, read);
      }
      if (size == 0) {
        throw RefusedException.at("files", "incident.refused.evidenceEmpty");
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      out.finish(hash, size);
      return new Sealed(hash, size, EvidenceMediaPolicy.sniff(head.toByteArray()));
    }
  }

  private static long megabytes(long bytes) {
    return bytes / (1024 * 1024);
  }

  /** The whole content. Reading fails where it is no longer what was sealed. */
  public InputStream open(String sha256) {
    return open(sha256, 0);
  }

  /** The same from one of its bytes on: reads no more of the store than that takes. */
  public InputStream open(String sha256, long offset) {
    try {
      if (!contents.isSealed(named(sha256)) && !hash(sha256).equals(sha256)) {
        throw new IOException("What lies there in clear is not what was sealed");
      }
      return contents.open(sha256, offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether what lies under the hash is still, to the last byte, what was sealed. */
  public boolean holds(String sha256, long size) {
    return look(sha256, size) == EvidenceSeal.WHOLE;
  }

  /**
   * Reads a whole content and tells what is seen.
   *
   * @throws UncheckedIOException when the store does not answer: then nothing was seen
   */
  EvidenceSeal look(String sha256, long size) {
    try {
      Read read = read(sha256);
      return read.size() == size && read.sha256().equals(sha256)
          ? EvidenceSeal.WHOLE
          : EvidenceSeal.BROKEN;
    } catch (MissingContentException e) {
      return EvidenceSeal.MISSING;
    } catch (BrokenContentException e) {
      return EvidenceSeal.BROKEN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seals what an earlier version kept in clear; called once it was seen whole. */
  void sealIfClear(String sha256, long size) {
    try {
      if (!contents.isSealed(named(sha256))) {
        try (InputStream clear = contents.open(sha256, 0)) {
          store(clear, size);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Read(String sha256, long size) {}

  private String hash(String sha256) throws IOException {
    return read(sha256).sha256();
  }

  private Read read(String sha256) throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    try (InputStream in = contents.open(named(sha256), 0)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
    }
    return new Read(HexFormat.of().formatHex(digest.digest()), size);
  }

  private static String named(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256");
    }
    return sha256;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
