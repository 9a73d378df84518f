package fr.vigie.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An S3-compatible store as a child process on loopback, with one empty bucket; it checks the
 * signature of each request. Objects are files in a folder, where a test can lose or spoil them.
 */
public final class S3Proxy implements AutoCloseable {
  public static final String BUCKET = "pieces";
  public static final String KEY = "vigie";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path home;
  private final String secret = Secrets.draw();
  private final int port = Ports.free();
  private ChildProcess server;

  /**
   * @param home a folder for this server alone; what is in it is deleted at the start
   */
  public S3Proxy(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  public S3Proxy start() {
    Path build = Path.of(System.getProperty("vigie.build", "target")).toAbsolutePath();
    ChildProcess.stopOrphan("S3Proxy", home.resolve("s3proxy.pid"), home.toString());
    Folders.deleteTemporary(home);
    Folders.create(bucket());
    Folders.writePrivate(home.resolve("s3proxy.conf"), configuration());
    ChildProcess made =
        ChildProcess.start(
            "S3Proxy",
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                build.resolve("runtime/s3proxy.jar").toString(),
                "--properties",
                home.resolve("s3proxy.conf").toString()),
            Map.of(),
            home.resolve("s3proxy.pid"),
            home.resolve("s3proxy.log"));
    server = made;
    if (!Waiting.until(PATIENCE, this::answers, () -> !made.isAlive())) {
      close();
      throw made.failure("did not start");
    }
    return this;
  }

  public URI address() {
    return URI.create("http://" + Ports.LOOPBACK + ":" + port);
  }

  public String secret() {
    return secret;
  }

  /** The folder of the bucket's objects. */
  public Path bucket() {
    return home.resolve("data").resolve(BUCKET);
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop(10);
      server = null;
    }
  }

  private String configuration() {
    return String.join(
        "\n",
        "s3proxy.authorization=aws-v2-or-v4",
        "s3proxy.endpoint=" + address(),
        "s3proxy.identity=" + KEY,
        "s3proxy.credential=" + secret,
        "jclouds.provider=filesystem-nio2",
        "jclouds.identity=none",
        "jclouds.credential=none",
        "jclouds.filesystem.basedir=" + home.resolve("data"),
        "");
  }

  /** It refuses who does not sign. */
  private boolean answers() {
    try {
      HttpURLConnection connection = (HttpURLConnection) address().toURL().openConnection();
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_FORBIDDEN;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
