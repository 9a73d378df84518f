package fr.vigie.containment.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.Sight.Seen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every adapter to a directory keeps, shown against a real directory that the subclass starts.
 */
public abstract class DirectoryContract extends FindingContract {
  private static final String OLD_SECRET = "Premier-Secret-2026!";
  private static final String NEW_SECRET = "Second-Secret-2027!";

  @Test
  void saysWhatItCanDo() {
    assertThat(afresh(DirectoryLink::can)).isEqualTo(abilities());
    assertThat(directory().kinds()).contains(access().kind());
  }

  @Test
  void isTestedWithoutChange() {
    create(Person.of(fresh()));
    DirectoryCheck check = afresh(DirectoryLink::check);
    assertThat(check.accounts()).isPositive();
    assertThat(check.can()).isEqualTo(abilities());
  }

  @Test
  void blocksAnAccountAfterItsRename() {
    String uid = create(Person.of(fresh()).withSecret(OLD_SECRET));
    String later = fresh();
    rename(uid, later);
    change(link -> link.disable(uid));
    assertThat(signsIn(later, OLD_SECRET)).isFalse();
  }

  @Test
  void aBlockIsSeenOnAFreshConnectionAndByTheHolder() {
    String login = fresh();
    String uid = create(Person.of(login).withSecret(OLD_SECRET));
    assertThat(signsIn(login, OLD_SECRET)).isTrue();
    assertThat(afresh(link -> link.look(uid, Probe.NONE)).flag()).isEqualTo(Seen.OPEN);

    change(link -> link.disable(uid));
    assertThat(signsIn(login, OLD_SECRET)).isFalse();
    assertThat(afresh(link -> link.read(uid)).open()).isFalse();
    assertThat(afresh(link -> link.look(uid, Probe.NONE)).isProof()).isTrue();

    change(link -> link.enable(uid));
    assertThat(signsIn(login, OLD_SECRET)).isTrue();
    assertThat(afresh(link -> link.look(uid, Probe.NONE)).flag()).isEqualTo(Seen.OPEN);
  }

  @Test
  void askedTwiceAnActChangesOnce() {
    String login = fresh();
    String uid = create(Person.of(login).withSecret(OLD_SECRET));
    change(link -> link.enable(uid));
    assertThat(signsIn(login, OLD_SECRET)).isTrue();
    change(link -> link.disable(uid));
    Instant changed = afresh(link -> link.read(uid)).changedAt();
    change(link -> link.disable(uid));
    DirectoryAccount after = afresh(link -> link.read(uid));
    assertThat(after.open()).isFalse();
    assertThat(after.changedAt()).isEqualTo(changed);
  }

  @Test
  void aNewSecretWorksAndTheOldOneDoesNot() {
    if (!abilities().contains(DirectoryAbility.RESET_SECRET)) {
      return; // whatItCannotDoItSays looks at that
    }
    String login = fresh();
    String uid = create(Person.of(login).withSecret(OLD_SECRET));
    change(link -> link.resetSecret(uid, NEW_SECRET));
    assertThat(signsIn(login, OLD_SECRET)).isFalse();
    assertThat(signsIn(login, NEW_SECRET)).isTrue();
  }

  @Test
  void aNewSecretLeavesABlockedAccountBlocked() {
    if (!abilities().contains(DirectoryAbility.RESET_SECRET)) {
      return; // whatItCannotDoItSays looks at that
    }
    String login = fresh();
    String uid = create(Person.of(login).withSecret(OLD_SECRET));
    change(link -> link.disable(uid));
    change(link -> link.resetSecret(uid, NEW_SECRET));
    assertThat(afresh(link -> link.read(uid)).open()).isFalse();
    assertThat(signsIn(login, NEW_SECRET)).isFalse();
  }

  @Test
  void aProbeWorksUntilTheBlockAndIsRefusedAfterwards() {
    String uid = create(Person.of(fresh()).withSecret(OLD_SECRET));
    String secret = abilities().contains(DirectoryAbility.RESET_SECRET) ? NEW_SECRET : OLD_SECRET;
    Probe probe =
        afresh(
            link -> {
              if (secret.equals(NEW_SECRET)) {
                link.resetSecret(uid, secret);
              }
              return link.probe(uid, secret);
            });
    boolean triesSecret = abilities().contains(DirectoryAbility.TRY_SECRET);
    boolean triesToken = abilities().contains(DirectoryAbility.TRY_TOKEN);
    assertThat(probe.secret()).isEqualTo(secret);
    assertThat(probe.token().isEmpty()).isEqualTo(!triesToken);
    Sight before = afresh(link -> link.look(uid, probe));
    assertThat(before.isOpen()).isTrue();
    assertThat(before.secret()).isEqualTo(triesSecret ? Seen.OPEN : Seen.UNKNOWN);
    assertThat(before.token()).isEqualTo(triesToken ? Seen.OPEN : Seen.UNKNOWN);

    change(link -> link.disable(uid));
    if (abilities().contains(DirectoryAbility.END_SESSIONS)) {
      change(link -> link.endSessions(uid));
    }
    Sight after = afresh(link -> link.look(uid, probe));
    assertThat(after.isProof()).isTrue();
    assertThat(after.secret()).isEqualTo(triesSecret ? Seen.CLOSED : Seen.UNKNOWN);
    assertThat(after.token()).isEqualTo(triesToken ? Seen.CLOSED : Seen.UNKNOWN);
    boolean counts = abilities().contains(DirectoryAbility.COUNT_SESSIONS);
    assertThat(after.sessions().isPresent()).isEqualTo(counts);
    assertThat(after.sessions().orElse(0)).isZero();
  }

