package fr.vigie.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The run command's main class: database, mail catcher, directory, then the WAR on Payara Micro.
 *
 * <p>Settings: {@code vigie.port} (8080, seven ports in a row), {@code vigie.home} (.vigie in the
 * project), {@code vigie.fresh} (true puts the old data aside first).
 */
public final class Demo implements AutoCloseable {
  private static final int LEAST_JAVA = 17;
  private static final long LEAST_GIGABYTES = 2;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final DemoHome home;
  private final DemoPorts ports;
  private final Secrets secrets;
  private EmbeddedDatabase database;
  private MailCatcher mail;
  private PayaraMicro server;

  private Demo(DemoHome home, DemoPorts ports) {
    this.home = home;
    this.ports = ports;
    this.secrets = home.secrets();
  }

  public static void main(String[] arguments) {
    try {
      Path project = Path.of(System.getProperty("vigie.project", "")).toAbsolutePath();
      String folder = System.getProperty("vigie.home", "");
      Path home = folder.isEmpty() ? project.resolve(".vigie") : Path.of(folder).toAbsolutePath();
      run(home);
    } catch (LaunchException e) {
      if (!ChildProcess.isEnding()) { // else it is only what Ctrl-C stopped
        fail(e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Path home) throws InterruptedException {
    boolean fresh = !"false".equals(System.getProperty("vigie.fresh", "false"));
    Demo demo = start(home, DemoPorts.from(System.getProperty("vigie.port", "8080")), fresh);
    System.out.println(demo.welcome());
    demo.server.awaitEnd();
    Thread.sleep(1000); // when all is being stopped, the machine ends here
    fail("the server has ended by itself; see " + demo.server.log());
  }

  private static void fail(String message) {
    System.out.flush();
    System.err.println("Vigie cannot run: " + message);
    System.exit(1);
  }

  /** Starts everything in {@code home}, or nothing. */
  static Demo start(Path home, DemoPorts ports, boolean fresh) {
    requireJava();
    Folders.requireHome(home);
    Folders.requireSpace(home, LEAST_GIGABYTES);
    HomeLock lock = new HomeLock(home);
    Demo demo = null;
    try {
      DemoHome folder = new DemoHome(home.toAbsolutePath().normalize());
      stopOrphans(folder);
      ports.requireFree();
      if (fresh) {
        folder.putAside();
      }
      demo = new Demo(folder, ports);
      demo.started.push(lock);
      // Ctrl-C while starting leaves nothing behind either.
      Runtime.getRuntime().addShutdownHook(new Thread(demo::end, "vigie-stop"));
      demo.startAll();
      return demo;
    } catch (RuntimeException e) {
      if (demo == null) {
        lock.close();
      } else {
        demo.close();
      }
      throw e;
    }
  }

  private static void requireJava() {
    if (Runtime.version().feature() < LEAST_JAVA) {
      throw new LaunchException(
          "Java %d or newer is needed, this is %s: set JAVA_HOME"
              .formatted(LEAST_JAVA, Runtime.version()));
    }
  }

  private static void stopOrphans(DemoHome home) {
    PayaraMicro.stopOrphan(home.folder());
    EmbeddedDatabase.stopOrphan(home.database());
  }

  private void startAll() {
    String quick = "--innodb-flush-log-at-trx-commit=2"; // outlives a crash, not a power cut
    database = keep(new EmbeddedDatabase(home.database(), ports.database(), secrets, quick));
    say("database", () -> database.start());
    mail = keep(new MailCatcher(ports.smtp(), ports.imap(), ports.mailPage()));
    mail.start();
    DemoDirectory directory =
        keep(
            new DemoDirectory(ports.directory(), secrets.get("directory.password"), home.folder()));
    directory.start();
    Map<String, String> settings = new HashMap<>(database.database().settings());
    settings.putAll(mail.settings());
    settings.put("vigie.keyring.file", home.keyRing().toString());
    settings.put("vigie.notification.bounce-delay", "PT0S");
    for (String job : List.of("mail", "notification", "containment")) {
      settings.put("vigie." + job + ".every-seconds", "2"); // who tries it does not wait
    }
    settings.put("vigie.containment.alone-at-most", "2"); // its directory is small
    settings.put("vigie.evidence.dir", evidence().toString());
    settings.put("vigie.evidence.look-turn-seconds", "5"); // few pieces
    settings.put("vigie.cookie.secure", "false"); // plain HTTP, on loopback only
    settings.put("vigie.public.url", "http://" + Ports.LOOPBACK + ":" + ports.application());
    Path build = Path.of(System.getProperty("vigie.build", "target"));
    Path project = Path.of(System.getProperty("vigie.project", ""));
    server =
        keep(
            new PayaraMicro(
                build.resolve("runtime/payara-micro.jar"),
                home.folder(),
                ports.application(),
                ports.grid()));
    Path war = Path.of(System.getProperty("vigie.war", "target/vigie.war"));
    Path preBoot = project.resolve("payara-config/micro-pre-boot.asadmin");
    say("application", () -> server.start(war, preBoot, settings));
    say(
        "demonstration",
        () -> {
          DemoData.load(database(), password());
          directory.connection().load(database(), home.keyRing());
        });
  }

  private static void say(String what, Runnable start) {
    System.out.println("Starting the " + what + "…");
    long begin = System.nanoTime();
    start.run();
    System.out.printf("  ready after %.1f s%n", (System.nanoTime() - begin) / 1e9);
  }

  private <T extends AutoCloseable> T keep(T part) {
    synchronized (started) {
      started.push(part);
    }
    return part;
  }

  public URI address() {
    return server.address();
  }

  public Database database() {
    return database.database();
  }

  /** Takes the database away, as a fault would; {@link #resumeDatabase} brings it back. */
  public void interruptDatabase() {
    database.close();
  }

  public void resumeDatabase() {
    database.start();
  }

  /** Where the contents of pieces lie. */
  public Path evidence() {
    return home.folder().resolve("evidence");
  }

  public MailCatcher mail() {
    return mail;
  }

  /** The one password of every demo login of this installation. */
  public String password() {
    return secrets.get("demo.password");
  }

  private String welcome() {
    StringBuilder text = new StringBuilder(System.lineSeparator());
    text.append("Vigie is ready: %s%n".formatted(address()));
    text.append("Caught mails:   %s%n".formatted(mail.address()));
    text.append("Password of every login below: %s%n".formatted(password()));
    logins().forEach((login, role) -> text.append("  %-24s %s%n".formatted(login, role)));
    return text.append("Data is kept in %s. Ctrl-C stops.%n".formatted(home.folder())).toString();
  }

  private static Map<String, String> logins() {
    Properties read = new Properties();
    try (InputStream in = Demo.class.getResourceAsStream("/launch/logins.properties")) {
      read.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LaunchException("logins.properties cannot be read (" + e + ")", e);
    }
    Map<String, String> logins = new TreeMap<>();
    read.forEach((login, role) -> logins.put(login.toString(), role.toString()));
    return logins;
  }

  /** The process ends: nothing more is started, even if a start is under way. */
  private void end() {
    ChildProcess.startNoMore();
    close();
    ChildProcess.stopAll();
  }

  /** Stops everything, last started first. */
  @Override
  public void close() {
    synchronized (started) {
      while (!started.isEmpty()) {
        AutoCloseable part = started.pop();
        try {
          part.close();
        } catch (Exception e) {
          System.err.println("Stopping " + part.getClass().getSimpleName() + ": " + e);
        }
      }
    }
  }
}
