package fr.vigie.containment.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryCheck;
import fr.vigie.containment.directory.DirectoryContract;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Person;
import fr.vigie.launch.ServerCertificate;
import fr.vigie.launch.Slapd;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against a real slapd that locks accounts. */
@Tag("directory")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LdapDirectoryIT extends DirectoryContract {
  private final LdapDirectory directory = new LdapDirectory(Clock.systemUTC());
  private Slapd slapd;
  private OpenLdapPeople people;

  @BeforeAll
  void start(@TempDir Path folder) {
    slapd = new Slapd(folder.resolve("slapd")).start();
    people = new OpenLdapPeople(slapd);
  }

  @AfterAll
  void stop() {
    people.close();
    slapd.close();
  }

  @Override
  protected AccountDirectory directory() {
    return directory;
  }

  @Override
  protected DirectoryAccess access() {
    return people.access(slapd.tls());
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
    return people.create(person);
  }

  @Override
  protected void rename(String uid, String login) {
    people.rename(uid, login);
  }

  @Override
  protected void delete(String uid) {
    people.delete(uid);
  }

  @Override
  protected boolean signsIn(String login, String secret) {
    return people.signsIn(login, secret);
  }

  @Test
  void startTlsEncryptsBeforeAnythingIsSaid() {
    String uid = create(Person.of(fresh()));
    try (DirectoryLink link = directory.connect(people.access(slapd.startTls()))) {
      assertThat(link.read(uid).uid()).isEqualTo(uid);
      assertThat(link.check().warnings()).isEmpty();
      assertThat(link.exchanges().get(0).answer()).isEqualTo("connected, encrypted");
    }
  }

  @Test
  void thisVeryMachineIsSpokenToWithoutTlsAndThatIsTold() {
    try (DirectoryLink link = directory.connect(people.access(slapd.plain()))) {
      assertThat(link.check().warnings()).containsExactly("containment.check.notEncrypted");
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNotTrusted() {
    String other = ServerCertificate.valid().certificate();
    assertThat(faultOf(() -> directory.connect(people.access(slapd.tls(), Slapd.BASE, other))))
        .isEqualTo(Kind.CERTIFICATE);
    assertThat(faultOf(() -> directory.connect(people.access(slapd.startTls(), Slapd.BASE, other))))
        .isEqualTo(Kind.CERTIFICATE);
    assertThat(faultOf(() -> directory.connect(people.access(slapd.tls(), Slapd.BASE, ""))))
        .isEqualTo(Kind.CERTIFICATE);
    assertThat(faultOf(() -> directory.connect(people.access(slapd.tls(), Slapd.BASE, "no PEM"))))
        .isEqualTo(Kind.CERTIFICATE);
  }

  @Test
  void anExpiredCertificateIsToldApart(@TempDir Path folder) {
    try (Slapd old = new Slapd(folder.resolve("slapd")).with(ServerCertificate.expired()).start();
        OpenLdapPeople there = new OpenLdapPeople(old)) {
      assertThat(faultOf(() -> directory.connect(there.access(old.tls()))))
          .isEqualTo(Kind.CERTIFICATE_EXPIRED);
      assertThat(faultOf(() -> directory.connect(there.access(old.startTls()))))
          .isEqualTo(Kind.CERTIFICATE_EXPIRED);
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotTrusted(@TempDir Path folder) {
    ServerCertificate other = ServerCertificate.of("ldap.chu-a.example");
    try (Slapd server = new Slapd(folder.resolve("slapd")).with(other).start();
        OpenLdapPeople there = new OpenLdapPeople(server)) {
      assertThat(faultOf(() -> directory.connect(there.access(server.tls()))))
          .isEqualTo(Kind.CERTIFICATE);
      assertThat(faultOf(() -> directory.connect(there.access(server.startTls()))))
          .isEqualTo(Kind.CERTIFICATE);
    }
  }

  @Test
  void aReferralIsToldAndNotFollowed() {
    DirectoryAccess elsewhere = people.access(slapd.tls(), "dc=elsewhere", slapd.trust());
    assertThat(
            faultOf(
                () -> {
                  try (DirectoryLink link = directory.connect(elsewhere)) {
                    link.find(AccountQuery.login(fresh()));
                  }
                }))
        .isEqualTo(Kind.REFERRAL);
  }

  @Test
  void aReferenceAmongTheAnswersIsLeftAside() throws Exception {
    String login = fresh();
    String uid = create(Person.of(login));
    people
        .administrator()
        .add(
            "dn: ou=%s,%s".formatted(fresh(), Slapd.BASE),
            "objectClass: referral",
            "objectClass: extensibleObject",
            "ref: ldap://127.0.0.1:1/ou=far,dc=far");
    List<DirectoryAccount> found = afresh(link -> link.find(AccountQuery.login(login)));
    assertThat(found).extracting(DirectoryAccount::uid).containsExactly(uid);
  }

  @Test
  void aBaseThatIsNotThereIsNotAnAccountThatIsGone() {
    DirectoryAccess nowhere = people.access(slapd.tls(), "ou=nowhere," + Slapd.BASE, slapd.trust());
    assertThat(faultOf(() -> directory.connect(nowhere).check())).isEqualTo(Kind.REFUSED);
  }

  @Test
  void withoutThePasswordPolicyOverlayAnAccountCannotBeBlocked(@TempDir Path folder) {
    try (Slapd bare = new Slapd(folder.resolve("slapd")).withoutPasswordPolicy().start();
        OpenLdapPeople there = new OpenLdapPeople(bare);
        DirectoryLink link = directory.connect(there.access(bare.tls()))) {
      String uid = there.create(Person.of(fresh()));
      DirectoryCheck check = link.check();
      assertThat(check.can()).doesNotContain(DirectoryAbility.DISABLE, DirectoryAbility.ENABLE);
      assertThat(check.warnings()).containsExactly("containment.check.noPasswordPolicy");
      assertThat(faultOf(() -> link.disable(uid))).isEqualTo(Kind.NOT_ABLE);
      assertThatThrownBy(() -> link.disable(uid)).hasMessageContaining("ppolicy");
    }
  }

  @Test
  void aMarkThatTheServerKeepsWithoutLockingIsNoProof(@TempDir Path folder) {
    try (Slapd lax = new Slapd(folder.resolve("slapd")).thatDoesNotLock().start();
        OpenLdapPeople there = new OpenLdapPeople(lax);
        DirectoryLink link = directory.connect(there.access(lax.tls()))) {
      String uid = there.create(Person.of(fresh()).withSecret("Un-Secret-2026!"));
      assertThat(link.check().warnings()).containsExactly("containment.check.noLockout");
      link.disable(uid);
      assertThat(link.read(uid).open()).isFalse();
      var sight = link.look(uid, link.probe(uid, "Un-Secret-2026!"));
      assertThat(sight.isOpen()).isTrue();
      assertThat(sight.isProof()).isFalse();
    }
  }

  @Test
  void aPassingLockAfterWrongAttemptsIsNoBlock() throws Exception {
    String login = fresh();
    String uid = create(Person.of(login));
    people
        .administrator()
        .modify(
            "dn: " + people.dn("uid", login),
            "changetype: modify",
            "replace: pwdAccountLockedTime",
            "pwdAccountLockedTime: 20260101000000Z");
    assertThat(afresh(link -> link.read(uid)).open()).isTrue();
    try (DirectoryLink link = directory.connect(access())) {
      link.disable(uid);
      assertThat(link.read(uid).open()).isFalse();
    }
  }

  @Test
  void anAccountOutOfTheConnectorsReachIsNotAllowed() {
    String uid = people.create(Person.of(fresh()), Slapd.GROUPS);
    try (DirectoryLink link = directory.connect(access())) {
      assertThat(faultOf(() -> link.disable(uid))).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(faultOf(() -> link.resetSecret(uid, "Un-Secret-2026!")))
          .isEqualTo(Kind.NOT_ALLOWED);
    }
  }

  @Test
  void anActThatIsNotNeededIsNotSentAndThatIsTold() {
    String uid = create(Person.of(fresh()));
    try (DirectoryLink link = directory.connect(access())) {
      link.disable(uid);
      link.disable(uid);
      assertThat(link.exchanges())
          .filteredOn(exchange -> exchange.request().startsWith("MODIFY"))
          .extracting(DirectoryExchange::answer)
          .containsExactly("0 (success)");
      assertThat(link.exchanges().get(link.exchanges().size() - 1).answer())
          .isEqualTo("blocked already: nothing sent");
    }
  }

  @Test
  void groupsAreThoseThatNameTheAccount() throws Exception {
    String login = fresh();
    String uid = create(Person.of(login));
    String named = fresh();
    people
        .administrator()
        .add(
            "dn: cn=z%s,%s".formatted(named, Slapd.GROUPS),
            "objectClass: groupOfNames",
            "cn: z" + named,
            "member: " + people.dn("uid", login));
    people
        .administrator()
        .add(
            "dn: cn=a%s,%s".formatted(named, Slapd.GROUPS),
            "objectClass: posixGroup",
            "cn: a" + named,
            "gidNumber: 4200",
            "memberUid: " + login);
    assertThat(afresh(link -> link.read(uid)).groups()).containsExactly("a" + named, "z" + named);
  }

  @Test
  void anEmptySecretIsNeverSent() {
    String uid = create(Person.of(fresh()));
    DirectoryAccess empty = access(access().address(), "", access().patience());
    assertThat(faultOf(() -> directory.connect(empty))).isEqualTo(Kind.BAD_CREDENTIALS);
    try (DirectoryLink link = directory.connect(access())) {
      assertThatThrownBy(() -> link.resetSecret(uid, " "))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
