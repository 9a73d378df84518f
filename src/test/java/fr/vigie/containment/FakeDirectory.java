package fr.vigie.containment;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryCheck;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import fr.vigie.containment.directory.Sight.Seen;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A directory in memory that obeys, lies, fails or dies as a test says. */
class FakeDirectory implements AccountDirectory {
  /** An account and what was really done to it. */
  static final class Entry {
    boolean open = true;
    int sessions;
    String secret = "";
    String token = "";
    Instant secretSetAt;

    /** Null: its uid. */
    String login;

    final List<String> changes = new ArrayList<>();
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Deque<DirectoryFault.Kind> faults = new ArrayDeque<>();
  private final Clock clock;

  /** Says yes and changes nothing. */
  boolean lies;

  /** The node dies after the next change, before it can write down anything. */
  boolean killsNext;

  /** Every node dies as soon as it connects. */
  boolean kills;

  /** Answers in a way that nobody foresaw. */
  boolean poison;

  int connections;

  FakeDirectory(Clock clock) {
    this.clock = clock;
  }

  /** The machine that ran the node is gone: no code of ours catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  Entry with(String uid, int sessions) {
    Entry entry = new Entry();
    entry.sessions = sessions;
    entries.put(uid, entry);
    return entry;
  }

  void failsNext(DirectoryFault.Kind kind, int times) {
    for (int i = 0; i < times; i++) {
      faults.add(kind);
    }
  }

  @Override
  public Set<DirectoryKind> kinds() {
    return EnumSet.of(DirectoryKind.KEYCLOAK);
  }

  @Override
  public DirectoryLink connect(DirectoryAccess access) {
    connections++;
    if (kills) {
      throw new Killed();
    }
    if (poison) {
      throw new ClassCastException("an array where an object was expected");
    }
    fault();
    return new Link();
  }

  private void fault() {
    DirectoryFault.Kind kind = faults.poll();
    if (kind != null) {
      throw new DirectoryFault(kind, "as told by the test");
    }
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  Entry entry(String uid) {
    Entry entry = entries.get(uid);
    if (entry == null) {
      throw new DirectoryFault(DirectoryFault.Kind.GONE, uid);
    }
    return entry;
  }

  private final class Link implements DirectoryLink {
    private final List<DirectoryExchange> said = new ArrayList<>();

    private void change(String uid, String what, Runnable change) {
      Entry entry = entry(uid);
      said.add(new DirectoryExchange(clock.instant(), what + " " + uid, "204"));
      entry.changes.add(what);
      if (!lies) {
        change.run();
      }
      if (killsNext) {
        killsNext = false;
        throw new Killed();
      }
    }

    @Override
    public Set<DirectoryAbility> can() {
      return EnumSet.allOf(DirectoryAbility.class);
    }

    @Override
    public DirectoryCheck check() {
      return new DirectoryCheck("fake", entries.size(), true, can(), List.of());
    }

    @Override
    public List<DirectoryAccount> find(AccountQuery query) {
      return entries.keySet().stream().filter(query.login()::equals).map(this::read).toList();
    }

    @Override
    public DirectoryAccount read(String uid) {
      Entry entry = entry(uid);
      return new DirectoryAccount(
          uid,
          "uid=" + uid,
          entry.login == null ? uid : entry.login,
          "Dr " + uid,
          "",
          uid + "@chu.example",
          "",
          entry.open,
          List.of("vpn", "imagerie"),
          null,
          null,
          entry.secretSetAt);
    }

    @Override
    public Sight look(String uid, Probe probe) {
      Entry entry = entry(uid);
      said.add(new DirectoryExchange(clock.instant(), "GET " + uid, "200"));
      boolean works = entry.open && probe.secret().equals(entry.secret);
      boolean alive = !entry.token.isEmpty() && probe.token().equals(entry.token);
      return new Sight(
          entry.open ? Seen.OPEN : Seen.CLOSED,
          probe.secret().isEmpty() ? Seen.UNKNOWN : works ? Seen.OPEN : Seen.CLOSED,
          probe.token().isEmpty() ? Seen.UNKNOWN : alive ? Seen.OPEN : Seen.CLOSED,
          OptionalInt.of(entry.sessions));
    }

    @Override
    public void disable(String uid) {
      if (entry(uid).open) {
        change(uid, "disable", () -> entry(uid).open = false);
      }
    }

    @Override
    public void enable(String uid) {
      change(uid, "enable", () -> entry(uid).open = true);
    }

    @Override
    public void endSessions(String uid) {
      change(
          uid,
          "endSessions",
          () -> {
            entry(uid).sessions = 0;
            entry(uid).token = "";
          });
    }

    @Override
    public void resetSecret(String uid, String secret) {
      change(
          uid,
          "resetSecret",
          () -> {
            entry(uid).secret = secret;
            entry(uid).secretSetAt = clock.instant();
          });
    }

    @Override
    public Probe probe(String uid, String secret) {
      entry(uid).token = "token-" + uid;
      entry(uid).sessions++;
      return new Probe(secret, entry(uid).token);
    }

    @Override
    public List<DirectoryAccount> changed(
        Instant from, Instant to, Set<String> organisations, Set<String> mailDomains) {
      return mailDomains.contains("chu.example")
          ? entries.keySet().stream().map(this::read).toList()
          : List.of();
    }

    @Override
    public List<DirectoryExchange> exchanges() {
      return List.copyOf(said);
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
