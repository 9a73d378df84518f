package fr.vigie.launch;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Map;

/** An LDAP directory in memory with the demo's professionals, on loopback. */
public final class DemoDirectory implements AutoCloseable {
  private static final String BASE = "dc=demo,dc=example";
  private static final String ADMINISTRATOR = "cn=vigie,dc=demo,dc=example";
  private static final String ACCOUNTS = "/launch/directory.ldif";

  private final InMemoryDirectoryServer server;
  private final int port;
  private final String password;

  public DemoDirectory(int port, String password) {
    this.port = port;
    this.password = password;
    Ports.requireFree(port, "directory", "free it or choose another");
    try (InputStream accounts = DemoDirectory.class.getResourceAsStream(ACCOUNTS)) {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
      config.addAdditionalBindCredentials(ADMINISTRATOR, password);
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "loopback", InetAddress.getByName(Ports.LOOPBACK), port, null));
      server = new InMemoryDirectoryServer(config);
      server.importFromLDIF(true, new LDIFReader(accounts));
    } catch (LDAPException | IOException e) {
      throw new LaunchException("the demo directory cannot be made (" + e + ")", e);
    }
  }

  public DemoDirectory start() {
    try {
      server.startListening();
    } catch (LDAPException e) {
      throw new LaunchException("the demo directory cannot listen (" + e + ")", e);
    }
    return this;
  }

  /** The application's settings for this directory. */
  public Map<String, String> settings() {
    return Map.of(
        "vigie.directory.url", "ldap://" + Ports.LOOPBACK + ":" + port,
        "vigie.directory.base", BASE,
        "vigie.directory.user", ADMINISTRATOR,
        "vigie.directory.password", password);
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
