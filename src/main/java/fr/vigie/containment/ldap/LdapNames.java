package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Distinguished names, as people read them. */
final class LdapNames {
  private LdapNames() {}

  /** Of each name in the attribute, the first part's value: {@code cn=Nurses,…} is Nurses. */
  static Stream<String> first(Entry entry, String attribute) {
    String[] names = entry.getAttributeValues(attribute);
    return names == null ? Stream.empty() : Arrays.stream(names).map(LdapNames::first);
  }

  private static String first(String name) {
    try {
      DN dn = new DN(name);
      return dn.isNullDN() ? name : dn.getRDN().getAttributeValues()[0];
    } catch (LDAPException e) {
      return name;
    }
  }
}
