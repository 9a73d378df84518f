package fr.vigie.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Person;
import fr.vigie.containment.keycloak.KeycloakDirectory;
import fr.vigie.containment.keycloak.Realm;
import fr.vigie.containment.ldap.LdapDirectory;
import fr.vigie.containment.ldap.OpenLdapPeople;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.launch.Keycloak;
import fr.vigie.launch.Slapd;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the request to the proof in a real OpenLDAP server and a real Keycloak, and after a death.
 */
@Tag("directory")
class RealDirectoriesIT {
  private static final String REGION = "24";
  private static final Caller TEAM = Node.caller(7821, RowScope.region(REGION));
  private static final String SECRET = "Premier-Secret-2026!";
  private static final String RPPS = "10000000108";

  private final Schema schema = Schema.migrated();
  private final Clock clock = Clock.systemUTC();
  private final String login = "r" + UUID.randomUUID().toString().substring(0, 12);
  private final AtomicInteger untilDeath = new AtomicInteger(Integer.MAX_VALUE);
  private Slapd slapd;
  private OpenLdapPeople people;
  private Node node;
  private Incident incident;
  private DirectoryConnection ldap;

  @BeforeEach
  void open(@TempDir Path folder) {
    slapd = new Slapd(folder.resolve("slapd")).start();
    people = new OpenLdapPeople(slapd);
    node = node();
    incident = Cases.qualified(node, TEAM, REGION, clock.instant().minusSeconds(3_600));
    ldap =
        connection(
            DirectoryKind.OPENLDAP,
            new ConnectionData(
                "OpenLDAP " + login,
                slapd.startTls().toString(),
                Slapd.BASE,
                Slapd.CONNECTOR,
                slapd.trust(),
                AttributeNames.usual(DirectoryKind.OPENLDAP),
                "",
                ""),
            slapd.connectorSecret());
  }

  @AfterEach
  void close() {
    schema.change(
        "update compromised_account set next_look_at = null where incident_id = ?",
        incident.getId());
    schema.change("update directory_connection set active = false where region_code = ?", REGION);
    node.close();
    people.close();
    slapd.close();
  }

  @Test
  void onePersonsAccountsAreBlockedInBothAndSeenWhenTheyOpenAgain() throws LDAPException {
    Keycloak keycloak = Keycloak.shared();
    Realm realm = new Realm(keycloak);
    Person person = Person.of(login).withRpps(RPPS).withSecret(SECRET);
    people.create(person);
    String uid = realm.create(person);
    keycloak(keycloak);
    String session = realm.signedIn(login, SECRET, "").getString("refresh_token");
    String offline = realm.signedIn(login, SECRET, "offline_access").getString("refresh_token");
    assertThat(people.signsIn(login, SECRET)).as("by LDAP, before").isTrue();
    assertThat(realm.refresh(session).statusCode()).as("an open session, before").isEqualTo(200);

    List<Long> accounts = new ArrayList<>();
    for (AccountSearch.Answer answer : find(new AccountQuery("", RPPS, ""))) {
      assertThat(answer.fault()).isNull();
      answer.found().stream()
          .filter(found -> found.login().equals(login))
          .forEach(found -> accounts.add(list(answer.connection().getId(), found.uid()).getId()));
    }
    assertThat(accounts).hasSize(2);
    accounts.forEach(this::ask);
    Machine.round(node);
    assertThat(accounts).allSatisfy(id -> assertThat(state(id)).isEqualTo(AccountState.BLOCKED));
    assertThat(people.signsIn(login, SECRET)).as("by LDAP, after").isFalse();
    assertThat(realm.letsIn(login, SECRET)).as("by the token endpoint, after").isFalse();
    assertThat(realm.refresh(session).statusCode()).as("the session died").isEqualTo(400);
    assertThat(realm.refresh(offline).statusCode()).as("the offline token died").isEqualTo(400);

    realm.change(uid, "{\"enabled\":true}");
    people
        .administrator()
        .modify(
            "uid=" + login + "," + Slapd.PEOPLE,
            new Modification(ModificationType.DELETE, "pwdAccountLockedTime"));
    accounts.forEach(this::lookNow);
    Machine.round(node);
    assertThat(accounts).allSatisfy(id -> assertThat(state(id)).isEqualTo(AccountState.REOPENED));
  }

