package fr.vigie.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Payara Micro with the built WAR at the root context, as a child process whose every socket is on
 * loopback.
 */
public final class PayaraMicro implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path jar;
  private final Path home;
  private final int port;
  private final int gridPort;
  private ChildProcess server;

  /**
   * @param jar payara-micro.jar
   * @param home where the log, the pid and the temporary files go
   * @param gridPort the data grid's port; the server talks to no other one
   */
  public PayaraMicro(Path jar, Path home, int port, int gridPort) {
    this.jar = jar.toAbsolutePath();
    this.home = home.toAbsolutePath().normalize();
    this.port = port;
    this.gridPort = gridPort;
  }

  /** Starts the server with {@code war} and waits until the application says that it is ready. */
  public PayaraMicro start(Path war, Path preBoot, Map<String, String> settings) {
    for (Path needed : List.of(jar, war, preBoot)) {
      if (!Files.isRegularFile(needed)) {
        throw new LaunchException(needed + " is missing: build the project first (mvn package)");
      }
    }
    stopOrphan(home);
    Ports.requireFree(port, "application", "free it or choose another");
    Ports.requireFree(gridPort, "data grid", "free it or choose another");
    Folders.deleteTemporary(temporary());
    Folders.create(temporary());
    Path properties = write(settings);
    ChildProcess made =
        ChildProcess.start(
            "the server",
            command(war, preBoot, properties),
            Map.of(),
            home.resolve("payara.pid"),
            home.resolve("payara.log"));
    server = made;
    HealthProbe probe = new HealthProbe(address());
    if (!Waiting.until(PATIENCE, probe::isReady, () -> !made.isAlive())) {
      close();
      throw made.failure("did not become ready (" + probe.last() + ")");
    }
    return this;
  }

  /** Stops the server that a killed run left in {@code home}. */
  static void stopOrphan(Path home) {
    Path place = home.toAbsolutePath().normalize();
    ChildProcess.stopOrphan("the server", place.resolve("payara.pid"), mark(place));
  }

  public URI address() {
    return URI.create("http://" + Ports.LOOPBACK + ":" + port + "/");
  }

  /** Returns when the server has ended, by itself or stopped. */
  void awaitEnd() throws InterruptedException {
    server.waitFor();
  }

  Path log() {
    return home.resolve("payara.log");
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(60);
      server = null;
      Folders.deleteTemporary(temporary());
    }
  }

  private List<String> command(Path war, Path preBoot, Path properties) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        mark(home),
        "-Xmx768m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", // halves the processor time of a start
        "-Duser.timezone=UTC",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + temporary(),
        "-Dhazelcast.socket.bind.any=false",
        "-jar",
        jar.toString(),
        "--port",
        Integer.toString(port),
        "--clustername",
        "vigie-" + gridPort,
        "--clustermode",
        "tcpip:" + Ports.LOOPBACK + ":" + gridPort,
        "--interfaces",
        Ports.LOOPBACK,
        "--startport",
        Integer.toString(gridPort),
        "--disablephonehome",
        "--prebootcommandfile",
        preBoot.toAbsolutePath().toString(),
        "--systemproperties",
        properties.toString(),
        "--contextroot",
        "/",
        "--deploy",
        war.toAbsolutePath().toString());
  }

  /** Passwords go through a private file: a command line is for everyone to read. */
  private Path write(Map<String, String> settings) {
    try {
      Properties properties = new Properties();
      properties.putAll(settings);
      StringWriter text = new StringWriter();
      properties.store(text, "Written at each start.");
      Path file = home.resolve("payara.properties");
      Folders.writePrivate(file, text.toString());
      return file;
    } catch (IOException e) {
      throw new LaunchException("cannot write the server's settings (" + e + ")", e);
    }
  }

  private Path temporary() {
    return home.resolve("payara-tmp");
  }

  private static String mark(Path home) {
    return "-Dvigie.server.home=" + home;
  }
}
