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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every adapter to a directory keeps, shown against a real directory that the subclass starts.
 * The subclass acts as the directory's administrator and as the holder of an account, by other ways
 * than the adapter's. Each test makes accounts of its own, under names that no other test uses.
 */
public abstract class DirectoryContract {
  private static final String OLD_SECRET = "Premier-Secret-2026!";
  private static final String NEW_SECRET = "Second-Secret-2027!";

  protected abstract AccountDirectory directory();

  /** How the connector signs in: with its least rights. */
  protected abstract DirectoryAccess access();

  /** What the adapter must say that it can do here. */
  protected abstract Set<DirectoryAbility> abilities();

  /** Puts a person in the directory; answers the uid that the adapter must give. */
  protected abstract String create(Person person);

  /** Gives the account another login, and another place where the directory has places. */
  protected abstract void rename(String uid, String login);

  protected abstract void delete(String uid);

  /** Whether the holder is let in, by the way that applications use. */
  protected abstract boolean signsIn(String login, String secret);

  /** Whether this directory lets an account have such a login at all. */
  protected boolean canHold(String login) {
    return login.indexOf('\0') < 0;
  }

  /** Puts many in the directory; for a quicker way than one by one. */
  protected void createAll(List<Person> people) {
    people.forEach(this::create);
  }

