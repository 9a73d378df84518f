package fr.vigie.containment.scim;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryContract;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.Person;
import fr.vigie.launch.ScimServer;
import jakarta.json.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** Against the small service in this process: it changes passwords and gives small pages. */
class ScimContractTest extends DirectoryContract {
  private final ScimServer server = ScimServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  static DirectoryAccess accessTo(URI address, String bearer) {
    return new DirectoryAccess(
        DirectoryKind.SCIM,
        address,
        "",
        "",
        bearer,
        "",
        AttributeNames.usual(DirectoryKind.SCIM),
        "",
        Duration.ofSeconds(20));
  }

  @Override
  protected AccountDirectory directory() {
    return new ScimDirectory(Clock.systemUTC());
  }

  @Override
  protected DirectoryAccess access() {
    return accessTo(server.address(), ScimServer.BEARER);
  }

  @Override
  protected Set<DirectoryAbility> abilities() {
    return EnumSet.of(
        DirectoryAbility.DISABLE,
        DirectoryAbility.ENABLE,
        DirectoryAbility.RESET_SECRET,
        DirectoryAbility.LIST_CHANGES);
  }

  @Override
  protected String create(Person person) {
    return server.create(
        person.login(), person.rpps(), person.email(), person.organisation(), person.secret());
  }

  @Override
  protected void rename(String uid, String login) {
    server.change(uid, "userName", Json.createValue(login));
  }

  @Override
  protected void delete(String uid) {
    server.delete(uid);
  }

  @Override
  protected boolean signsIn(String login, String secret) {
    return server.signsIn(login, secret);
  }
}
