package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.SearchResultEntry;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryCheck;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import fr.vigie.containment.directory.Sight.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One signed-in connection. Each act looks the account up again: it may have been moved. */
final class LdapLink implements DirectoryLink {
  /** More are not looked through to find the first {@link #MOST}. */
  private static final int MOST_READ = 5_000;

  /** A test of the connection counts no further. */
  private static final int MOST_COUNTED = 2_000;

  private final LdapDialect dialect;
  private final LdapOpening opening;
  private final LdapWire wire;
  private final AttributeNames names;
  private final String base;
  private Entry root;

  LdapLink(DirectoryAccess access, LdapDialect dialect, LdapOpening opening, LdapWire wire) {
    this.dialect = dialect;
    this.opening = opening;
    this.wire = wire;
    this.names = access.names();
    this.base = access.base();
  }

  @Override
  public Set<DirectoryAbility> can() {
    return dialect.can(root());
  }

  @Override
  public DirectoryCheck check() {
    Filter accounts = dialect.isAccount(names);
    int count = wire.search(base, accounts, MOST_COUNTED, List.of("1.1")).size();
    SearchResultEntry one =
        wire.search(base, accounts, 1, attributes()).stream().findFirst().orElse(null);
    List<String> warnings = new ArrayList<>(dialect.warnings(wire, root(), one));
    if (one == null) {
      warnings.add("containment.check.noAccount");
    }
    if (!opening.isEncrypted()) {
      warnings.add("containment.check.notEncrypted");
    }
    return new DirectoryCheck(dialect.server(root()), count, count < MOST_COUNTED, can(), warnings);
  }

  @Override
  public List<DirectoryAccount> find(AccountQuery query) {
    List<Filter> marks =
        Stream.of(
                equal(names.login(), query.login()),
                equal(names.rpps(), query.rpps()),
                equal(names.email(), query.email()))
            .flatMap(Optional::stream)
            .toList();
    return marks.isEmpty()
        ? List.of()
        : accounts(Filter.createORFilter(marks), Comparator.comparing(this::login));
  }

  @Override
  public DirectoryAccount read(String uid) {
    return account(entry(uid));
  }

  @Override
  public Sight look(String uid, Probe probe) {
    Entry entry = entry(uid);
    Seen flag = dialect.isOpen(entry) ? Seen.OPEN : Seen.CLOSED;
    Seen secret = probe.secret().isEmpty() ? Seen.UNKNOWN : tried(entry.getDN(), probe.secret());
    return new Sight(flag, secret, Seen.UNKNOWN, OptionalInt.empty());
  }

  @Override
  public void disable(String uid) {
    onceMoved(
        uid,
        entry -> {
          if (dialect.isOpen(entry)) {
            change(entry, dialect::block);
          } else {
            wire.note("DISABLE " + entry.getDN(), "blocked already: nothing sent");
          }
        });
  }

  @Override
  public void enable(String uid) {
    onceMoved(
        uid,
        entry -> {
          if (dialect.isOpen(entry)) {
            wire.note("ENABLE " + entry.getDN(), "open already: nothing sent");
          } else {
            change(entry, dialect::unblock);
          }
        });
  }

  @Override
  public void endSessions(String uid) {
    throw new DirectoryFault(
        Kind.NOT_ABLE, "LDAP knows no sessions: end them where the person signed in");
  }

