package fr.vigie.containment.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import fr.vigie.containment.directory.Sight.Seen;
import fr.vigie.launch.LyingDirectory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A directory's word is not taken for what it did. */
class LyingDirectoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Probe PROBE = new Probe("Un-Secret-2026!", "");

  private final LdapDirectory directory = new LdapDirectory(Clock.systemUTC());
  private final LyingDirectory liar = new LyingDirectory();

  @AfterEach
  void close() {
    liar.close();
  }

  @Test
  void anHonestBlockIsProven() {
    String uid = liar.add("camille", PROBE.secret());
    disable(uid);
    assertThat(look(uid).isProof()).isTrue();
    assertThat(look(uid).secret()).isEqualTo(Seen.CLOSED);
  }

  @Test
  void aYesThatChangesNothingIsNoProof() {
    String uid = liar.add("camille", PROBE.secret());
    liar.doesNothing();
    disable(uid);
    assertThat(liar.modifications()).isEqualTo(1);
    Sight sight = look(uid);
    assertThat(sight.isProof()).isFalse();
    assertThat(sight.flag()).isEqualTo(Seen.OPEN);
    assertThat(sight.secret()).isEqualTo(Seen.OPEN);
  }

  @Test
  void aSecretSaidToBeSetIsTriedBeforeItIsKept() {
    String uid = liar.add("camille", PROBE.secret());
    liar.doesNothing();
    try (DirectoryLink link = directory.connect(access(PATIENCE))) {
      link.resetSecret(uid, "Un-Autre-2027!");
      assertThat(fault(() -> link.probe(uid, "Un-Autre-2027!")).kind()).isEqualTo(Kind.REFUSED);
    }
  }

  @Test
  void anAccountMarkedAsBlockedThatIsLetInIsNoProof() {
    String uid = liar.add("camille", PROBE.secret());
    liar.letsEveryoneIn();
    disable(uid);
    assertThat(look(uid).flag()).isEqualTo(Seen.CLOSED);
    assertThat(look(uid).isOpen()).isTrue();
    assertThat(look(uid).isProof()).isFalse();
  }

  @Test
  void anAccountOpenedAgainIsSeenAtTheNextLook() {
    String uid = liar.add("camille", PROBE.secret());
    disable(uid);
    assertThat(look(uid).isProof()).isTrue();
    liar.reopen("camille");
    assertThat(look(uid).isOpen()).isTrue();
  }

  @Test
  void aBusyServerIsToldAsPassingAndObeysLater() {
    String uid = liar.add("camille", PROBE.secret());
    liar.isBusy(2);
    assertThat(fault(() -> disable(uid)).kind()).isEqualTo(Kind.BUSY);
    assertThat(fault(() -> disable(uid)).kind().isPassing()).isTrue();
    disable(uid);
    assertThat(look(uid).isProof()).isTrue();
    assertThat(liar.modifications()).isEqualTo(1);
  }

  @Test
  void anAnswerThatComesTooLateIsNoAnswer() {
    String uid = liar.add("camille", PROBE.secret());
    liar.answersAfter(Duration.ofSeconds(30));
    DirectoryFault fault =
        fault(
            () -> {
              try (DirectoryLink link = directory.connect(access(Duration.ofMillis(200)))) {
                link.disable(uid);
              }
            });
    assertThat(fault.kind()).isEqualTo(Kind.TOO_SLOW);
  }

  @Test
  void aServerThatDripsItsAnswerIsNotWaitedForEntryByEntry() {
    for (int i = 0; i < 40; i++) {
      liar.add("camille" + i, PROBE.secret());
    }
    liar.drips(Duration.ofMillis(90));
    DirectoryFault fault =
        fault(
            () -> {
              try (DirectoryLink link = directory.connect(access(Duration.ofMillis(200)))) {
                link.check();
              }
            });
    assertThat(fault.kind()).isEqualTo(Kind.TOO_SLOW);
  }

  @Test
  void anAccountRenamedBetweenLookUpAndActIsBlockedAllTheSame() {
    String uid = liar.add("camille", PROBE.secret());
    liar.renamesInBetween("camille");
    disable(uid);
    assertThat(liar.modifications()).isEqualTo(2);
    assertThat(look(uid).isProof()).isTrue();
  }

  @Test
  void aServerThatSpeaksNoTlsIsNotTakenForOneThatIsNotTrusted() {
    URI tls = URI.create("ldaps://127.0.0.1:" + liar.address().getPort());
    DirectoryFault fault = fault(() -> directory.connect(access(tls, PATIENCE)));
    assertThat(fault.kind()).isIn(Kind.UNCLEAR, Kind.UNREACHABLE);
  }

  @Test
  void aServerThatGoesAwayIsUnreachable() {
    String uid = liar.add("camille", PROBE.secret());
    try (DirectoryLink link = directory.connect(access(PATIENCE))) {
      assertThat(link.read(uid).open()).isTrue();
      liar.close();
      assertThat(fault(() -> link.disable(uid)).kind()).isEqualTo(Kind.UNREACHABLE);
    }
  }

  @Test
  void aHostWithoutAddressIsUnreachable() {
    URI nowhere = URI.create("ldaps://ldap.invalid");
    DirectoryFault fault = fault(() -> directory.connect(access(nowhere, PATIENCE)));
    assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aServerThatDoesNotEncryptIsToldNoSecret() {
    String mapped = "ldap://[::ffff:127.0.0.1]:" + liar.address().getPort();
    DirectoryFault fault = fault(() -> directory.connect(access(URI.create(mapped), PATIENCE)));
    assertThat(fault.kind()).isEqualTo(Kind.REFUSED);
    assertThat(fault).hasMessageContaining("StartTLS");
    assertThat(liar.signIns()).isZero();
  }

  private void disable(String uid) {
    try (DirectoryLink link = directory.connect(access(PATIENCE))) {
      link.disable(uid);
    }
  }

  private Sight look(String uid) {
    try (DirectoryLink link = directory.connect(access(PATIENCE))) {
      return link.look(uid, PROBE);
    }
  }

  private static DirectoryFault fault(ThrowingCallable act) {
    return catchThrowableOfType(DirectoryFault.class, act);
  }

  private DirectoryAccess access(Duration patience) {
    return access(liar.address(), patience);
  }

  private DirectoryAccess access(URI address, Duration patience) {
    return new DirectoryAccess(
        DirectoryKind.OPENLDAP,
        address,
        LyingDirectory.BASE,
        LyingDirectory.CONNECTOR,
        liar.connectorSecret(),
        "",
        AttributeNames.usual(DirectoryKind.OPENLDAP),
        "",
        patience);
  }
}
