package fr.vigie.launch;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedExtendedRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A directory in memory that behaves like OpenLDAP with its password policy, until it is told to
 * lie: it says yes and does nothing, opens again what it closed, answers late, or is busy.
 */
public final class LyingDirectory implements AutoCloseable {
  public static final String BASE = "dc=lying,dc=example";
  public static final String CONNECTOR = "cn=vigie," + BASE;

  private static final String LOCKED = "pwdAccountLockedTime";
  private static final String PASSWORD_MODIFY =
      PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID;
  private static final String POLICY_CONTROL = "1.3.6.1.4.1.42.2.27.8.5.1";

  private final String connectorSecret = Secrets.draw();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger modifications = new AtomicInteger();
  private final AtomicInteger signIns = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final InMemoryDirectoryServer server;
  private final AtomicReference<String> moving = new AtomicReference<>();
  private volatile boolean doesNothing;
  private volatile boolean letsIn;
  private volatile Duration delay = Duration.ZERO;
  private volatile Duration drip = Duration.ZERO;

  public LyingDirectory() {
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
      config.setSchema(null);
      config.addAdditionalBindCredentials(CONNECTOR, connectorSecret);
      config.setCustomRootDSEAttributes(List.of(new Attribute("supportedControl", POLICY_CONTROL)));
      config.addInMemoryOperationInterceptor(new Lies());
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "loopback", InetAddress.getByName(Ports.LOOPBACK), 0, null));
      server = new InMemoryDirectoryServer(config);
      server.add("dn: " + BASE, "objectClass: domain", "dc: lying");
      server.startListening();
    } catch (LDAPException | UnknownHostException | LDIFException e) {
      throw new LaunchException("the lying directory cannot be made (" + e + ")", e);
    }
  }

  public URI address() {
    return URI.create("ldap://" + Ports.LOOPBACK + ":" + server.getListenPort());
  }

  public String connectorSecret() {
    return connectorSecret;
  }

  /** Puts an open account in; answers its entryUUID. */
  public String add(String login, String secret) {
    try {
      Entry entry = new Entry(dn(login));
      entry.addAttribute("objectClass", "inetOrgPerson");
      entry.addAttribute("uid", login);
      entry.addAttribute("cn", login);
      entry.addAttribute("userPassword", secret);
      server.add(entry);
      return server.getEntry(dn(login), "entryUUID").getAttributeValue("entryUUID");
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on every change is answered with success and left undone. */
  public LyingDirectory doesNothing() {
    doesNothing = true;
    return this;
  }

  /** Keeps the mark of the block, and lets everyone in all the same. */
  public LyingDirectory letsEveryoneIn() {
    letsIn = true;
    return this;
  }

  /** Opens an account that was blocked, as another process would do behind one's back. */
  public void reopen(String login) {
    try {
      server.modify(dn(login), new Modification(ModificationType.REPLACE, LOCKED));
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every answer comes that late. */
  public LyingDirectory answersAfter(Duration late) {
    delay = late;
    return this;
  }

  /** Every entry of an answer comes that late after the one before. */
  public LyingDirectory drips(Duration between) {
    drip = between;
    return this;
  }

  /** The next so many searches and changes are refused as busy. */
  public LyingDirectory isBusy(int times) {
    busy.set(times);
    return this;
  }

  /** Gives the account another name just before the next change comes. */
  public LyingDirectory renamesInBetween(String login) {
    moving.set(login);
    return this;
  }

  /** How many changes were asked for by now, done or not. */
  public int modifications() {
    return modifications.get();
  }

  /** How many tried to sign in by now. */
  public int signIns() {
    return signIns.get();
  }

  private static String dn(String login) {
    return "uid=" + login + "," + BASE;
  }

  @Override
  public void close() {
    closed.countDown();
    server.shutDown(true);
  }

  private final class Lies extends InMemoryOperationInterceptor {
    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request)
        throws LDAPException {
      if (request.getConnectedAddress() == null) {
        return; // by this class itself
      }
      modifications.incrementAndGet();
      String login = moving.getAndSet(null);
      if (login != null) {
        server.modifyDN(dn(login), "uid=" + login + "2", true);
      }
      hinder();
      lie();
    }

    @Override
    public void processExtendedRequest(InMemoryInterceptedExtendedRequest request)
        throws LDAPException {
      if (request.getRequest().getOID().equals(PASSWORD_MODIFY)) {
        modifications.incrementAndGet();
        hinder();
        lie();
      }
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request)
        throws LDAPException {
      hinder();
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
        throws LDAPException {
      signIns.incrementAndGet();
      String dn = request.getRequest().getBindDN();
      Entry entry = dn.equals(CONNECTOR) ? null : server.getEntry(dn, LOCKED);
      if (entry != null && entry.hasAttribute(LOCKED) && !letsIn) {
        throw new LDAPException(ResultCode.INVALID_CREDENTIALS);
      }
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
      try {
        closed.await(drip.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** What is refused with success is answered with success, and not done. */
    private void lie() throws LDAPException {
      if (doesNothing) {
        throw new LDAPException(ResultCode.SUCCESS);
      }
    }

    private void hinder() throws LDAPException {
      try {
        if (closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new LDAPException(ResultCode.UNAVAILABLE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new LDAPException(ResultCode.BUSY, "try again later");
      }
    }
  }
}
