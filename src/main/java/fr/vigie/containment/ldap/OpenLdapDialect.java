package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.Sight.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * OpenLDAP with the password policy overlay: an account whose {@code pwdAccountLockedTime} is
 * {@code 000001010000Z} stays locked until that is taken away (slapo-ppolicy(5)), provided that the
 * policy that holds for it has {@code pwdLockout}. Any other value is a passing lock after wrong
 * attempts, and is no block.
 */
final class OpenLdapDialect implements LdapDialect {
  private static final String LOCKED = "pwdAccountLockedTime";
  private static final String FOR_GOOD = "000001010000Z";
  private static final String CREATED = "createTimestamp";
  private static final String CHANGED = "modifyTimestamp";
  private static final String SECRET_SET = "pwdChangedTime";

  /** The overlay's request control, in the list of what the server supports. */
  private static final String POLICY_CONTROL = "1.3.6.1.4.1.42.2.27.8.5.1";

  private static final Set<ResultCode> REFUSALS =
      Set.of(
          ResultCode.INVALID_CREDENTIALS,
          ResultCode.UNWILLING_TO_PERFORM,
          ResultCode.INAPPROPRIATE_AUTHENTICATION,
          ResultCode.NO_SUCH_OBJECT);

  @Override
  public Filter isAccount(AttributeNames names) {
    return names.login().isEmpty()
        ? Filter.createEqualityFilter("objectClass", "person")
        : Filter.createPresenceFilter(names.login());
  }

  @Override
  public List<String> attributes() {
    return List.of("entryUUID", LOCKED, CREATED, CHANGED, SECRET_SET, "memberOf");
  }

  @Override
  public String uid(Entry account) {
    String uid = account.getAttributeValue("entryUUID");
    if (uid == null) {
      throw new DirectoryFault(
          DirectoryFault.Kind.UNCLEAR, "entryUUID cannot be read: give the connector the right to");
    }
    return uid;
  }

  @Override
  public Optional<Filter> named(String uid) {
    return Uuids.read(uid).map(id -> Filter.createEqualityFilter("entryUUID", id.toString()));
  }

  @Override
  public boolean isOpen(Entry account) {
    String since = account.getAttributeValue(LOCKED);
    return since == null || !since.startsWith(FOR_GOOD.substring(0, 8));
  }

  @Override
  public Modification block(Entry account) {
    return new Modification(ModificationType.REPLACE, LOCKED, FOR_GOOD);
  }

  @Override
  public Modification unblock(Entry account) {
    return new Modification(ModificationType.DELETE, LOCKED);
  }

  /** The overlay unlocks an account whose secret is set: it is locked again at once. */
  @Override
  public void setSecret(LdapWire wire, Entry account, String secret) {
    wire.setSecret(account.getDN(), secret);
    if (isOpen(account)) {
      return;
    }
    try {
      wire.modify(account.getDN(), block(account));
    } catch (DirectoryFault e) {
      throw new DirectoryFault(
          e.kind(),
          "setting the secret unlocked the account, and it was not locked again: " + e.detail(),
          e);
    }
  }

  @Override
  public Seen refusal(LDAPException answer) {
    return REFUSALS.contains(answer.getResultCode()) ? Seen.CLOSED : Seen.UNKNOWN;
  }

  @Override
  public String whyNotAble() {
    return LOCKED + " is not known here: the server needs the password policy overlay (ppolicy)";
  }

  @Override
  public List<String> groups(LdapWire wire, String base, Entry account, AttributeNames names) {
    List<Filter> member = new ArrayList<>();
    member.add(Filter.createEqualityFilter("member", account.getDN()));
    member.add(Filter.createEqualityFilter("uniqueMember", account.getDN()));
    String login = account.getAttributeValue(names.login().isEmpty() ? "uid" : names.login());
    if (login != null) {
      member.add(Filter.createEqualityFilter("memberUid", login));
    }
    Stream<String> found =
        wire
            .search(
                base, Filter.createORFilter(member), DirectoryAccount.MOST_GROUPS, List.of("cn"))
            .stream()
            .map(group -> group.getAttributeValue("cn"))
            .filter(Objects::nonNull);
    return Stream.concat(found, LdapNames.first(account, "memberOf")).toList();
  }

  @Override
  public Instant createdAt(Entry account) {
    return LdapTime.read(account, CREATED);
  }

  @Override
  public Instant changedAt(Entry account) {
    return LdapTime.read(account, CHANGED);
  }

  @Override
  public Instant secretSetAt(Entry account) {
    return LdapTime.read(account, SECRET_SET);
  }

  @Override
  public Filter changedBetween(Instant from, Instant to) {
    return Filter.createORFilter(
        LdapTime.between(CREATED, from, to, "Z"),
        LdapTime.between(CHANGED, from, to, "Z"),
        LdapTime.between(SECRET_SET, from, to, "Z"));
  }

  @Override
  public Set<DirectoryAbility> can(Entry root) {
    EnumSet<DirectoryAbility> can =
        EnumSet.of(
            DirectoryAbility.RESET_SECRET,
            DirectoryAbility.TRY_SECRET,
            DirectoryAbility.LIST_CHANGES);
    if (hasPolicies(root)) {
      can.add(DirectoryAbility.DISABLE);
      can.add(DirectoryAbility.ENABLE);
    }
    return can;
  }

  private static boolean hasPolicies(Entry root) {
    return root.hasAttributeValue("supportedControl", POLICY_CONTROL);
  }

  @Override
  public String server(Entry root) {
    String vendor = root.getAttributeValue("vendorName");
    String version = root.getAttributeValue("vendorVersion");
    if (vendor == null) {
      return root.hasObjectClass("OpenLDAProotDSE") ? "OpenLDAP" : "";
    }
    return version == null ? vendor : vendor + " " + version;
  }

  @Override
  public List<String> warnings(LdapWire wire, Entry root, Entry account) {
    if (!hasPolicies(root)) {
      return List.of("containment.check.noPasswordPolicy");
    }
    return locks(wire, root) ? List.of() : List.of("containment.check.noLockout");
  }

  /** Without a policy that locks, the mark is kept and the person is let in all the same. */
  private static boolean locks(LdapWire wire, Entry root) {
    Filter locking =
        Filter.createANDFilter(
            Filter.createEqualityFilter("objectClass", "pwdPolicy"),
            Filter.createEqualityFilter("pwdLockout", "TRUE"));
    String[] contexts = root.getAttributeValues("namingContexts");
    for (String context : contexts == null ? new String[0] : contexts) {
      List<SearchResultEntry> found = wire.search(context, locking, 1, List.of("1.1"));
      if (!found.isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
