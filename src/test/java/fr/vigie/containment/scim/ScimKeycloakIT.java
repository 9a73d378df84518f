package fr.vigie.containment.scim;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryContract;
import fr.vigie.containment.directory.Person;
import fr.vigie.containment.keycloak.Realm;
import fr.vigie.launch.Keycloak;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** Against Keycloak's own SCIM service, which changes no password. */
@Tag("directory")
class ScimKeycloakIT extends DirectoryContract {
  private final Keycloak keycloak = Keycloak.shared();
  private final Realm realm = new Realm(keycloak);
  private final String bearer = realm.tokenOf(Keycloak.SCIM_CONNECTOR);

  @Override
  protected AccountDirectory directory() {
    return new ScimDirectory(Clock.systemUTC());
  }

  @Override
  protected DirectoryAccess access() {
    return ScimContractTest.accessTo(keycloak.scim(), bearer);
  }

  @Override
  protected Set<DirectoryAbility> abilities() {
    return EnumSet.of(
        DirectoryAbility.DISABLE, DirectoryAbility.ENABLE, DirectoryAbility.LIST_CHANGES);
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
