package fr.vigie.launch;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An LDAP directory in memory with the demo's professionals, on loopback, that locks accounts as
 * OpenLDAP's password policy does. What is changed is kept in a file for the next start.
 */
public final class DemoDirectory implements AutoCloseable {
  private static final String BASE = "dc=demo,dc=example";
  private static final String CONNECTOR = "cn=vigie,dc=demo,dc=example";
  private static final String ACCOUNTS = "/launch/directory.ldif";
  private static final String LOCKED = "pwdAccountLockedTime";
  private static final String POLICY_CONTROL = "1.3.6.1.4.1.42.2.27.8.5.1";

  private final InMemoryDirectoryServer server;
  private final Path kept;
  private final int port;
  private final String password;

  public DemoDirectory(int port, String password, Path home) {
    this.port = port;
    this.password = password;
    this.kept = home.resolve("directory.ldif");
    Ports.requireFree(port, "directory", "free it or choose another");
    try (InputStream accounts =
        Files.exists(kept)
            ? Files.newInputStream(kept)
            : DemoDirectory.class.getResourceAsStream(ACCOUNTS)) {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
      config.setSchema(null);
      config.addAdditionalBindCredentials(CONNECTOR, password);
      config.setCustomRootDSEAttributes(List.of(new Attribute("supportedControl", POLICY_CONTROL)));
      config.addInMemoryOperationInterceptor(new Policy());
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

  /** How the application reaches it. */
  DemoConnection connection() {
    return new DemoConnection("ldap://" + Ports.LOOPBACK + ":" + port, BASE, CONNECTOR, password);
  }

  /** Refuses who is locked, and keeps each change. */
  private final class Policy extends InMemoryOperationInterceptor {
    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
        throws LDAPException {
      String dn = request.getRequest().getBindDN();
      Entry entry = dn.equals(CONNECTOR) ? null : server.getEntry(dn, LOCKED);
      if (entry != null && entry.hasAttribute(LOCKED)) {
        throw new LDAPException(ResultCode.INVALID_CREDENTIALS);
      }
    }

    @Override
    public void processModifyResult(InMemoryInterceptedModifyResult result) {
      keep();
    }
  }

  private void keep() {
    try {
      server.exportToLDIF(kept.toString(), false, false);
    } catch (LDAPException e) {
      System.err.println("The demo directory's changes are not kept: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
