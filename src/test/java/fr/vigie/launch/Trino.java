package fr.vigie.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Trino, one node with its tables in memory, as a child process on loopback. It needs a
 * newer Java than Vigie: {@code vigie.trino.java} names its home, else one is looked for beside
 * those that are known.
 */
public final class Trino implements AutoCloseable {
  private static final int JAVA = 24;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private final String version = System.getProperty("vigie.trino.version", "");
  private final Path build = Path.of(System.getProperty("vigie.build", "target")).toAbsolutePath();
  private final Path home = build.resolve("test-home/trino-" + ProcessHandle.current().pid());
  private final int port = Ports.free();
  private ChildProcess server;

  /** Starts the server and waits until it takes questions. */
  public Trino start() {
    Path java = java();
    Path program = program();
    Folders.deleteTemporary(home);
    Folders.create(home.resolve("catalog"));
    Folders.writePrivate(home.resolve("catalog/memory.properties"), "connector.name=memory\n");
    Folders.writePrivate(home.resolve("config.properties"), settings(program));
    Folders.writePrivate(home.resolve("log.properties"), "io.trino=WARN\nio.airlift=WARN\n");
    ChildProcess made =
        ChildProcess.start(
            "Trino", command(java, program), Map.of(), home.resolve("pid"), home.resolve("log"));
    server = made;
    if (!Waiting.until(PATIENCE, this::answers, () -> !made.isAlive())) {
      close();
      throw made.failure("did not start");
    }
    return this;
  }

  /** Questions go out whole: a long list of accounts is longer than a header may be. */
  public String url() {
    return "jdbc:trino://" + Ports.LOOPBACK + ":" + port + "?explicitPrepare=false";
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(30);
      server = null;
    }
  }

  private String settings(Path program) {
    return String.join(
        "\n",
        "coordinator=true",
        "node-scheduler.include-coordinator=true",
        "http-server.http.port=" + port,
        "node.bind-ip=" + Ports.LOOPBACK,
        "node.internal-address=" + Ports.LOOPBACK,
        "discovery.uri=http://" + Ports.LOOPBACK + ":" + port,
        "plugin.dir=" + program.resolve("plugin"),
        "catalog.config-dir=" + home.resolve("catalog"),
        "query.max-length=20000000",
        "query.max-memory=256MB",
        "query.max-memory-per-node=256MB",
        "memory.heap-headroom-per-node=256MB",
        "");
  }

  private List<String> command(Path java, Path program) {
    List<String> line = new ArrayList<>();
    line.add(java.resolve("bin/java").toString());
    line.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseG1GC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Djdk.attach.allowAttachSelf=true",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-modules=jdk.incubator.vector",
            "-Dnode.environment=test",
            "-Dnode.id=one",
            "-Dnode.data-dir=" + home.resolve("data"),
            "-Dconfig=" + home.resolve("config.properties"),
            "-Dlog.levels-file=" + home.resolve("log.properties")));
    line.addAll(List.of("-cp", program.resolve("lib") + "/*", "io.trino.server.TrinoServer"));
    return line;
  }

  /** The server's core, and beside it the one plugin that holds rows in memory. */
  private Path program() {
    Path core = build.resolve("runtime/trino-server-core.tar.gz");
    Path memory = build.resolve("runtime/trino-memory.zip");
    if (version.isEmpty() || !Files.exists(core) || !Files.exists(memory)) {
      throw new LaunchException("Trino is not there: run with the Maven profile trino");
    }
    return Unpacked.once(
        "trino-" + version,
        core.toString(),
        folder -> {
          untar(core, folder);
          Unpacked.unpack(memory, "trino-memory-" + version + "/", folder.resolve("plugin/memory"));
        });
  }

  private static void untar(Path archive, Path folder) throws IOException {
    Process tar =
        new ProcessBuilder(
                "tar", "-xzf", archive.toString(), "--strip-components=1", "-C", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (tar.waitFor() != 0) {
        throw new LaunchException("tar could not unpack " + archive);
      }
    } catch (InterruptedException e) {
      tar.destroy();
      Thread.currentThread().interrupt();
      throw new LaunchException("the unpacking of Trino was interrupted", e);
    }
  }

  private static Path java() {
    List<Path> homes = new ArrayList<>();
    Optional.ofNullable(System.getProperty("vigie.trino.java")).map(Path::of).ifPresent(homes::add);
    Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(homes::add);
    Path own = Path.of(System.getProperty("java.home"));
    homes.add(own);
    try (Stream<Path> beside = Files.list(own.getParent())) {
      beside.sorted().forEach(homes::add);
    } catch (IOException unreadable) {
      // only the others then
    }
    return homes.stream()
        .filter(home -> feature(home) >= JAVA)
        .findFirst()
        .orElseThrow(
            () ->
                new LaunchException(
                    "Trino needs Java %d or newer: name its home by -Dvigie.trino.java"
                        .formatted(JAVA)));
  }

  /** Of a Java home, 0 if it is none. */
  private static int feature(Path home) {
    try {
      Matcher found = VERSION.matcher(Files.readString(home.resolve("release")));
      return found.find() && Files.isExecutable(home.resolve("bin/java"))
          ? Integer.parseInt(found.group(1))
          : 0;
    } catch (IOException none) {
      return 0;
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + Ports.LOOPBACK + ":" + port + "/v1/info"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      String info = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      return info.contains("\"starting\":false");
    } catch (IOException e) {
      return false;
    }
  }
}
