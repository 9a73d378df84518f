package fr.vigie.containment.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import fr.vigie.containment.directory.Person;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A server in memory with the attributes of Active Directory, a secret set through {@code
 * unicodePwd} and the answers of Windows to a sign-in. It cannot show what a domain controller
 * adds: its schema and matching rules, its access rights ({@code allowedAttributesEffective} is
 * what a test puts there), its password rules, TLS being required for a secret, replication between
 * controllers, Kerberos tickets that outlive a block.
 */
final class ActiveDirectoryInMemory implements AutoCloseable {
  static final String BASE = "dc=ad,dc=example";
  static final String CONNECTOR = "cn=vigie," + BASE;
  static final String CONNECTOR_SECRET = "Connecteur-2026!";

  /** NORMAL_ACCOUNT with DONT_EXPIRE_PASSWORD: bits that a block must keep. */
  static final int NORMAL = 0x10200;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'.0Z'").withZone(ZoneOffset.UTC);

  private final InMemoryDirectoryServer server;

  ActiveDirectoryInMemory() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.setSchema(null);
    config.setGenerateOperationalAttributes(false);
    config.addAdditionalBindCredentials(CONNECTOR, CONNECTOR_SECRET);
    config.addInMemoryOperationInterceptor(new Windows());
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "loopback", InetAddress.getByName("127.0.0.1"), 0, null));
    server = new InMemoryDirectoryServer(config);
    server.add("dn: " + BASE, "objectClass: domainDNS", "dc: ad");
    server.add("dn: ou=moved," + BASE, "objectClass: organizationalUnit", "ou: moved");
    server.startListening();
  }

  URI address() {
    return URI.create("ldap://127.0.0.1:" + server.getListenPort());
  }

  String create(Person person) {
    UUID guid = UUID.randomUUID();
    try {
      Entry entry = new Entry(new DN(new RDN("cn", person.login()), new DN(BASE)));
      entry.addAttribute("objectClass", "user");
      entry.addAttribute("sAMAccountType", "805306368");
      entry.addAttribute("objectGUID", Uuids.toGuid(guid));
      entry.addAttribute("userAccountControl", Integer.toString(NORMAL));
      entry.addAttribute("whenCreated", TIME.format(Instant.now()));
      entry.addAttribute("whenChanged", TIME.format(Instant.now()));
      entry.addAttribute("pwdLastSet", ticks());
      add(entry, "sAMAccountName", person.login());
      add(entry, "displayName", person.name());
      add(entry, "employeeNumber", person.rpps());
      add(entry, "mail", person.email());
      add(entry, "department", person.organisation());
      add(entry, "userPassword", person.secret());
      server.add(entry);
      return guid.toString();
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Entry entry, String attribute, String value) {
    if (!value.isEmpty()) {
      entry.addAttribute(attribute, value);
    }
  }

  /** Tenths of microseconds since 1601. */
  private static String ticks() {
    Instant now = Instant.now();
    return Long.toString((now.getEpochSecond() + 11_644_473_600L) * 10_000_000L);
  }

  SearchResultEntry entry(String uid) {
    byte[] guid = Uuids.toGuid(UUID.fromString(uid));
    try {
      return server.searchForEntry(
          BASE, SearchScope.SUB, Filter.createEqualityFilter("objectGUID", guid));
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  void set(String uid, String attribute, String... values) {
    try {
      server.modify(
          entry(uid).getDN(), new Modification(ModificationType.REPLACE, attribute, values));
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  void rename(String uid, String login) {
    try {
      set(uid, "sAMAccountName", login);
      server.modifyDN(
          entry(uid).getDN(), new RDN("cn", login).toString(), true, "ou=moved," + BASE);
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  void delete(String uid) {
    try {
      server.delete(entry(uid).getDN());
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean signsIn(String login, String secret) {
    try (var connection = server.getConnection()) {
      String dn =
          server
              .searchForEntry(
                  BASE, SearchScope.SUB, Filter.createEqualityFilter("sAMAccountName", login))
              .getDN();
      return connection.bind(dn, secret).getResultCode().equals(ResultCode.SUCCESS);
    } catch (LDAPException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.shutDown(true);
  }

  private final class Windows extends InMemoryOperationInterceptor {
    /** A disabled account is refused with its own code, whatever else is wrong. */
    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
        throws LDAPException {
      Entry entry = server.getEntry(request.getRequest().getBindDN());
      String flags = entry == null ? null : entry.getAttributeValue("userAccountControl");
      if (flags != null && (Integer.parseInt(flags) & 2) != 0) {
        throw new LDAPException(
            ResultCode.INVALID_CREDENTIALS,
            "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 533");
      }
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request) {
      ModifyRequest changed = request.getRequest().duplicate();
      List<Modification> done = new ArrayList<>();
      for (Modification asked : changed.getModifications()) {
        if (asked.getAttributeName().equals("unicodePwd")) {
          String quoted = new String(asked.getValueByteArrays()[0], StandardCharsets.UTF_16LE);
          String secret = quoted.substring(1, quoted.length() - 1);
          done.add(new Modification(ModificationType.REPLACE, "userPassword", secret));
          done.add(new Modification(ModificationType.REPLACE, "pwdLastSet", ticks()));
        } else {
          done.add(asked);
        }
      }
      done.add(
          new Modification(ModificationType.REPLACE, "whenChanged", TIME.format(Instant.now())));
      changed.setModifications(done);
      request.setRequest(changed);
    }
  }
}
