package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.Person;
import fr.vigie.launch.Slapd;
import java.net.URI;
import java.time.Duration;

/** What the administrator of a slapd does, and its users, by other ways than the adapter's. */
public final class OpenLdapPeople implements AutoCloseable {
  private final Slapd slapd;
  private final LDAPConnection administrator;

  public OpenLdapPeople(Slapd slapd) {
    this.slapd = slapd;
    try {
      this.administrator = slapd.administrator();
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  DirectoryAccess access(URI address) {
    return access(address, Slapd.BASE, slapd.trust());
  }

  DirectoryAccess access(URI address, String base, String trust) {
    return new DirectoryAccess(
        DirectoryKind.OPENLDAP,
        address,
        base,
        Slapd.CONNECTOR,
        slapd.connectorSecret(),
        trust,
        AttributeNames.usual(DirectoryKind.OPENLDAP),
        "",
        Duration.ofSeconds(10));
  }

  public String create(Person person) {
    return create(person, Slapd.PEOPLE);
  }

  String create(Person person, String parent) {
    try {
      Entry entry = new Entry(new DN(new RDN("uid", person.login()), new DN(parent)));
      entry.addAttribute("objectClass", "inetOrgPerson");
      add(entry, "uid", person.login());
      add(entry, "cn", person.name());
      add(entry, "sn", person.name());
      add(entry, "employeeNumber", person.rpps());
      add(entry, "mail", person.email());
      add(entry, "o", person.organisation());
      add(entry, "userPassword", person.secret());
      administrator.add(entry);
      return administrator.getEntry(entry.getDN(), "entryUUID").getAttributeValue("entryUUID");
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Entry entry, String attribute, String value) {
    if (!value.isEmpty()) {
      entry.addAttribute(attribute, value);
    }
  }

  void rename(String uid, String login) {
    try {
      String there = "ou=left," + Slapd.PEOPLE;
      administrator.modifyDN(dn("entryUUID", uid), new RDN("uid", login).toString(), true, there);
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  void delete(String uid) {
    try {
      administrator.delete(dn("entryUUID", uid));
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  String dn(String attribute, String value) throws LDAPException {
    SearchResultEntry found =
        administrator.searchForEntry(
            Slapd.BASE, SearchScope.SUB, Filter.createEqualityFilter(attribute, value), "1.1");
    return found.getDN();
  }

  public boolean signsIn(String login, String secret) {
    try (LDAPConnection connection = slapd.signIn(dn("uid", login), secret)) {
      return connection.isConnected();
    } catch (LDAPException e) {
      if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
        return false;
      }
      throw new IllegalStateException(e);
    }
  }

  public LDAPConnection administrator() {
    return administrator;
  }

  @Override
  public void close() {
    administrator.close();
  }
}
