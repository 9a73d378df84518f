package fr.vigie.containment.keycloak;

import static fr.vigie.containment.keycloak.KeycloakContractIT.accessTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Person;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import fr.vigie.containment.directory.Sight.Seen;
import fr.vigie.launch.Keycloak;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is Keycloak's own: sessions, offline tokens, rights, attributes, the trail of changes. */
@Tag("directory")
class KeycloakDirectoryIT {
  private static final String SECRET = "Premier-Secret-2026!";
  private static final String OFFLINE = "offline_access";

  private final Keycloak keycloak = Keycloak.shared();
  private final Realm realm = new Realm(keycloak);
  private final KeycloakDirectory directory = new KeycloakDirectory(Clock.systemUTC());
  private final String login = "k" + UUID.randomUUID().toString().substring(0, 12);

  private <T> T afresh(Function<DirectoryLink, T> act) {
    return afresh(accessTo(keycloak, Keycloak.CONNECTOR, Keycloak.SIGN_IN), act);
  }

  private <T> T afresh(DirectoryAccess access, Function<DirectoryLink, T> act) {
    try (DirectoryLink link = directory.connect(access)) {
      return act.apply(link);
    }
  }

  private void change(Consumer<DirectoryLink> act) {
    afresh(
        link -> {
          act.accept(link);
          return null;
        });
  }

  private String create() {
    return realm.create(Person.of(login).withSecret(SECRET));
  }

  private Kind faultOf(DirectoryAccess access, Consumer<DirectoryLink> act) {
    return catchThrowableOfType(
            DirectoryFault.class,
            () ->
                afresh(
                    access,
                    link -> {
                      act.accept(link);
                      return null;
                    }))
        .kind();
  }

  @Test
  void anOpenSessionAndAnOfflineTokenDie() {
    String uid = create();
    String session = realm.signedIn(login, SECRET, "").getString("refresh_token");
    String offline = realm.signedIn(login, SECRET, OFFLINE).getString("refresh_token");
    assertThat(realm.refresh(session).statusCode()).isEqualTo(200);
    assertThat(realm.refresh(offline).statusCode()).isEqualTo(200);
    assertThat(afresh(link -> link.look(uid, Probe.NONE)).sessions()).hasValue(2);

    change(link -> link.endSessions(uid));
    assertThat(realm.refresh(session).statusCode()).isEqualTo(400);
    assertThat(realm.refresh(offline).statusCode()).isEqualTo(400);
    assertThat(afresh(link -> link.look(uid, Probe.NONE)).sessions()).hasValue(0);
    change(link -> link.endSessions(uid)); // nothing left to end
  }

  @Test
  void aSessionThatOutlivesTheBlockIsSeenAndIsNoProof() {
    String uid = create();
    realm.signedIn(login, SECRET, OFFLINE);
    change(link -> link.disable(uid));
    Sight sight = afresh(link -> link.look(uid, Probe.NONE));
    assertThat(sight.flag()).isEqualTo(Seen.CLOSED);
    assertThat(sight.sessions()).hasValue(1);
    assertThat(sight.isProof()).isFalse();
  }

  @Test
  void anAccessTokenIsIntrospectedAsInactiveAfterTheBlock() {
    String uid = create();
    String token = realm.signedIn(login, SECRET, "").getString("access_token");
    assertThat(realm.isActive(token)).isTrue();
    change(link -> link.disable(uid));
    assertThat(realm.isActive(token)).isFalse();
  }

  @Test
  void aTokenThatLivesOnIsSeenThoughTheAccountIsSaidToBeClosed() {
    String uid = create();
    Probe probe = afresh(link -> link.probe(uid, SECRET));
    change(link -> link.disable(uid));
    change(link -> link.endSessions(uid));
    change(link -> link.enable(uid));
    Sight reopened = afresh(link -> link.look(uid, probe));
    assertThat(reopened.flag()).isEqualTo(Seen.OPEN);
    assertThat(reopened.secret()).isEqualTo(Seen.OPEN);
    assertThat(reopened.token()).as("an ended token does not come back").isEqualTo(Seen.CLOSED);
    assertThat(reopened.sessions()).as("what was tried left no session").hasValue(0);
  }

  @Test
  void aSecretThatIsRefusedBeforeTheBlockIsNoProbe() {
    String uid = create();
    Probe probe = afresh(link -> link.probe(uid, "another secret"));
    assertThat(probe).isEqualTo(Probe.NONE);
  }

  @Test
  void aHolderWhoMustStillDoSomethingIsNotTakenForBlocked() {
    String uid = create();
    realm.change(uid, "{\"requiredActions\":[\"UPDATE_PASSWORD\"]}");
    assertThat(realm.signIn(login, SECRET, "").statusCode()).isEqualTo(400);
    Sight sight = afresh(link -> link.look(uid, new Probe(SECRET, "")));
    assertThat(sight.secret()).isEqualTo(Seen.OPEN);
  }

  @Test
  void withoutASignInClientNothingIsTried() {
    String uid = create();
    DirectoryAccess access = accessTo(keycloak, Keycloak.CONNECTOR, "");
    assertThat(afresh(access, DirectoryLink::can))
        .doesNotContain(DirectoryAbility.TRY_SECRET, DirectoryAbility.TRY_TOKEN);
    Probe probe = afresh(access, link -> link.probe(uid, SECRET));
    assertThat(probe).isEqualTo(new Probe(SECRET, ""));
    assertThat(afresh(access, link -> link.look(uid, new Probe(SECRET, ""))).secret())
        .isEqualTo(Seen.UNKNOWN);
    assertThat(afresh(access, DirectoryLink::check).warnings())
        .containsExactly("containment.check.notEncrypted", "containment.check.noSignInClient");
  }

