package fr.vigie.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.containment.BlockingStep.State;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.database.Ticking;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A block asked for, done by a machine, seen, seen again; and what a directory may do instead. */
class BlockingIT {
  private static final String REGION = "53";
  private static final Caller TEAM = Node.caller(7811, RowScope.region(REGION));
  private static final Caller SECOND = Node.caller(7812, RowScope.region(REGION));

  private final Schema schema = Schema.migrated();
  private final Ticking clock = new Ticking();
  private final FakeDirectory directory = new FakeDirectory(clock);
  private Node node;
  private DirectoryConnection connection;
  private Incident incident;

  @BeforeEach
  void open() {
    node = node();
    incident = Cases.qualified(node, TEAM, REGION, clock.instant().minusSeconds(3_600));
    connection =
        act(
            TEAM,
            Permission.DIRECTORY_EDIT,
            () ->
                node.get(Directories.class)
                    .add(
                        REGION,
                        null,
                        DirectoryKind.KEYCLOAK,
                        data("Annuaire " + Schema.id()),
                        "s3cret"));
  }

  /** Its accounts are looked at no more: other tests' clocks are not theirs. */
  @AfterEach
  void close() {
    schema.change(
        "update compromised_account set next_look_at = null where connection_id = ?",
        connection.getId());
    node.close();
  }

  private Node node() {
    return Machine.node(schema, clock, directory);
  }

  private static ConnectionData data(String name) {
    return new ConnectionData(
        name,
        "https://directory.example",
        "essai",
        "vigie",
        "",
        AttributeNames.usual(DirectoryKind.KEYCLOAK),
        "",
        "");
  }

  @Test
  void aBlockIsProvenOnlyWhenItIsSeen() {
    FakeDirectory.Entry entry = directory.with("dr.a", 3);
    CompromisedAccount account = blocked("dr.a");
    assertThat(account.getState()).isEqualTo(AccountState.BLOCKED);
    assertThat(account.getProvenAt()).isNotNull();
    assertThat(entry.changes).containsExactly("resetSecret", "disable", "endSessions");
    assertThat(entry.sessions).isZero();
    assertThat(states(account))
        .containsEntry(AccountAction.DISABLE, State.PROVEN)
        .containsEntry(AccountAction.END_SESSIONS, State.PROVEN)
        .containsEntry(AccountAction.RESET_SECRET, State.PROVEN)
        .containsEntry(AccountAction.COPY_LOGS, State.CLAIMED)
        .containsEntry(AccountAction.CALL_HOLDER, State.ASKED);
    assertThat(steps(account).exchanges())
        .extracting(BlockingExchange::getRequest)
        .contains("disable dr.a", "GET dr.a")
        .noneMatch(said -> said.contains(entry.secret));
    assertThat(account.getPlace().getGroups()).containsExactly("imagerie", "vpn");
    assertThat(directory.connections).as("acts and look on connections of their own").isEqualTo(3);
  }

  @Test
  void aDirectoryThatSaysYesAndDoesNothingIsCaught() {
    directory.with("dr.lie", 0);
    directory.lies = true;
    CompromisedAccount account = blocked("dr.lie");
    assertThat(account.getState()).isEqualTo(AccountState.REOPENED);
    assertThat(states(account)).containsEntry(AccountAction.DISABLE, State.FAILED);
    assertThat(account.isDone()).isFalse();
    directory.lies = false;
    ask(account);
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
  }