  /** A login that no other test uses. */
  protected static String fresh() {
    return "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }

  protected static Kind faultOf(ThrowingCallable act) {
    DirectoryFault fault = catchThrowableOfType(DirectoryFault.class, act);
    assertThat(fault).as("the fault").isNotNull();
    return fault.kind();
  }

  /** Does one thing on a connection of its own. */
  protected <T> T afresh(Function<DirectoryLink, T> act) {
    try (DirectoryLink link = directory().connect(access())) {
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
  void findsByLoginByRppsAndByEmail() {
    String login = fresh();
    String rpps = "9" + Math.abs(login.hashCode());
    Person person =
        Person.of(login).withRpps(rpps).withEmail(login + "@chu-a.example").withOrganisation("CHU");
    String uid = create(person);
    create(Person.of(fresh()));
    for (AccountQuery query :
        List.of(
            AccountQuery.login(login),
            new AccountQuery("", rpps, ""),
            new AccountQuery("", "", person.email()),
            new AccountQuery(login, rpps, person.email()))) {
      List<DirectoryAccount> found = afresh(link -> link.find(query));
      assertThat(found).as("%s", query).extracting(DirectoryAccount::uid).containsExactly(uid);
    }
    DirectoryAccount found = afresh(link -> link.read(uid));
    assertThat(found.login()).isEqualTo(login);
    assertThat(found.rpps()).isEqualTo(rpps);
    assertThat(found.email()).isEqualTo(person.email());
    assertThat(found.organisation()).isEqualTo("CHU");
    assertThat(found.path()).isNotEmpty();
    assertThat(found.open()).isTrue();
  }

  @Test
  void findsWhoBearsAnyOfTheMarksInTheOrderOfTheirLogins() {
    String stem = fresh();
    create(Person.of(stem + "b").withEmail(stem + "@chu-b.example"));
    create(Person.of(stem + "a"));
    List<DirectoryAccount> found =
        afresh(link -> link.find(new AccountQuery(stem + "a", "", stem + "@chu-b.example")));
    assertThat(found).extracting(DirectoryAccount::login).containsExactly(stem + "a", stem + "b");
  }

  @Test
  void findsNobodyWithoutAMark() {
    create(Person.of(fresh()));
    List<DirectoryAccount> found = afresh(link -> link.find(new AccountQuery("", "", "")));
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "%s*",
        "*)(uid=*",
        "%s)(uid=*",
        "%s)(|(uid=*)",
        "\\",
        "\\2a",
        "%s\\",
        "%s\0",
        "\"",
        "%s\" or userName pr or userName eq \"",
        "'%s'",
        "%s&first=0",
        "%s#",
        "%s%%2a"
      })
  void aLoginIsAWholeValueNeverAPattern(String pattern) {
    String stem = fresh();
    String login = pattern.formatted(stem);
    create(Person.of(stem));
    create(Person.of(stem + "x"));
    boolean held = pattern.contains("%s") && canHold(login);
    String uid = held ? create(Person.of(login).withEmail(stem + "z@odd.example")) : "";
    List<DirectoryAccount> found = afresh(link -> link.find(AccountQuery.login(login)));
    assertThat(found).extracting(DirectoryAccount::uid).isEqualTo(held ? List.of(uid) : List.of());
  }

  @Test
  void anEmailIsAWholeValueNeverAPattern() {
    String stem = fresh();
    create(Person.of(stem).withEmail(stem + "@chu-a.example"));
    for (String pattern : List.of("*@chu-a.example", stem + "*", "@chu-a.example", stem)) {
      List<DirectoryAccount> found = afresh(link -> link.find(new AccountQuery("", "", pattern)));
      assertThat(found).as(pattern).isEmpty();
    }
  }

  @Test
  void readsAnAccountAfterItsRename() {
    String uid = create(Person.of(fresh()));
    String later = fresh();
    rename(uid, later);
    assertThat(afresh(link -> link.read(uid)).login()).isEqualTo(later);
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
    String login = fresh();
    String uid = create(Person.of(login).withSecret(OLD_SECRET));
    change(link -> link.resetSecret(uid, NEW_SECRET));
    assertThat(signsIn(login, OLD_SECRET)).isFalse();
    assertThat(signsIn(login, NEW_SECRET)).isTrue();
  }

  @Test
  void aNewSecretLeavesABlockedAccountBlocked() {
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
    Probe probe =
        afresh(
            link -> {
              link.resetSecret(uid, NEW_SECRET);
              return link.probe(uid, NEW_SECRET);
            });
    boolean triesSecret = abilities().contains(DirectoryAbility.TRY_SECRET);
    boolean triesToken = abilities().contains(DirectoryAbility.TRY_TOKEN);
    assertThat(probe.secret()).isEqualTo(NEW_SECRET);
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
      link.resetSecret(uid, NEW_SECRET);
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

  /** The same directory, reached another way. */
  protected DirectoryAccess access(URI address, String secret, Duration patience) {
    DirectoryAccess now = access();
    return new DirectoryAccess(
        now.kind(),
        address,
        now.base(),
        now.login(),
        secret,
        now.trust(),
        now.names(),
        now.signInClient(),
        patience);
  }

  @Test
  void noMoreAccountsThanAgreedAreGiven() {
    String stem = fresh();
    String rpps = "8" + Math.abs(stem.hashCode());
    createAll(
        IntStream.rangeClosed(0, DirectoryLink.MOST)
            .mapToObj(i -> Person.of(stem + "%03d".formatted(i)).withRpps(rpps))
            .toList());
    List<DirectoryAccount> found = afresh(link -> link.find(new AccountQuery("", rpps, "")));
    assertThat(found).hasSize(DirectoryLink.MOST);
    assertThat(found).extracting(DirectoryAccount::login).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void accountsChangedInsideAWindowAreThoseOfTheOrganisationOrMailDomain() {
    if (!abilities().contains(DirectoryAbility.LIST_CHANGES)) {
      return; // whatItCannotDoItSays looks at that
    }
    String stem = fresh();
    String organisation = "Clinique " + stem;
    String domain = stem + ".example";
    Instant before = Instant.now().minusSeconds(60);
    String same = create(Person.of(fresh()).withOrganisation(organisation));
    String mail = create(Person.of(fresh()).withEmail("a@" + domain));
    create(Person.of(fresh()).withOrganisation(organisation + " Nord"));
    create(Person.of(fresh()).withEmail("b@sub." + domain));
    create(Person.of(fresh()).withEmail("c@x" + domain));
    assertThat(changed(before, before.plusSeconds(120), organisation, domain))
        .containsExactlyInAnyOrder(same, mail);
    assertThat(changed(before.minusSeconds(600), before, organisation, domain)).isEmpty();
    assertThat(changed(before, before.plusSeconds(120), "*", "*")).isEmpty();
  }

  private List<String> changed(Instant from, Instant to, String organisation, String domain) {
    return afresh(link -> link.changed(from, to, Set.of(organisation), Set.of(domain))).stream()
        .map(DirectoryAccount::uid)
        .toList();
  }
}