  @Test
  void aClientThatMayNotSignInHoldersProvesNothing() {
    String uid = create();
    DirectoryAccess access = accessTo(keycloak, Keycloak.CONNECTOR, Keycloak.READER);
    Sight sight = afresh(access, link -> link.look(uid, new Probe(SECRET, "token")));
    assertThat(sight.secret()).isEqualTo(Seen.UNKNOWN);
    assertThat(sight.token()).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void aConnectorThatMayOnlyReadSaysSoAndCannotBlock() {
    String uid = create();
    DirectoryAccess reader = accessTo(keycloak, Keycloak.READER, Keycloak.SIGN_IN);
    assertThat(afresh(reader, DirectoryLink::can))
        .containsExactlyInAnyOrder(
            DirectoryAbility.COUNT_SESSIONS,
            DirectoryAbility.LIST_CHANGES,
            DirectoryAbility.TRY_SECRET,
            DirectoryAbility.TRY_TOKEN);
    assertThat(afresh(reader, DirectoryLink::check).warnings())
        .containsExactly(
            "containment.check.notEncrypted",
            "containment.check.readOnly",
            "containment.check.onlyCreations");
    assertThat(afresh(reader, link -> link.read(uid)).login()).isEqualTo(login);
    assertThat(afresh(reader, link -> link.look(uid, Probe.NONE)).sessions()).hasValue(0);
    assertThat(faultOf(reader, link -> link.disable(uid))).isEqualTo(Kind.NOT_ALLOWED);
    assertThat(faultOf(reader, link -> link.endSessions(uid))).isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void aBlockChangesNothingElse() {
    String uid =
        realm.create(Person.of(login).withRpps("9" + login).withOrganisation("CHU \"A\": Nord"));
    JsonObject before = realm.user(uid);
    change(link -> link.disable(uid));
    JsonObject expected = Json.createObjectBuilder(before).add("enabled", false).build();
    assertThat(realm.user(uid)).isEqualTo(expected);
  }

  @Test
  void anAttributeIsAWholeValueNeverAQuery() {
    String rpps = login + "\" organisation:\"CHU: A\\b";
    String uid = realm.create(Person.of(login).withRpps(rpps));
    assertThat(found(rpps)).containsExactly(uid);
    realm.create(Person.of(login + "x").withRpps(login + "1").withOrganisation(login));
    assertThat(found("x\" organisation:\"" + login)).isEmpty();
    assertThat(found("x\" rpps:\"" + login + "1")).isEmpty();
    assertThat(found(login + "*")).isEmpty();
    assertThat(found(login)).isEmpty();
  }

  private List<String> found(String rpps) {
    return afresh(link -> link.find(new AccountQuery("", rpps, ""))).stream()
        .map(DirectoryAccount::uid)
        .toList();
  }

  @Test
  void showsRightsAndTheAgeOfTheSecret() {
    Instant before = Instant.now().minusSeconds(5);
    String uid = create();
    realm.join(uid, "Urgences", "dossier-patient");
    DirectoryAccount account =
        afresh(link -> link.find(AccountQuery.login(login))).stream().findFirst().orElseThrow();
    assertThat(account.groups()).contains("/Urgences", "dossier-patient", OFFLINE);
    assertThat(account.secretSetAt()).isAfter(before);
    assertThat(account.createdAt()).isAfter(before);
    assertThat(account.name()).isEqualTo("Camille " + login + " Essai");
  }

  @Test
  void aChangeIsFoundInTheTrailOfAdministration() {
    String uid = realm.create(Person.of(login).withOrganisation(login));
    Instant from = Instant.now().plusMillis(1);
    while (Instant.now().isBefore(from)) {
      Thread.onSpinWait();
    }
    assertThat(changedFrom(from)).isEmpty();
    realm.rename(uid, login + "2");
    List<DirectoryAccount> changed = changedFrom(from);
    assertThat(changed).extracting(DirectoryAccount::uid).containsExactly(uid);
    assertThat(changed.get(0).changedAt()).isAfterOrEqualTo(from.truncatedTo(ChronoUnit.MILLIS));
  }

  private List<DirectoryAccount> changedFrom(Instant from) {
    return afresh(link -> link.changed(from, from.plusSeconds(60), Set.of(login), Set.of()));
  }

  @Test
  void exchangesTellMethodPathAndStatusOnly() {
    String uid = create();
    try (DirectoryLink link =
        directory.connect(accessTo(keycloak, Keycloak.CONNECTOR, Keycloak.SIGN_IN))) {
      link.disable(uid);
      assertThat(link.exchanges())
          .extracting(DirectoryExchange::request)
          .containsExactly(
              "POST /realms/essai/protocol/openid-connect/token",
              "GET /admin/realms/essai/users/" + uid,
              "PUT /admin/realms/essai/users/" + uid);
      assertThat(link.exchanges())
          .extracting(DirectoryExchange::answer)
          .containsExactly("200", "200", "204");
    }
  }

  @Test
  void anUnknownRealmIsNotTakenForAnAccountThatIsGone() {
    DirectoryAccess known = accessTo(keycloak, Keycloak.CONNECTOR, "");
    DirectoryAccess access =
        new DirectoryAccess(
            DirectoryKind.KEYCLOAK,
            URI.create(keycloak.address() + "/"),
            "ailleurs",
            known.login(),
            known.secret(),
            "",
            AttributeNames.usual(DirectoryKind.KEYCLOAK),
            "",
            Duration.ofSeconds(20));
    assertThat(faultOf(access, link -> {})).isEqualTo(Kind.UNCLEAR);
  }
}
