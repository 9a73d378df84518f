package fr.vigie.launch;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real OpenLDAP server from Debian's packages, as a child process on loopback, empty at each
 * start: the base, {@code ou=people}, {@code ou=groups} and the connector's account with no more
 * rights than Vigie needs. It has the password policy overlay with a policy that lets accounts be
 * locked.
 */
public final class Slapd implements AutoCloseable {
  public static final String BASE = "dc=vigie,dc=example";
  public static final String PEOPLE = "ou=people," + BASE;
  public static final String GROUPS = "ou=groups," + BASE;
  public static final String CONNECTOR = "cn=vigie," + BASE;

  /** Of this machine, but not one of the names by which everyone knows it. */
  private static final String OTHER_LOOPBACK = "127.0.0.2";

  private static final String ADMINISTRATOR = "cn=admin," + BASE;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> SCHEMAS = List.of("core", "cosine", "inetorgperson", "nis");

  private final Path home;
  private final String administratorSecret = Secrets.draw();
  private final String connectorSecret = Secrets.draw();
  private final int plainPort = Ports.free();
  private final int tlsPort = Ports.free();
  private ServerCertificate certificate;
  private boolean passwordPolicy = true;
  private boolean locksAccounts = true;
  private ChildProcess server;

  /**
   * @param home a folder for this server alone; what is in it is deleted at the start
   */
  public Slapd(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  /** Shows this certificate rather than a valid one. */
  public Slapd with(ServerCertificate other) {
    certificate = other;
    return this;
  }

  /** Knows nothing of password policies: an account cannot be locked. */
  public Slapd withoutPasswordPolicy() {
    passwordPolicy = false;
    return this;
  }

  /** Has the overlay and a policy that does not lock: keeps the mark, and lets in all the same. */
  public Slapd thatDoesNotLock() {
    locksAccounts = false;
    return this;
  }

  /** Starts the server and waits until the administrator is let in. */
  public Slapd start() {
    Path root = DebianPackages.of("slapd");
    ChildProcess.stopOrphan("slapd", home.resolve("slapd.pid"), home.toString());
    Folders.deleteTemporary(home);
    Folders.create(home.resolve("data"));
    certificate = certificate == null ? ServerCertificate.valid() : certificate;
    Folders.writePrivate(home.resolve("key.pem"), certificate.key());
    Folders.writePrivate(home.resolve("certificate.pem"), certificate.certificate());
    Folders.writePrivate(home.resolve("slapd.conf"), configuration(root));
    ChildProcess made =
        ChildProcess.start(
            "slapd",
            List.of(
                root.resolve("usr/sbin/slapd").toString(),
                "-f",
                home.resolve("slapd.conf").toString(),
                "-h",
                "ldap://%1$s:%2$d ldap://%3$s:%2$d ldaps://%1$s:%4$d"
                    .formatted(Ports.LOOPBACK, plainPort, OTHER_LOOPBACK, tlsPort),
                "-d", // stays in the foreground
                "none"),
            Map.of("LD_LIBRARY_PATH", libraries(root)),
            home.resolve("slapd.pid"),
            home.resolve("slapd.log"));
    server = made;
    if (!Waiting.until(PATIENCE, this::accepts, () -> !made.isAlive())) {
      close();
      throw made.failure("did not start");
    }
    fill();
    return this;
  }

  /** With TLS from the first byte. */
  public URI tls() {
    return URI.create("ldaps://" + Ports.LOOPBACK + ":" + tlsPort);
  }

  /** Without TLS, by an address that is known as this machine's. */
  public URI plain() {
    return URI.create("ldap://" + Ports.LOOPBACK + ":" + plainPort);
  }

  /** With StartTLS: an address of this machine that is not known as such. */
  public URI startTls() {
    return URI.create("ldap://" + OTHER_LOOPBACK + ":" + plainPort);
  }

  public String connectorSecret() {
    return connectorSecret;
  }

  /** What a client must trust; PEM. */
  public String trust() {
    return certificate.certificate();
  }

  /** A connection of the administrator, whom no rule binds. */
  public LDAPConnection administrator() throws LDAPException {
    return signIn(ADMINISTRATOR, administratorSecret);
  }

  /** A real sign-in, as an application does it. */
  public LDAPConnection signIn(String dn, String secret) throws LDAPException {
    return new LDAPConnection(Ports.LOOPBACK, plainPort, dn, secret);
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(20);
      server = null;
    }
  }

  private boolean accepts() {
    try (LDAPConnection connection = administrator()) {
      return connection.isConnected();
    } catch (LDAPException e) {
      return false;
    }
  }

  private String configuration(Path root) {
    String text = resource("/launch/slapd.conf");
    String includes =
        SCHEMAS.stream()
            .map(name -> "include \"" + root.resolve("etc/ldap/schema/" + name + ".schema") + '"')
            .collect(Collectors.joining("\n"));
    return text.lines()
        .filter(line -> passwordPolicy || !ofPasswordPolicy(line))
        .collect(Collectors.joining("\n", "", "\n"))
        .replace("@includes@", includes)
        .replace("@modules@", root.resolve("usr/lib/ldap").toString())
        .replace("@home@", home.toString())
        .replace("@secret@", administratorSecret);
  }

  private static boolean ofPasswordPolicy(String line) {
    return line.contains("ppolicy") || line.contains("pwdAccountLockedTime");
  }

  private void fill() {
    String entries =
        resource("/launch/slapd.ldif")
            .replace("@secret@", connectorSecret)
            .replace("@locks@", locksAccounts ? "TRUE" : "FALSE");
    try (LDAPConnection connection = administrator();
        LDIFReader reader = new LDIFReader(new BufferedReader(new StringReader(entries)))) {
      for (var entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
        if (passwordPolicy || !entry.hasObjectClass("pwdPolicy")) {
          connection.add(entry);
        }
      }
    } catch (LDAPException | LDIFException | IOException e) {
      close();
      throw new LaunchException("slapd refuses its first entries (" + e.getMessage() + ")", e);
    }
  }

  /** Where Debian puts libraries: a folder per kind of processor. */
  private static String libraries(Path root) {
    Path library = root.resolve("usr/lib");
    try (Stream<Path> found = Files.list(library)) {
      return found
          .filter(path -> path.getFileName().toString().contains("-linux-gnu"))
          .map(Path::toString)
          .collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = Slapd.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