  @Override
  public void resetSecret(String uid, String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("an empty secret lets anyone in");
    }
    onceMoved(uid, entry -> dialect.setSecret(wire, entry, secret));
  }

  @Override
  public Probe probe(String uid, String secret) {
    Seen seen = tried(entry(uid).getDN(), secret);
    if (seen != Seen.OPEN) {
      throw new DirectoryFault(Kind.REFUSED, "the secret just set is not accepted");
    }
    return new Probe(secret, "");
  }

  /**
   * {@inheritDoc}
   *
   * <p>A directory keeps the last change alone: an account changed inside the window and again
   * after it is found only when it was made, or its secret set, inside the window.
   */
  @Override
  public List<DirectoryAccount> changed(
      Instant from, Instant to, Set<String> organisations, Set<String> mailDomains) {
    List<Filter> ties = new ArrayList<>();
    organisations.forEach(value -> equal(names.organisation(), value).ifPresent(ties::add));
    if (!names.email().isEmpty()) {
      mailDomains.stream()
          .filter(domain -> !domain.isBlank())
          .map(domain -> Filter.createSubstringFilter(names.email(), null, null, "@" + domain))
          .forEach(ties::add);
    }
    if (ties.isEmpty()) {
      return List.of();
    }
    Filter filter =
        Filter.createANDFilter(dialect.changedBetween(from, to), Filter.createORFilter(ties));
    return accounts(
        filter,
        Comparator.comparing(
            dialect::changedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder())));
  }

  @Override
  public List<DirectoryExchange> exchanges() {
    return wire.exchanges();
  }

  @Override
  public void close() {
    wire.close();
  }

  /** The secret is tried on a connection of its own, never on the connector's. */
  private Seen tried(String dn, String secret) {
    LDAPConnection connection = opening.open();
    try {
      opening.signIn(connection, dn, secret);
      return Seen.OPEN;
    } catch (LDAPException e) {
      DirectoryFault fault = LdapFaults.of(e);
      if (fault.kind().isPassing()) {
        throw fault; // no answer is not a refusal
      }
      return dialect.refusal(e);
    } finally {
      connection.close();
    }
  }

  private void change(Entry entry, Function<Entry, Modification> modification) {
    try {
      wire.modify(entry.getDN(), modification.apply(entry));
    } catch (DirectoryFault e) {
      throw e.kind() == Kind.NOT_ABLE
          ? new DirectoryFault(Kind.NOT_ABLE, dialect.whyNotAble() + "; " + e.detail(), e)
          : e;
    }
  }

  /** An entry moved between look-up and act is looked up once more. */
  private void onceMoved(String uid, Consumer<Entry> act) {
    Entry entry = entry(uid);
    try {
      act.accept(entry);
    } catch (DirectoryFault e) {
      if (e.kind() != Kind.GONE) {
        throw e;
      }
      act.accept(entry(uid));
    }
  }

  private Entry entry(String uid) {
    Filter named = dialect.named(uid).orElseThrow(() -> gone("no account can have this uid"));
    return wire.search(base, named, 1, attributes()).stream()
        .findFirst()
        .orElseThrow(() -> gone("no account " + uid + " below " + base));
  }

  private static DirectoryFault gone(String why) {
    return new DirectoryFault(Kind.GONE, why);
  }

  private List<DirectoryAccount> accounts(Filter filter, Comparator<Entry> order) {
    Filter wanted = Filter.createANDFilter(dialect.isAccount(names), filter);
    return wire.search(base, wanted, MOST_READ, attributes()).stream()
        .sorted(order)
        .limit(MOST)
        .map(this::account)
        .toList();
  }

  private DirectoryAccount account(Entry entry) {
    return new DirectoryAccount(
        dialect.uid(entry),
        entry.getDN(),
        login(entry),
        text(entry, names.name()),
        text(entry, names.rpps()),
        text(entry, names.email()),
        text(entry, names.organisation()),
        dialect.isOpen(entry),
        dialect.groups(wire, base, entry, names),
        dialect.createdAt(entry),
        dialect.changedAt(entry),
        dialect.secretSetAt(entry));
  }

  private String login(Entry entry) {
    return text(entry, names.login());
  }

  private static String text(Entry entry, String attribute) {
    String value = attribute.isEmpty() ? null : entry.getAttributeValue(attribute);
    return value == null ? "" : value;
  }

  private static Optional<Filter> equal(String attribute, String value) {
    return attribute.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(Filter.createEqualityFilter(attribute, value));
  }

  private Entry root() {
    if (root == null) {
      root = wire.entry("", "*", "+");
    }
    if (root == null) {
      throw new DirectoryFault(Kind.UNCLEAR, "the server shows no root entry");
    }
    return root;
  }

  private List<String> attributes() {
    return Stream.concat(
            Stream.of(
                names.login(), names.name(), names.rpps(), names.email(), names.organisation()),
            dialect.attributes().stream())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
