package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Opens connections to one server, each a new one. {@code ldaps} is encrypted from the first byte;
 * {@code ldap} by StartTLS before anything else is said, or not at all when the host is this very
 * machine by its usual names.
 */
final class LdapOpening {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "localhost");
  private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

  private final URI address;
  private final String host;
  private final int patienceMillis;
  private final LdapRecord told;

  /** One for all connections, so that the second need not shake hands in full. */
  private final SSLContext tls;

  LdapOpening(DirectoryAccess access, Clock clock, LdapRecord told) {
    this.address = access.address();
    this.host = host(access.address());
    this.patienceMillis = (int) Math.max(1, Math.min(600_000, access.patience().toMillis()));
    this.told = told;
    this.tls = isEncrypted() ? tls(new ServerTrust(access.trust(), clock)) : null;
  }

  private static String host(URI address) {
    boolean known = Set.of("ldap", "ldaps").contains(String.valueOf(address.getScheme()));
    if (!known || address.getHost() == null) {
      throw new DirectoryFault(
          Kind.UNREACHABLE, "the address must be ldaps://host:636 or ldap://host");
    }
    return address.getHost().replaceAll("^\\[|]$", ""); // an IPv6 address
  }

  /** No key of its own: the server that Vigie runs in does not show its certificate here. */
  private static SSLContext tls(ServerTrust trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new DirectoryFault(Kind.CERTIFICATE, "no TLS: " + e.getMessage(), e);
    }
  }

  boolean isEncrypted() {
    return isTls() || !THIS_MACHINE.contains(host);
  }

  /** A new connection that nobody has signed in on. */
  LDAPConnection open() {
    String request = "CONNECT " + address.getScheme() + "://" + host + ":" + port();
    LDAPConnection connection =
        new LDAPConnection(
            new LdapSockets(host, patienceMillis, isTls() ? tls.getSocketFactory() : null),
            options());
    try {
      connection.connect(host, port(), 3 * patienceMillis);
      if (isEncrypted() && !isTls()) {
        startTls(connection);
      }
      told.note(request, isEncrypted() ? "connected, encrypted" : "connected, not encrypted");
      return connection;
    } catch (LDAPException e) {
      throw failed(request, connection, LdapFaults.of(e));
    } catch (DirectoryFault e) {
      throw failed(request, connection, e);
    }
  }

  /**
   * Signs in; the secret must not be empty, for a server takes that as nobody in particular.
   *
   * @throws LDAPException as the server answers
   */
  void signIn(LDAPConnection connection, String dn, String secret) throws LDAPException {
    String request = "BIND " + dn;
    try {
      connection.bind(new SimpleBindRequest(dn, secret));
      told.note(request, ResultCode.SUCCESS);
    } catch (LDAPException e) {
      told.note(request, LdapFaults.detail(e));
      throw e;
    }
  }

  private DirectoryFault failed(String request, LDAPConnection connection, DirectoryFault fault) {
    told.note(request, fault.kind() + ": " + fault.detail());
    connection.close();
    return fault;
  }

  private void startTls(LDAPConnection connection) {
    try {
      ExtendedResult result = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
      if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
        throw new LDAPException(result);
      }
    } catch (LDAPException e) {
      DirectoryFault fault = LdapFaults.of(e);
      boolean refused = fault.kind() == Kind.REFUSED || fault.kind() == Kind.UNCLEAR;
      throw refused
          ? new DirectoryFault(
              Kind.REFUSED, "the server does not encrypt: StartTLS " + fault.detail(), e)
          : fault;
    }
  }

  private boolean isTls() {
    return address.getScheme().equals("ldaps");
  }

  private int port() {
    int usual = isTls() ? 636 : 389;
    return address.getPort() < 0 ? usual : address.getPort();
  }

  private LDAPConnectionOptions options() {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setUseSynchronousMode(true);
    options.setConnectTimeoutMillis(3 * patienceMillis); // each part has its own limit
    options.setResponseTimeoutMillis(patienceMillis);
    options.setFollowReferrals(false);
    options.setAutoReconnect(false);
    options.setBindWithDNRequiresPassword(true);
    options.setMaxMessageSize(LARGEST_ANSWER);
    options.setCaptureConnectStackTrace(false);
    return options;
  }
}
