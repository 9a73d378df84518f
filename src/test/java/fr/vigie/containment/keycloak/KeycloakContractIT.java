package fr.vigie.containment.keycloak;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryContract;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.Person;
import fr.vigie.launch.Keycloak;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** Keycloak keeps what every directory keeps, with a connector that may manage users only. */
@Tag("directory")
class KeycloakContractIT extends DirectoryContract {
  private final Keycloak keycloak = Keycloak.shared();
  private final Realm realm = new Realm(keycloak);

  static DirectoryAccess accessTo(Keycloak keycloak, String client, String signInClient) {
    return new DirectoryAccess(
        DirectoryKind.KEYCLOAK,
        keycloak.address(),
        Keycloak.REALM,
        client,
        keycloak.connectorSecret(),
        "",
        AttributeNames.usual(DirectoryKind.KEYCLOAK),
        signInClient,
        Duration.ofSeconds(20));
  }

  @Override
  protected AccountDirectory directory() {
    return new KeycloakDirectory(Clock.systemUTC());
  }

  @Override
  protected DirectoryAccess access() {
    return accessTo(keycloak, Keycloak.CONNECTOR, Keycloak.SIGN_IN);
  }

  @Override
  protected Set<DirectoryAbility> abilities() {
    return EnumSet.allOf(DirectoryAbility.class);
  }

  @Override
  protected String create(Person person) {
    return realm.create(person);
  }

  @Override
  protected void createAll(List<Person> people) {
    realm.createAll(people);
  }

  @Override
  protected void rename(String uid, String login) {
    realm.rename(uid, login);
  }

  @Override
  protected void delete(String uid) {
    realm.delete(uid);
  }

  @Override
  protected boolean signsIn(String login, String secret) {
    return realm.letsIn(login, secret);
  }
}
