package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.Sight.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Active Directory: an account with the bit ACCOUNTDISABLE in {@code userAccountControl} (MS-ADTS,
 * 2.2.16) may not sign in.
 */
final class ActiveDirectoryDialect implements LdapDialect {
  private static final String CONTROL = "userAccountControl";
  private static final int DISABLED = 0x2;
  private static final String GUID = "objectGUID";
  private static final String CREATED = "whenCreated";
  private static final String CHANGED = "whenChanged";
  private static final String SECRET_SET = "pwdLastSet";
  private static final String SECRET = "unicodePwd";

  /** Which attributes the connector may write: computed for whoever asks. */
  private static final String MAY_WRITE = "allowedAttributesEffective";

  /** What sAMAccountType has for a person's account: SAM_USER_OBJECT. */
  private static final String USER = "805306368";

  /** FILETIME counts tenths of microseconds from here. */
  private static final Instant FILETIME_START = Instant.parse("1601-01-01T00:00:00Z");

  private static final long PER_SECOND = 10_000_000L;

  private static final Pattern SUBCODE = Pattern.compile("\\bdata ([0-9a-f]{3,8})\\b");

  /** No such user, wrong secret, disabled, expired account, locked out: Windows error codes. */
  private static final Set<String> REFUSALS = Set.of("525", "52e", "533", "701", "775");

  @Override
  public Filter isAccount(AttributeNames names) {
    return Filter.createEqualityFilter("sAMAccountType", USER);
  }

  @Override
  public List<String> attributes() {
    return List.of(GUID, CONTROL, CREATED, CHANGED, SECRET_SET, "memberOf");
  }

  @Override
  public String uid(Entry account) {
    return Uuids.ofGuid(account.getAttributeValueBytes(GUID)).toString();
  }

  @Override
  public Optional<Filter> named(String uid) {
    return Uuids.read(uid).map(id -> Filter.createEqualityFilter(GUID, Uuids.toGuid(id)));
  }

  @Override
  public boolean isOpen(Entry account) {
    return (control(account) & DISABLED) == 0;
  }

  @Override
  public Modification block(Entry account) {
    return control(control(account) | DISABLED);
  }

  @Override
  public Modification unblock(Entry account) {
    return control(control(account) & ~DISABLED);
  }

  private static Modification control(int flags) {
    return new Modification(ModificationType.REPLACE, CONTROL, Integer.toString(flags));
  }

  private static int control(Entry account) {
    Integer flags = account.getAttributeValueAsInteger(CONTROL);
    if (flags == null) {
      throw new DirectoryFault(
          Kind.UNCLEAR, CONTROL + " cannot be read: give the connector the right to");
    }
    return flags;
  }

  /** The new secret in quotation marks, in UTF-16 with the lowest byte first (MS-ADTS, 3.1.1.3). */
  @Override
  public void setSecret(LdapWire wire, Entry account, String secret) {
    byte[] quoted = ('"' + secret + '"').getBytes(StandardCharsets.UTF_16LE);
    wire.modify(account.getDN(), new Modification(ModificationType.REPLACE, SECRET, quoted));
  }

  /**
   * A secret that is right but has expired or must be changed (532, 773) is not said to be refused:
   * whoever knows it may change it.
   */
  @Override
  public Seen refusal(LDAPException answer) {
    if (answer.getResultCode().equals(ResultCode.UNWILLING_TO_PERFORM)) {
      return Seen.CLOSED;
    }
    if (!answer.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
      return Seen.UNKNOWN;
    }
    Matcher subcode = SUBCODE.matcher(String.valueOf(answer.getDiagnosticMessage()));
    return !subcode.find() || REFUSALS.contains(subcode.group(1)) ? Seen.CLOSED : Seen.UNKNOWN;
  }

  @Override
  public String whyNotAble() {
    return CONTROL + " is not known here: is it an Active Directory?";
  }

  @Override
  public List<String> groups(LdapWire wire, String base, Entry account, AttributeNames names) {
    return LdapNames.first(account, "memberOf").toList();
  }

  @Override
  public Instant createdAt(Entry account) {
    return LdapTime.read(account, CREATED);
  }

  @Override
  public Instant changedAt(Entry account) {
    return LdapTime.read(account, CHANGED);
  }

  /** Null too when the secret must be changed at the next sign-in: then it says 0. */
  @Override
  public Instant secretSetAt(Entry account) {
    Long ticks = account.getAttributeValueAsLong(SECRET_SET);
    return ticks == null || ticks <= 0
        ? null
        : FILETIME_START.plusSeconds(ticks / PER_SECOND).plusNanos(ticks % PER_SECOND * 100);
  }

  @Override
  public Filter changedBetween(Instant from, Instant to) {
    return Filter.createORFilter(
        LdapTime.between(CREATED, from, to, ".0Z"),
        LdapTime.between(CHANGED, from, to, ".0Z"),
        Filter.createANDFilter(
            Filter.createGreaterOrEqualFilter(SECRET_SET, ticks(from)),
            Filter.createLessOrEqualFilter(SECRET_SET, ticks(to))));
  }

  private static String ticks(Instant instant) {
    Duration since = Duration.between(FILETIME_START, instant);
    return Long.toString(since.getSeconds() * PER_SECOND + since.getNano() / 100);
  }

  @Override
  public Set<DirectoryAbility> can(Entry root) {
    return EnumSet.of(
        DirectoryAbility.DISABLE,
        DirectoryAbility.ENABLE,
        DirectoryAbility.RESET_SECRET,
        DirectoryAbility.TRY_SECRET,
        DirectoryAbility.LIST_CHANGES);
  }

  @Override
  public String server(Entry root) {
    String host = root.getAttributeValue("dnsHostName");
    return host == null ? "" : "Active Directory, " + host;
  }

  @Override
  public List<String> warnings(LdapWire wire, Entry root, Entry account) {
    List<String> warnings = new ArrayList<>();
    Entry rights = account == null ? null : wire.entry(account.getDN(), MAY_WRITE);
    String[] writable = rights == null ? null : rights.getAttributeValues(MAY_WRITE);
    if (writable != null) {
      if (Arrays.stream(writable).noneMatch(CONTROL::equalsIgnoreCase)) {
        warnings.add("containment.check.mayNotBlock");
      }
      if (Arrays.stream(writable).noneMatch(SECRET::equalsIgnoreCase)) {
        warnings.add("containment.check.mayNotReset");
      }
    }
    return warnings;
  }
}
