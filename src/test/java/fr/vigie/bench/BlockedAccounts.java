package fr.vigie.bench;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.ldap.LdapDirectory;
import fr.vigie.launch.Slapd;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Main class of {@code mvn -Pbench -Dvigie.bench.main=fr.vigie.bench.BlockedAccounts}: blocks
 * accounts of a real slapd over TLS and proves it, each act and each look on a connection of its
 * own. Prints the time and the requests sent.
 */
public final class BlockedAccounts {
  private static final int ACCOUNTS = Integer.getInteger("vigie.bench.accounts", 500);
  private static final int RUNS = 3;
  private static final String SECRET = "Un-Secret-2026!";

  private final LdapDirectory directory = new LdapDirectory(Clock.systemUTC());
  private final DirectoryAccess access;
  private final Map<String, Integer> requests = new TreeMap<>();

  private BlockedAccounts(DirectoryAccess access) {
    this.access = access;
  }

  public static void main(String[] arguments) throws Exception {
    try (Slapd slapd = new Slapd(Path.of("target/bench/slapd")).start()) {
      List<String> uids = fill(slapd);
      for (int run = 0; run < RUNS; run++) {
        new BlockedAccounts(access(slapd)).measure(uids);
      }
    }
  }

  private static DirectoryAccess access(Slapd slapd) {
    return new DirectoryAccess(
        DirectoryKind.OPENLDAP,
        slapd.tls(),
        Slapd.BASE,
        Slapd.CONNECTOR,
        slapd.connectorSecret(),
        slapd.trust(),
        AttributeNames.usual(DirectoryKind.OPENLDAP),
        "",
        Duration.ofSeconds(10));
  }

  private static List<String> fill(Slapd slapd) throws Exception {
    try (LDAPConnection administrator = slapd.administrator()) {
      for (int i = 0; i < ACCOUNTS; i++) {
        administrator.add(
            "dn: uid=u%d,%s".formatted(i, Slapd.PEOPLE),
            "objectClass: inetOrgPerson",
            "uid: u" + i,
            "cn: u" + i,
            "sn: u" + i,
            "userPassword: " + SECRET);
      }
      Filter people = Filter.createEqualityFilter("objectClass", "inetOrgPerson");
      List<String> uids = new ArrayList<>();
      for (SearchResultEntry entry :
          administrator
              .search(Slapd.PEOPLE, SearchScope.ONE, people, "entryUUID")
              .getSearchEntries()) {
        uids.add(entry.getAttributeValue("entryUUID"));
      }
      return uids;
    }
  }

  private void measure(List<String> uids) {
    long start = System.nanoTime();
    for (String uid : uids) {
      try (DirectoryLink link = directory.connect(access)) {
        link.disable(uid);
        count(link);
      }
    }
    long blocked = System.nanoTime();
    int proven = 0;
    for (String uid : uids) {
      try (DirectoryLink link = directory.connect(access)) {
        proven += link.look(uid, new Probe(SECRET, "")).isProof() ? 1 : 0;
        count(link);
      }
    }
    long looked = System.nanoTime();
    System.out.printf(
        "%d accounts, %d proven: blocked in %.1f s, looked at and tried in %.1f s; sent %s%n",
        uids.size(), proven, (blocked - start) / 1e9, (looked - blocked) / 1e9, requests);
    try (DirectoryLink link = directory.connect(access)) {
      uids.forEach(link::enable);
    }
  }

  private void count(DirectoryLink link) {
    link.exchanges().forEach(sent -> requests.merge(sent.request().split(" ")[0], 1, Integer::sum));
  }
}
