package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.Sight.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What kinds of LDAP servers do each in their own way. */
interface LdapDialect {
  /** What accounts have, and other entries have not. */
  Filter isAccount(AttributeNames names);

  /** Attributes that the methods below read. */
  List<String> attributes();

  String uid(Entry account);

  /** Empty when no account can have such a uid. */
  Optional<Filter> named(String uid);

  /** Whether nothing of the directory's own keeps the account out for good. */
  boolean isOpen(Entry account);

  Modification block(Entry account);

  Modification unblock(Entry account);

  /** Sets the secret; what was blocked stays so. */
  void setSecret(LdapWire wire, Entry account, String secret);

  /** What a refused sign-in with the right DN says of the account. */
  Seen refusal(LDAPException answer);

  /** Why a server that does not know what it takes to block cannot, and what to do about it. */
  String whyNotAble();

  /** Names of the groups that the account is in. */
  List<String> groups(LdapWire wire, String base, Entry account, AttributeNames names);

  Instant createdAt(Entry account);

  Instant changedAt(Entry account);

  Instant secretSetAt(Entry account);

  /** Accounts whose creation, last change or last secret falls between two instants. */
  Filter changedBetween(Instant from, Instant to);

  /**
   * @param root the server's own entry (RFC 4512, 5.1)
   */
  Set<DirectoryAbility> can(Entry root);

  /** What the server says it is; empty when it does not. */
  String server(Entry root);

  /**
   * Message keys of what the connector lacks.
   *
   * @param account one that the connector sees; null when there is none
   */
  List<String> warnings(LdapWire wire, Entry root, Entry account);
}
