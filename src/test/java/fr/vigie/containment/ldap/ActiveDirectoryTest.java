package fr.vigie.containment.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryContract;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Person;
import fr.vigie.containment.directory.Sight.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialect of Active Directory, as far as a server in memory speaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActiveDirectoryTest extends DirectoryContract {
  private final LdapDirectory directory = new LdapDirectory(Clock.systemUTC());
  private ActiveDirectoryInMemory server;

  @BeforeAll
  void start() throws Exception {
    server = new ActiveDirectoryInMemory();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  protected AccountDirectory directory() {
    return directory;
  }

  @Override
  protected DirectoryAccess access() {
    return access(server);
  }

  private static DirectoryAccess access(ActiveDirectoryInMemory server) {
    return new DirectoryAccess(
        DirectoryKind.ACTIVE_DIRECTORY,
        server.address(),
        ActiveDirectoryInMemory.BASE,
        ActiveDirectoryInMemory.CONNECTOR,
        ActiveDirectoryInMemory.CONNECTOR_SECRET,
        "",
        AttributeNames.usual(DirectoryKind.ACTIVE_DIRECTORY),
        "",
        Duration.ofSeconds(10));
  }

  @Override
  protected Set<DirectoryAbility> abilities() {
    return Set.of(
        DirectoryAbility.DISABLE,
        DirectoryAbility.ENABLE,
        DirectoryAbility.RESET_SECRET,
        DirectoryAbility.TRY_SECRET,
        DirectoryAbility.LIST_CHANGES);
  }

  @Override
  protected String create(Person person) {
    return server.create(person);
  }

  @Override
  protected void rename(String uid, String login) {
    server.rename(uid, login);
  }

  @Override
  protected void delete(String uid) {
    server.delete(uid);
  }

  @Override
  protected boolean signsIn(String login, String secret) {
    return server.signsIn(login, secret);
  }

  @Test
  void aBlockKeepsTheOtherFlags() {
    String uid = create(Person.of(fresh()));
    try (DirectoryLink link = directory.connect(access())) {
      link.disable(uid);
      assertThat(server.entry(uid).getAttributeValueAsInteger("userAccountControl"))
          .isEqualTo(ActiveDirectoryInMemory.NORMAL | 2);
      link.enable(uid);
      assertThat(server.entry(uid).getAttributeValueAsInteger("userAccountControl"))
          .isEqualTo(ActiveDirectoryInMemory.NORMAL);
    }
  }

  @Test
  void rightsThatTheConnectorLacksAreToldByTheTest() throws Exception {
    try (ActiveDirectoryInMemory apart = new ActiveDirectoryInMemory();
        DirectoryLink link = directory.connect(access(apart))) {
      assertThat(link.check().warnings()).contains("containment.check.noAccount");
      apart.set(apart.create(Person.of(fresh())), "allowedAttributesEffective", "unicodePwd");
      assertThat(link.check().warnings())
          .contains("containment.check.mayNotBlock")
          .doesNotContain("containment.check.mayNotReset", "containment.check.noAccount");
    }
  }

  @Test
  void flagsThatCannotBeReadAreNotGuessed() {
    String uid = create(Person.of(fresh()));
    server.set(uid, "userAccountControl");
    try (DirectoryLink link = directory.connect(access())) {
      assertThat(faultOf(() -> link.read(uid))).isEqualTo(Kind.UNCLEAR);
      assertThat(faultOf(() -> link.disable(uid))).isEqualTo(Kind.UNCLEAR);
    } finally {
      server.delete(uid);
    }
  }

  @Test
  void groupsAndTheSecretsTimeAreRead() {
    String uid = create(Person.of(fresh()));
    server.set(uid, "memberOf", "CN=VPN,OU=Groups,DC=ad", "CN=Médecins\\, site nord,DC=ad");
    server.set(uid, "pwdLastSet", "133485408000000000");
    DirectoryAccount account = afresh(link -> link.read(uid));
    assertThat(account.groups()).containsExactly("Médecins, site nord", "VPN");
    assertThat(account.secretSetAt()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    server.set(uid, "pwdLastSet", "0");
    assertThat(afresh(link -> link.read(uid)).secretSetAt()).isNull();
  }

  @Test
  void aGuidIsWrittenAsWindowsWritesIt() {
    UUID id = UUID.fromString("6b29fc40-ca47-1067-b31d-00dd010662da");
    byte[] guid = Uuids.toGuid(id);
    assertThat(guid).startsWith(0x40, 0xfc, 0x29, 0x6b, 0x47, 0xca, 0x67, 0x10, 0xb3, 0x1d);
    assertThat(Uuids.ofGuid(guid)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "533, CLOSED",
    "775, CLOSED",
    "52e, CLOSED",
    "525, CLOSED",
    "701, CLOSED",
    "532, UNKNOWN",
    "773, UNKNOWN",
    "530, UNKNOWN"
  })
  void aRefusalIsJudgedByItsSubcode(String subcode, Seen seen) {
    String words =
        "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext, data %s, v4563";
    LDAPException answer =
        new LDAPException(
            new LDAPResult(
                1,
                ResultCode.INVALID_CREDENTIALS,
                words.formatted(subcode),
                null,
                List.of(),
                List.of()));
    assertThat(new ActiveDirectoryDialect().refusal(answer)).isEqualTo(seen);
  }

  @Test
  void anErrorOfTheServersIsNoRefusal() {
    ActiveDirectoryDialect dialect = new ActiveDirectoryDialect();
    assertThat(dialect.refusal(new LDAPException(ResultCode.CONSTRAINT_VIOLATION)))
        .isEqualTo(Seen.UNKNOWN);
    assertThat(dialect.refusal(new LDAPException(ResultCode.UNWILLING_TO_PERFORM)))
        .isEqualTo(Seen.CLOSED);
  }
}
