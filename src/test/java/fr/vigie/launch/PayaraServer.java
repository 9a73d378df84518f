package fr.vigie.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Payara Server with one domain of its own, for the Arquillian tests: configured by the scripts
 * of {@code payara-config}, every socket on loopback, the settings in its environment.
 */
public final class PayaraServer implements AutoCloseable {
  private static final String DOMAIN = "vigie";
  private static final int ADMIN = 48;
  private static final int HTTP = 80;
  private static final int GRID = 49;
  private static final long PATIENCE_MINUTES = 5;

  private final Path program;
  private final Path home;
  private final Path config;
  private final int base = Ports.freeBase(ADMIN, GRID, HTTP, 59, 81, 86);
  private boolean started;

  /**
   * @param zip Payara Server's distribution
   * @param home a folder of this run only
   * @param config the project's payara-config
   */
  public PayaraServer(Path zip, String version, Path home, Path config) {
    this.program = Unpacked.of(zip.toAbsolutePath(), "payara6/", "payara-" + version);
    this.home = Folders.create(home.toAbsolutePath());
    this.config = config.toAbsolutePath();
  }

  /** Creates the domain, starts it and applies the scripts. */
  public PayaraServer start(Map<String, String> settings) {
    Map<String, String> environment =
        settings.entrySet().stream()
            .collect(Collectors.toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
    asadmin(
        environment,
        "create-domain",
        "--portbase",
        Integer.toString(base),
        "--nopassword",
        "--domaindir",
        home.toString(),
        DOMAIN);
    addJvmOptions(
        "-Duser.timezone=UTC",
        "-Dhazelcast.socket.bind.any=false",
        // what is deployed passes through it: another server's start may clear a shared one
        "-Djava.io.tmpdir=" + Folders.create(home.resolve("tmp")));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "payara-stop"));
    started = true;
    asadmin(
        environment,
        "start-domain",
        "--domaindir",
        home.toString(),
        "--prebootcommandfile",
        config.resolve("pre-boot.asadmin").toString(),
        DOMAIN);
    asadmin(
        environment,
        "--port",
        Integer.toString(adminPort()),
        "multimode",
        "--file",
        config.resolve("post-boot.asadmin").toString());
    return this;
  }

  public int adminPort() {
    return base + ADMIN;
  }

  public URI address() {
    return URI.create("http://" + Ports.LOOPBACK + ":" + (base + HTTP) + "/");
  }

  public Path log() {
    return home.resolve(DOMAIN + "/logs/server.log");
  }

  @Override
  public synchronized void close() {
    if (!started) {
      return;
    }
    started = false;
    try {
      asadmin(Map.of(), "stop-domain", "--domaindir", home.toString(), DOMAIN);
    } catch (LaunchException e) {
      System.err.println(e.getMessage());
      kill();
    }
  }

  /** MicroProfile Config's rule: vigie.db.url is read from VIGIE_DB_URL. */
  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
  }

  private void addJvmOptions(String... options) {
    Path domain = home.resolve(DOMAIN + "/config/domain.xml");
    String mark = "<jvm-options>";
    try {
      StringBuilder added = new StringBuilder();
      for (String option : options) {
        added.append(mark).append(option).append("</jvm-options>\n");
      }
      String xml = Files.readString(domain);
      Files.writeString(domain, xml.replaceFirst(mark, added + mark));
    } catch (IOException e) {
      throw new LaunchException("cannot configure " + domain + " (" + e + ")", e);
    }
  }

  private void asadmin(Map<String, String> environment, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(program.resolve("bin/asadmin").toString());
    line.addAll(List.of(arguments));
    Path output = home.resolve("asadmin.log");
    try {
      ProcessBuilder builder = new ProcessBuilder(line);
      Map<String, String> all = new HashMap<>(environment);
      all.put("AS_JAVA", System.getProperty("java.home"));
      builder.environment().putAll(all);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(output);
      if (!ended || process.exitValue() != 0 || said.contains("PlainTextActionReporterFAILURE")) {
        process.destroy();
        throw new LaunchException(
            "asadmin %s failed: %s%n%s".formatted(arguments[0], said, Folders.lastLines(log())));
      }
    } catch (IOException e) {
      throw new LaunchException("asadmin cannot be run (" + e + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("asadmin was interrupted", e);
    }
  }

  private void kill() {
    try {
      long pid = Long.parseLong(Files.readString(home.resolve(DOMAIN + "/config/pid")).trim());
      String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
      if (line.contains(home.toString())) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
    } catch (IOException | NumberFormatException e) {
      System.err.println("The server of " + home + " may be left running (" + e + ")");
    }
  }
}