  @Test
  void anAccountThatOpensAgainIsSeenWithinOneCycleAndToldOnce() {
    long officer = schema.person("REGIONAL_CISO", REGION, null);
    FakeDirectory.Entry entry = directory.with("dr.again", 0);
    CompromisedAccount account = blocked("dr.again");
    clock.pass(Duration.ofMinutes(59));
    round();
    assertThat(known(account).getWatch().getLookedAt()).isBefore(clock.instant());
    entry.open = true;
    clock.pass(Duration.ofMinutes(1));
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.REOPENED);
    clock.pass(Duration.ofHours(1));
    round();
    assertThat(mails(officer)).hasSize(1).first().asString().doesNotContain("dr.again");
    assertThat(pending()).contains("containment.pending.reopened");
    assertThat(desk().seenOpen()).contains(incident);
    entry.open = false;
    clock.pass(Duration.ofHours(1));
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
    assertThat(pending()).doesNotContain("containment.pending.reopened");
  }

  @Test
  void theTimesFromTheFirstSignalAreToldByRegion() {
    directory.with("dr.time", 0);
    clock.pass(Duration.ofMinutes(30));
    CompromisedAccount account = blocked("dr.time");
    assertThat(account.getProvenAt()).isEqualTo(clock.instant());
    Containment.Overview seen =
        node.read(TEAM, () -> node.get(Containment.class).overview(incident.getReference()));
    assertThat(seen.times().proven().longest()).hasValue(Duration.ofMinutes(90));
    assertThat(desk().figures())
        .singleElement()
        .satisfies(
            region -> {
              assertThat(region.regionCode()).isEqualTo(REGION);
              assertThat(region.done()).isPositive();
              assertThat(region.toClaimed()).isPresent();
              assertThat(region.toProven()).isPresent();
            });
  }

  @Test
  void aSessionThatComesBackIsSeenToo() {
    FakeDirectory.Entry entry = directory.with("dr.session", 1);
    CompromisedAccount account = blocked("dr.session");
    entry.sessions = 1;
    clock.pass(Duration.ofHours(1));
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.REOPENED);
  }

  @Test
  void aNodeThatDiesInTheMiddleSkipsNothingAndDoesNothingTwice() {
    FakeDirectory.Entry entry = directory.with("dr.killed", 1);
    CompromisedAccount account = listed("dr.killed");
    ask(account);
    directory.killsNext = true;
    assertThatThrownBy(this::round).isInstanceOf(FakeDirectory.Killed.class);
    round();
    assertThat(states(account)).as("held").containsEntry(AccountAction.DISABLE, State.RUNNING);
    clock.pass(Duration.ofMinutes(6));
    try (Node other = node()) {
      Machine.round(other);
    }
    assertThat(entry.changes).containsExactly("resetSecret", "disable", "endSessions");
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
  }

  @Test
  void aBusyDirectoryIsTriedAgainLaterAndLaterAndNotForEver() {
    directory.with("dr.busy", 0);
    CompromisedAccount account = listed("dr.busy");
    directory.failsNext(DirectoryFault.Kind.BUSY, BlockingStep.TRIES);
    ask(account);
    round();
    BlockingStep step = step(account, AccountAction.DISABLE);
    assertThat(step.getState()).isEqualTo(State.ASKED);
    assertThat(step.getFault()).isEqualTo(DirectoryFault.Kind.BUSY);
    assertThat(Duration.between(clock.instant(), step.getNextTryAt()))
        .isEqualTo(Duration.ofMinutes(1));
    clock.pass(Duration.ofMinutes(1));
    round();
    assertThat(step(account, AccountAction.DISABLE).getTries())
        .as("tried again when it says, not when the next look is due")
        .isEqualTo(2);
    for (int i = 2; i < BlockingStep.TRIES; i++) {
      clock.pass(Duration.ofHours(1));
      round();
    }
    assertThat(states(account)).containsEntry(AccountAction.DISABLE, State.FAILED);
    assertThat(known(account).getState()).isEqualTo(AccountState.SUSPECTED);
    assertThat(pending()).contains("containment.pending.failed");
    Long failed = step(account, AccountAction.DISABLE).getId();
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () -> node.get(Blocking.class).retry(incident.getReference(), failed));
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
  }

  @Test
  void aWrongPasswordOfTheConnectorIsAPersonsMatterAtOnce() {
    directory.with("dr.denied", 0);
    CompromisedAccount account = listed("dr.denied");
    directory.failsNext(DirectoryFault.Kind.BAD_CREDENTIALS, 2);
    ask(account);
    round();
    assertThat(step(account, AccountAction.DISABLE).getFault())
        .isEqualTo(DirectoryFault.Kind.BAD_CREDENTIALS);
    assertThat(states(account)).containsEntry(AccountAction.DISABLE, State.FAILED);
  }

  @Test
  void whenNobodyCanLookTheProofGrowsOldAndIsSaidTo() {
    directory.with("dr.old", 0);
    CompromisedAccount account = blocked("dr.old");
    directory.failsNext(DirectoryFault.Kind.UNREACHABLE, 1);
    clock.pass(Duration.ofHours(1));
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
    assertThat(known(account).getWatch().getLookFault()).isEqualTo(DirectoryFault.Kind.UNREACHABLE);
    assertThat(pending()).contains("containment.pending.unseen");
    clock.pass(Duration.ofMinutes(5));
    round();
    assertThat(known(account).getWatch().getLookFault()).isNull();
    assertThat(pending()).doesNotContain("containment.pending.unseen");
  }

  @Test
  void aBlockIsLiftedByTwoAndSeenToBe() {
    FakeDirectory.Entry entry = directory.with("dr.back", 0);
    CompromisedAccount account = blocked("dr.back");
    AccountLifting asked =
        act(
            TEAM,
            Permission.CONTAINMENT_ACT,
            () ->
                node.get(Lifting.class)
                    .ask(account.getId(), "Identité vérifiée", "Remis en main propre"));
    assertThatThrownBy(
            () ->
                act(
                    TEAM,
                    Permission.CONTAINMENT_APPROVE,
                    () ->
                        node.get(Lifting.class)
                            .approve(incident.getReference(), asked.getId(), asked.seen())))
        .hasMessage("containment.refused.own");
    act(
        SECOND,
        Permission.CONTAINMENT_APPROVE,
        () ->
            node.get(Lifting.class).approve(incident.getReference(), asked.getId(), asked.seen()));
    round();
    assertThat(entry.open).isTrue();
    assertThat(known(account).getState()).isEqualTo(AccountState.RESTORED);
    assertThat(known(account).isDone()).isTrue();
    clock.pass(Duration.ofDays(2));
    round();
    assertThat(known(account).getState()).as("no alarm").isEqualTo(AccountState.RESTORED);
  }

  @Test
  void aRecordOfAPersonOnAnAccountInADirectoryIsLookedAt() {
    FakeDirectory.Entry entry = directory.with("dr.hand", 0);
    CompromisedAccount account = listed("dr.hand");
    entry.open = false;
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(Blocking.class)
                .record(
                    account.getId(),
                    AccountAction.DISABLE,
                    new AccountStep.Recorded(clock.instant(), "Astreinte DSI", "", null)));
    assertThat(known(account).getState()).isEqualTo(AccountState.CLAIMED);
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
    assertThat(entry.changes).isEmpty();
  }

  @Test
  void nobodyElsesConnectionNorAccountIsReached() {
    directory.with("dr.far", 0);
    CompromisedAccount account = listed("dr.far");
    Caller stranger = Node.caller(7813, RowScope.region("84"));
    assertThatThrownBy(
            () ->
                act(
                    stranger,
                    Permission.DIRECTORY_EDIT,
                    () -> node.get(Directories.class).test(connection.getId())))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                act(
                    stranger,
                    Permission.CONTAINMENT_ACT,
                    () -> node.get(Blocking.class).lookNow(account.getId())))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aNewAddressAsksForTheSecretAgain() {
    ConnectionData moved =
        new ConnectionData(
            connection.getName(),
            "https://elsewhere.example",
            "essai",
            "vigie",
            "",
            connection.names(),
            "",
            "");
    assertThatThrownBy(
            () ->
                act(
                    TEAM,
                    Permission.DIRECTORY_EDIT,
                    () ->
                        node.get(Directories.class)
                            .change(connection.getId(), connection.seen(), moved, "")))
        .hasMessage("containment.refused.secretAgain");
  }

  @Test
  void candidatesAreTheOthersOfTheSameDomain() {
    directory.with("dr.b", 0);
    directory.with("dr.c", 0);
    CompromisedAccount account = listed("dr.b");
    AccountSearch.Answer answer =
        act(
            TEAM,
            Permission.CONTAINMENT_ACT,
            () ->
                node.get(AccountSearch.class)
                    .touchedWith(
                        account.getId(), clock.instant().minusSeconds(60), clock.instant()));
    assertThat(answer.found()).extracting(found -> found.uid()).containsExactly("dr.c");
  }

  private CompromisedAccount blocked(String uid) {
    CompromisedAccount account = listed(uid);
    ask(account);
    round();
    return known(account);
  }

  private CompromisedAccount listed(String uid) {
    List<AccountSearch.Answer> answers =
        act(
            TEAM,
            Permission.CONTAINMENT_ACT,
            () ->
                node.get(AccountSearch.class)
                    .find(incident.getReference(), AccountQuery.login(uid)));
    AccountSearch.Answer mine =
        answers.stream().filter(a -> a.connection().equals(connection)).findFirst().orElseThrow();
    assertThat(mine.found()).hasSize(1);
    directory.connections = 0;
    return act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(AccountSearch.class)
                .list(
                    incident.getReference(), connection.getId(), mine.found().get(0).uid(), null));
  }

  private void ask(CompromisedAccount account) {
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(Blocking.class)
                .block(
                    account.getId(),
                    new Blocking.Ask(Blocking.LogCopy.COPIED, "Coffre, 14 h", true)));
  }

  private void round() {
    Machine.round(node);
  }

  private CompromisedAccount known(CompromisedAccount account) {
    return node.read(TEAM, () -> node.get(ContainmentRepository.class).account(account.getId()));
  }

  private Blocking.Steps steps(CompromisedAccount account) {
    return node.read(TEAM, () -> node.get(Blocking.class).steps(account.getId()));
  }

  private BlockingStep step(CompromisedAccount account, AccountAction action) {
    return steps(account).steps().stream()
        .filter(step -> step.getAction() == action)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private Map<AccountAction, State> states(CompromisedAccount account) {
    return steps(account).steps().stream()
        .collect(
            Collectors.toMap(BlockingStep::getAction, BlockingStep::getState, (old, now) -> now));
  }

  private List<String> pending() {
    return node.read(
        TEAM,
        () ->
            node
                .get(BlockingAccounts.class)
                .pending(
                    node.get(fr.vigie.incident.IncidentRepository.class)
                        .get(incident.getReference()))
                .stream()
                .map(fr.vigie.incident.Workstream.Pending::key)
                .toList());
  }

  private Containment.AtDesk desk() {
    return node.read(TEAM, () -> node.get(Containment.class).atDesk());
  }

  private List<List<String>> mails(long person) {
    return schema.rows(
        "select subject, body from mail_outbox where recipient = ?", "p" + person + "@example.org");
  }

  private <T> T act(Caller who, Permission permission, Supplier<T> act) {
    return node.act(who, permission, act);
  }
}
