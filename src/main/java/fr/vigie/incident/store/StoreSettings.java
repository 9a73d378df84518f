package fr.vigie.incident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which store was chosen, and how it is reached. */
@ApplicationScoped
public class StoreSettings {
  @Inject
  @ConfigProperty(name = "vigie.evidence.store", defaultValue = "disk")
  String kind;

  @Inject
  @ConfigProperty(name = "vigie.evidence.dir")
  String directory;

  @Inject
  @ConfigProperty(name = "vigie.evidence.s3.endpoint")
  Optional<String> endpoint;

  @Inject
  @ConfigProperty(name = "vigie.evidence.s3.region", defaultValue = "us-east-1")
  String region;

  @Inject
  @ConfigProperty(name = "vigie.evidence.s3.bucket")
  Optional<String> bucket;

  @Inject
  @ConfigProperty(name = "vigie.evidence.s3.key")
  Optional<String> key;

  @Inject
  @ConfigProperty(name = "vigie.evidence.s3.secret")
  Optional<String> secret;

  /** The folder of the contents, or only of those being received. */
  public Path directory() {
    return Path.of(directory).toAbsolutePath();
  }

  /**
   * @throws IllegalStateException when what the chosen store needs is not said
   */
  public ContentStore store() {
    return switch (kind) {
      case "disk" -> new DiskStore(directory());
      case "s3" -> {
        Map<String, Optional<String>> needed = new TreeMap<>();
        needed.put("vigie.evidence.s3.endpoint", endpoint);
        needed.put("vigie.evidence.s3.bucket", bucket);
        needed.put("vigie.evidence.s3.key", key);
        needed.put("vigie.evidence.s3.secret", secret);
        needed.values().removeIf(Optional::isPresent);
        if (!needed.isEmpty()) {
          throw new IllegalStateException("Missing settings " + needed.keySet());
        }
        yield new S3Store(safe(endpoint.get()), region, bucket.get(), key.get(), secret.get());
      }
      default -> throw new IllegalStateException("vigie.evidence.store is disk or s3, not " + kind);
    };
  }

  /** Keys and contents are encrypted, the key's identifier and the names are not: TLS. */
  private static URI safe(String endpoint) {
    URI address = URI.create(endpoint);
    boolean here = Set.of("127.0.0.1", "localhost").contains(String.valueOf(address.getHost()));
    if (!"https".equals(address.getScheme()) && !here) {
      throw new IllegalStateException("vigie.evidence.s3.endpoint must be https");
    }
    return address;
  }
}
