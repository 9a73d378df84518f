package fr.vigie.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts what a test execution needs, once per test process, as {@code vigie.parts} says: {@code
 * database}, {@code server} (and database) or {@code application} (everything, with the WAR). Ends
 * it when the test process ends.
 */
public final class TestParts implements LauncherSessionListener {
  private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();
  private static TestParts current;
  private static RuntimeException failure;

  private Database database;
  private MailCatcher mail;
  private PayaraServer server;
  private Demo application;

  /** The parts of this test process; refuses when they could not be started. */
  public static synchronized TestParts current() {
    if (current == null) {
      throw new IllegalStateException(
          "no part is running: set -Dvigie.parts=database, server or application", failure);
    }
    return current;
  }

  /** The database, whatever the execution. */
  public Database database() {
    return database;
  }

  /** The mail catcher; with the server or the application. */
  public MailCatcher mail() {
    return mail;
  }

  public PayaraServer server() {
    return server;
  }

  /** The running application with its demo data. */
  public Demo application() {
    return application;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    startOnce(System.getProperty("vigie.parts", ""));
  }

  private static synchronized void startOnce(String parts) {
    if (parts.isEmpty() || current != null || failure != null) {
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(TestParts::stop, "test-parts-stop"));
    try {
      TestParts made = new TestParts();
      made.start(parts);
      current = made;
    } catch (RuntimeException e) {
      failure = e;
      stop();
      throw e;
    }
  }

  private void start(String parts) {
    long begin = System.nanoTime();
    Path build = Path.of(System.getProperty("vigie.build", "target")).toAbsolutePath();
    Path home = build.resolve("test-home/" + parts + "-" + ProcessHandle.current().pid());
    Folders.deleteTemporary(home); // an earlier test process of the same number
    Folders.create(home);
    switch (parts) {
      case "database" -> startDatabase(home);
      case "server" -> startServer(build, home);
      case "application" -> startApplication(home);
      default -> throw new LaunchException("vigie.parts: unknown value " + parts);
    }
    System.out.printf(
        "Parts for %s ready after %.1f s%n", parts, (System.nanoTime() - begin) / 1e9);
  }

  private void startDatabase(Path home) {
    if (System.getProperty("vigie.test.db", "embedded").equals("external")) {
      database = externalSchema();
      return;
    }
    Secrets secrets = new Secrets(home.resolve("secrets.properties"));
    String quick = "--innodb-flush-log-at-trx-commit=0"; // nobody will miss these data
    EmbeddedDatabase embedded =
        keep(new EmbeddedDatabase(home.resolve("mariadb"), Ports.free(), secrets, quick));
    database = embedded.start().database();
  }

  private void startServer(Path build, Path home) {
    startDatabase(home);
    Secrets secrets = new Secrets(home.resolve("secrets.properties"));
    mail = keep(new MailCatcher(Ports.free(), Ports.free(), Ports.free())).start();
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.putAll(mail.settings());
    settings.put(
        "vigie.keyring.file", Secrets.keyRing(home.resolve("keyring.properties")).toString());
    settings.put("vigie.evidence.dir", home.resolve("evidence").toString());
    settings.put("vigie.cookie.secure", "false");
    server =
        keep(
            new PayaraServer(
                build.resolve("runtime/payara-server.zip"),
                System.getProperty("vigie.payara.version"),
                home.resolve("domains"),
                Path.of(System.getProperty("vigie.project", "")).resolve("payara-config")));
    server.start(settings);
    System.setProperty("vigie.payara.admin.port", Integer.toString(server.adminPort()));
    System.setProperty("vigie.payara.http.port", Integer.toString(server.address().getPort()));
  }

  private void startApplication(Path home) {
    Chromium.program(); // its absence is told before anything is started
    application = keep(Demo.start(home, DemoPorts.free(), false));
    database = application.database();
    mail = application.mail();
  }

  /** A schema of this test process on the server that vigie.test.db.* names. */
  private static Database externalSchema() {
    Database server =
        new Database(
            System.getProperty("vigie.test.db.url"),
            System.getProperty("vigie.test.db.user"),
            System.getProperty("vigie.test.db.password", ""));
    String schema = "vigie_test_" + Long.toString(System.nanoTime(), 36);
    execute(server, "CREATE DATABASE " + schema + " COLLATE utf8mb4_0900_ai_ci");
    STARTED.push(() -> execute(server, "DROP DATABASE " + schema));
    return server.schema(schema);
  }

  private static void execute(Database database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new LaunchException("the external database refuses: " + e.getMessage(), e);
    }
  }

  private static <T extends AutoCloseable> T keep(T part) {
    STARTED.push(part);
    return part;
  }

  private static synchronized void stop() {
    while (!STARTED.isEmpty()) {
      AutoCloseable part = STARTED.pop();
      try {
        part.close();
      } catch (Exception e) {
        System.err.println("Stopping " + part.getClass().getSimpleName() + ": " + e);
      }
    }
  }
}