  @Test
  void whatItCannotDoItSays() {
    String uid = create(Person.of(fresh()));
    EnumSet<DirectoryAbility> cannot = EnumSet.allOf(DirectoryAbility.class);
    cannot.removeAll(abilities());
    for (DirectoryAbility ability : cannot) {
      switch (ability) {
        case DISABLE -> assertNotAble(link -> link.disable(uid));
        case ENABLE -> assertNotAble(link -> link.enable(uid));
        case END_SESSIONS -> assertNotAble(link -> link.endSessions(uid));
        case RESET_SECRET -> assertNotAble(link -> link.resetSecret(uid, NEW_SECRET));
        case LIST_CHANGES ->
            assertNotAble(
                link -> link.changed(Instant.EPOCH, Instant.EPOCH, Set.of("CHU"), Set.of()));
        case COUNT_SESSIONS, TRY_SECRET, TRY_TOKEN -> {} // a look says unknown
      }
    }
  }

  private void assertNotAble(Consumer<DirectoryLink> act) {
    assertThat(faultOf(() -> change(act))).isEqualTo(Kind.NOT_ABLE);
  }

  @Test
  void exchangesTellWhatWasDoneWithoutAnySecret() {
    String uid = create(Person.of(fresh()).withSecret(OLD_SECRET));
    try (DirectoryLink link = directory().connect(access())) {
      if (abilities().contains(DirectoryAbility.RESET_SECRET)) {
        link.resetSecret(uid, NEW_SECRET);
      }
      Probe probe = link.probe(uid, NEW_SECRET);
      link.disable(uid);
      link.look(uid, probe);
      String told = link.exchanges().toString();
      assertThat(link.exchanges()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(link.exchanges()).extracting(DirectoryExchange::at).isSorted();
      assertThat(told).doesNotContain(NEW_SECRET).doesNotContain(access().secret());
      if (!probe.token().isEmpty()) {
        assertThat(told).doesNotContain(probe.token());
      }
    }
  }

  @Test
  void anAccountThatIsNoMoreIsGone() {
    String uid = create(Person.of(fresh()));
    delete(uid);
    assertThat(faultOf(() -> change(link -> link.read(uid)))).isEqualTo(Kind.GONE);
    assertThat(faultOf(() -> change(link -> link.disable(uid)))).isEqualTo(Kind.GONE);
    assertThat(faultOf(() -> change(link -> link.look(uid, Probe.NONE)))).isEqualTo(Kind.GONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "../users", "x)(uid=*", "", "not-a-uid"})
  void anIdentifierOfNobodyIsGone(String uid) {
    create(Person.of(fresh()));
    assertThat(faultOf(() -> change(link -> link.read(uid)))).isEqualTo(Kind.GONE);
    assertThat(faultOf(() -> change(link -> link.disable(uid)))).isEqualTo(Kind.GONE);
  }

  @Test
  void aWrongSecretOfTheConnectorIsTold() {
    DirectoryAccess wrong = access(access().address(), "not the secret", access().patience());
    DirectoryFault fault =
        catchThrowableOfType(DirectoryFault.class, () -> directory().connect(wrong).check());
    assertThat(fault.kind()).isEqualTo(Kind.BAD_CREDENTIALS);
    assertThat(fault).hasMessageNotContaining("not the secret");
  }

  @Test
  void nobodyListeningIsUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(faultOf(() -> use(at(port)))).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aServerThatNeverAnswersIsTooSlow() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      assertThat(faultOf(() -> use(at(socket.getLocalPort())))).isEqualTo(Kind.TOO_SLOW);
    }
  }

  private void use(DirectoryAccess access) {
    try (DirectoryLink link = directory().connect(access)) {
      link.find(AccountQuery.login(fresh()));
    }
  }

  private DirectoryAccess at(int port) {
    URI now = access().address();
    URI there = URI.create(now.getScheme() + "://127.0.0.1:" + port + now.getRawPath());
    return access(there, access().secret(), Duration.ofMillis(300));
  }
}
