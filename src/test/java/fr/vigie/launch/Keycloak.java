package fr.vigie.launch;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak as a child process on loopback, its database in memory, with the realm {@link
 * #REALM}: empty but for the connector's clients and a public client for signing in. Its SCIM
 * service (a preview of Keycloak's) is on. Built once per user, in the cache; every start has a
 * folder of its own.
 */
public final class Keycloak implements AutoCloseable {
  public static final String REALM = "essai";

  /** May read and change users, and read the trail of administration. */
  public static final String CONNECTOR = "vigie";

  /** May read users only. */
  public static final String READER = "vigie-lecture";

  /** May read and change users through SCIM. */
  public static final String SCIM_CONNECTOR = "vigie-scim";

  /** Public; a name and a secret are enough to sign in. */
  public static final String SIGN_IN = "connexion";

  /** May do everything in the realm; a client too, for it signs in fastest. */
  public static final String ADMINISTRATOR = "administration";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> JVM =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xms128m",
          "-Xmx512m",
          "-Duser.language=en",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  /** Without an address that is no address, Keycloak waits ten seconds for a bus not there. */
  private static final String NO_BUS = "none";

  private static Keycloak shared;
  private static RuntimeException failure;

  private final Path program;
  private final Path home;
  private final int port = Ports.free();
  private final String administratorSecret = Secrets.draw();
  private final String connectorSecret = Secrets.draw();
  private ChildProcess server;

  /**
   * @param zip Keycloak's distribution
   * @param home a folder of this server alone; what is in it is deleted at the start
   */
  public Keycloak(Path zip, String version, Path home) {
    this.home = home.toAbsolutePath().normalize();
    this.program =
        Unpacked.once(
            "keycloak-" + version,
            zip.toString(),
            folder -> {
              Unpacked.unpack(zip, "keycloak-" + version + "/", folder);
              build(folder);
            });
  }

  /** The one of this test process, started when first asked for; ends with the process. */
  public static synchronized Keycloak shared() {
    if (failure != null) {
      throw new IllegalStateException("Keycloak did not start before", failure);
    }
    if (shared == null) {
      Path build = Path.of(System.getProperty("vigie.build", "target")).toAbsolutePath();
      long begin = System.nanoTime();
      Keycloak made =
          new Keycloak(
              build.resolve("runtime/keycloak.zip"),
              System.getProperty("vigie.keycloak.version", "26.7.3"),
              build.resolve("test-home/keycloak-" + ProcessHandle.current().pid()));
      Runtime.getRuntime().addShutdownHook(new Thread(made::close, "keycloak-stop"));
      shared = made;
      try {
        made.start();
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
      System.out.printf("Keycloak ready after %.1f s%n", (System.nanoTime() - begin) / 1e9);
    }
    return shared;
  }

  /** Starts the server and waits until the realm answers. */
  public Keycloak start() {
    ChildProcess.stopOrphan("Keycloak", home.resolve("keycloak.pid"), home.toString());
    Folders.deleteTemporary(home);
    Folders.create(home.resolve("data/import"));
    for (String folder : List.of("lib", "conf", "providers", "themes")) {
      borrow(folder);
    }
    Folders.writePrivate(home.resolve("data/import/" + REALM + "-realm.json"), realm());
    ChildProcess made =
        ChildProcess.start(
            "Keycloak",
            command(
                program,
                home,
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=" + Ports.LOOPBACK,
                "--http-port=" + port,
                "--hostname-strict=false"),
            Map.of("DBUS_SYSTEM_BUS_ADDRESS", NO_BUS),
            home.resolve("keycloak.pid"),
            home.resolve("keycloak.log"));
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

  public URI scim() {
    return URI.create(address() + "/realms/" + REALM + "/scim/v2");
  }

  /** Of every connector's client. */
  public String connectorSecret() {
    return connectorSecret;
  }

  public String administratorSecret() {
    return administratorSecret;
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop(20);
      server = null;
    }
  }

  /** What a build made is looked for below the server's own folder. */
  private void borrow(String folder) {
    try {
      Files.createSymbolicLink(home.resolve(folder), program.resolve(folder));
    } catch (IOException e) {
      throw new LaunchException("cannot prepare " + home + " (" + e + ")", e);
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + "/realms/" + REALM))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String realm() {
    String profile = Json.createValue(resource("/launch/keycloak-profile.json")).toString();
    return resource("/launch/keycloak-realm.json")
        .replace("\"@profile@\"", profile)
        .replace("@address@", address().toString())
        .replace("@administration@", administratorSecret)
        .replace("@secret@", connectorSecret);
  }

  private static void build(Path folder) throws IOException {
    Path log = Files.createTempFile("keycloak-build", ".log");
    ChildProcess builder =
        ChildProcess.start(
            "Keycloak's build",
            command(folder, folder, "build", "--db=dev-mem", "--features=scim-api"),
            Map.of("DBUS_SYSTEM_BUS_ADDRESS", NO_BUS),
            folder.resolve("build.pid"),
            log);
    try {
      if (builder.waitFor() != 0) {
        throw builder.failure("failed");
      }
      builder.stop(1);
      Files.deleteIfExists(log);
    } catch (InterruptedException e) {
      builder.stop(1);
      Thread.currentThread().interrupt();
      throw new LaunchException("Keycloak's build was interrupted", e);
    }
  }

  private static List<String> command(Path program, Path home, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    line.addAll(JVM);
    line.add("-Dkc.home.dir=" + home);
    line.add("-cp");
    line.add(program.resolve("lib/quarkus-run.jar").toString());
    line.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    line.addAll(List.of(arguments));
    return line;
  }

  private static String resource(String name) {
    try (InputStream stream = Keycloak.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LaunchException("cannot read " + name + " (" + e + ")", e);
    }
  }
}