  @Test
  void manyAccountsAreAllBlockedThoughTheNodeDiesHalfWay() {
    List<Long> accounts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String uid = people.create(Person.of(login + i).withSecret(SECRET));
      Long id = list(ldap.getId(), uid).getId();
      ask(id);
      accounts.add(id);
    }
    untilDeath.set(20);
    assertThatThrownBy(() -> Machine.round(node)).isInstanceOf(FakeDirectory.Killed.class);
    assertThat(accounts.stream().filter(id -> state(id) == AccountState.BLOCKED).count())
        .isEqualTo(19);
    untilDeath.set(Integer.MAX_VALUE);
    schema.change( // as time does
        "update compromised_account set lease_until = utc_timestamp(6) where incident_id = ?",
        incident.getId());
    try (Node other = node()) {
      Machine.round(other);
    }
    assertThat(accounts).allSatisfy(id -> assertThat(state(id)).isEqualTo(AccountState.BLOCKED));
    assertThat(locks(accounts))
        .as("one lock for each, the one in whose middle the node died was not sent again")
        .isEqualTo(39);
    for (int i = 0; i < 40; i++) {
      assertThat(people.signsIn(login + i, SECRET)).isFalse();
    }
  }

  private long locks(List<Long> accounts) {
    return accounts.stream()
        .flatMap(
            id -> node.read(TEAM, () -> node.get(Blocking.class).steps(id)).exchanges().stream())
        .map(BlockingExchange::getRequest)
        .filter(request -> request.startsWith("MODIFY") && request.contains("AccountLockedTime"))
        .count();
  }

  private void keycloak(Keycloak keycloak) {
    connection(
        DirectoryKind.KEYCLOAK,
        new ConnectionData(
            "Keycloak " + login,
            keycloak.address().toString(),
            Keycloak.REALM,
            Keycloak.CONNECTOR,
            "",
            AttributeNames.usual(DirectoryKind.KEYCLOAK),
            Keycloak.SIGN_IN,
            ""),
        keycloak.connectorSecret());
  }

  /** Declared and tested, as the page does. */
  private DirectoryConnection connection(DirectoryKind kind, ConnectionData data, String secret) {
    DirectoryConnection made =
        act(
            Permission.DIRECTORY_EDIT,
            () -> node.get(Directories.class).add(REGION, null, kind, data, secret));
    Directories.Tested tested =
        act(Permission.DIRECTORY_EDIT, () -> node.get(Directories.class).test(made.getId()));
    assertThat(tested.fault()).isNull();
    return made;
  }

  private List<AccountSearch.Answer> find(AccountQuery query) {
    return act(
        Permission.CONTAINMENT_ACT,
        () -> node.get(AccountSearch.class).find(incident.getReference(), query));
  }

  private CompromisedAccount list(Long connection, String uid) {
    return act(
        Permission.CONTAINMENT_ACT,
        () -> node.get(AccountSearch.class).list(incident.getReference(), connection, uid, null));
  }

  private void ask(Long account) {
    Blocking.Ask ask = new Blocking.Ask(Blocking.LogCopy.COPIED, "Coffre", true);
    act(Permission.CONTAINMENT_ACT, () -> node.get(Blocking.class).block(account, ask));
  }

  private void lookNow(Long account) {
    act(Permission.CONTAINMENT_ACT, () -> node.get(Blocking.class).lookNow(account));
  }

  private AccountState state(Long account) {
    return node.read(TEAM, () -> node.get(ContainmentRepository.class).account(account)).getState();
  }

  private <T> T act(Permission permission, Supplier<T> act) {
    return node.act(TEAM, permission, act);
  }

  private Node node() {
    return Machine.node(
        schema, clock, mortal(new LdapDirectory(clock)), new KeycloakDirectory(clock));
  }

  /** The same, until the node dies right after it disabled one more account. */
  private AccountDirectory mortal(AccountDirectory directory) {
    return new AccountDirectory() {
      @Override
      public Set<DirectoryKind> kinds() {
        return directory.kinds();
      }

      @Override
      public DirectoryLink connect(DirectoryAccess access) {
        DirectoryLink link = directory.connect(access);
        return (DirectoryLink)
            Proxy.newProxyInstance(
                DirectoryLink.class.getClassLoader(),
                new Class<?>[] {DirectoryLink.class},
                (proxy, method, values) -> {
                  try {
                    Object answer = method.invoke(link, values);
                    if (method.getName().equals("disable") && untilDeath.decrementAndGet() == 0) {
                      throw new FakeDirectory.Killed();
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
      }
    };
  }
}
