package fr.vigie.incident.store;

import fr.vigie.launch.S3Proxy;
import java.nio.file.Path;

/** The adapters, for tests of other packages. */
public final class Stores {
  private Stores() {}

  public static ContentStore disk(Path root) {
    return new DiskStore(root);
  }

  public static ContentStore s3(S3Proxy server, String secret) {
    return new S3Store(server.address(), "eu-west-3", S3Proxy.BUCKET, S3Proxy.KEY, secret);
  }
}
