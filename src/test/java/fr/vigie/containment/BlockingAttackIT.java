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
import fr.vigie.incident.Vaults;
import fr.vigie.platform.Caller;
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
import org.junit.jupiter.api.io.TempDir;

/** A block asked for, done by a machine, seen, seen again; and what a directory may do instead. */
class BlockingAttackIT {
  private static final String REGION = "53";
  private static final Caller TEAM = Node.caller(7811, RowScope.region(REGION));
  private static final Caller SECOND = Node.caller(7812, RowScope.region(REGION));

  private final Schema schema = Schema.migrated();
  private final Ticking clock = new Ticking();
  private final FakeDirectory directory = new FakeDirectory(clock);
  private Node node;
  private DirectoryConnection connection;
  private Incident incident;

  @TempDir java.nio.file.Path disk;

  @BeforeEach
  void open() {
    node = node();
    Vaults.in(disk, node, 1_000);
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

  /** One person alone, with the failed step of an earlier lifting. */
  @Test
  void anOldLiftingThatFailedOpensNothingLater() {
    FakeDirectory.Entry entry = directory.with("dr.oldlift", 0);
    CompromisedAccount account = blocked("dr.oldlift");
    lift(account);
    directory.failsNext(DirectoryFault.Kind.NOT_ALLOWED, 1);
    round();
    Long failed = step(account, AccountAction.ENABLE).getId();
    assertThat(step(account, AccountAction.ENABLE).getState()).isEqualTo(State.FAILED);
    retry(failed);
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.RESTORED);
    clock.pass(Duration.ofDays(3));
    ask2(account);
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
    assertThatThrownBy(() -> retry(failed)).hasMessage("containment.refused.asked");
    round();
    assertThat(entry.open).isFalse();
  }

  @Test
  void aBlockSeenOpenIsNotTalkedAwayByOnePerson() {
    FakeDirectory.Entry entry = directory.with("dr.talk", 0);
    CompromisedAccount account = blocked("dr.talk");
    entry.open = true;
    clock.pass(Duration.ofHours(1));
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.REOPENED);
    recordState(account, AccountState.CLAIMED);
    assertThatThrownBy(() -> recordState(account, AccountState.CLEARED))
        .hasMessage("containment.refused.liftByTwo");
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.REOPENED);
  }

  @Test
  void aDocumentIsNoProofForAnAccountSeenOpen() {
    FakeDirectory.Entry entry = directory.with("dr.doc", 0);
    CompromisedAccount account = blocked("dr.doc");
    entry.open = true;
    clock.pass(Duration.ofHours(1));
    round();
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(Containment.class)
                .record(
                    account.getId(),
                    AccountState.BLOCKED,
                    new AccountStep.Recorded(
                        clock.instant(),
                        "moi",
                        "vu",
                        new AccountStep.Proof(
                            "p.txt", new java.io.ByteArrayInputStream("ok".getBytes())))));
    round();
    assertThat(known(account).isDone()).isFalse();
  }

  @Test
  void aDocumentForAnOpenAccountInADirectoryIsLookedAt() {
    directory.with("dr.doc2", 0);
    CompromisedAccount account = listed("dr.doc2");
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(Containment.class)
                .record(
                    account.getId(),
                    AccountState.BLOCKED,
                    new AccountStep.Recorded(
                        clock.instant(),
                        "moi",
                        "vu",
                        new AccountStep.Proof(
                            "p.txt", new java.io.ByteArrayInputStream("ok".getBytes())))));
    clock.pass(Duration.ofDays(3));
    round();
    assertThat(known(account).isDone()).isFalse();
  }

  @Test
  void twoAccountsOfOneLoginAreTwo() {
    FakeDirectory.Entry one = directory.with("uid-one", 0);
    FakeDirectory.Entry two = directory.with("uid-two", 0);
    one.login = "rené";
    two.login = "rene";
    CompromisedAccount first = listedUid("uid-one");
    CompromisedAccount second = listedUid("uid-two");
    assertThat(second.getId()).isNotEqualTo(first.getId());
  }

  @Test
  void aClearedAccountIsNotTouchedByWhatWasAskedBefore() {
    FakeDirectory.Entry entry = directory.with("dr.clear", 0);
    CompromisedAccount account = listed("dr.clear");
    ask(account);
    recordState(account, AccountState.CLEARED);
    act(TEAM, Permission.CONTAINMENT_ACT, () -> node.get(Blocking.class).lookNow(account.getId()));
    round();
    assertThat(entry.open).isTrue();
  }

  @Test
  void aLiftedAccountKeepsItsNewSecret() {
    FakeDirectory.Entry entry = directory.with("dr.late", 0);
    CompromisedAccount account = blocked("dr.late");
    entry.open = true;
    clock.pass(Duration.ofHours(1));
    round();
    directory.failsNext(DirectoryFault.Kind.BUSY, 1);
    ask(account);
    round();
    entry.open = false;
    lift(account);
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.RESTORED);
    entry.secret = "holders";
    clock.pass(Duration.ofHours(1));
    round();
    assertThat(entry.secret).isEqualTo("holders");
    assertThat(entry.open).isTrue();
  }

  @Test
  void aStepWhoseEndNobodyEverSeesIsAPersonsMatterSomeDay() {
    directory.with("dr.poison", 0);
    CompromisedAccount account = listed("dr.poison");
    directory.poison = true;
    ask(account);
    for (int i = 0; i < 20; i++) {
      round();
      clock.pass(Duration.ofHours(1));
    }
    assertThat(states(account)).containsEntry(AccountAction.DISABLE, State.FAILED);
    assertThat(pending()).contains("containment.pending.failed");
  }

  @Test
  void aStepThatIsBegunAgainAndAgainAndNeverSeenToEndIsGivenUp() {
    directory.with("dr.dies", 0);
    CompromisedAccount account = listed("dr.dies");
    ask(account);
    for (int i = 0; i < BlockingStep.TRIES; i++) {
      directory.kills = true;
      assertThatThrownBy(this::round).isInstanceOf(FakeDirectory.Killed.class);
      clock.pass(Duration.ofMinutes(6));
    }
    directory.kills = false;
    round();
    assertThat(states(account)).containsEntry(AccountAction.DISABLE, State.FAILED);
  }

  @Test
  void whatWasAskedBeforeTheCaseWasClosedGoesOnWhenItOpensAgain() {
    FakeDirectory.Entry entry = directory.with("dr.again", 0);
    CompromisedAccount account = listed("dr.again");
    ask(account);
    BlockingAccounts accounts = node.get(BlockingAccounts.class);
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () -> {
          accounts.closed(new fr.vigie.incident.IncidentClosed(incident));
          return null;
        });
    round();
    assertThat(entry.open).isTrue();
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () -> {
          accounts.reopened(new fr.vigie.incident.IncidentReopened(incident));
          return null;
        });
    round();
    assertThat(known(account).getState()).isEqualTo(AccountState.BLOCKED);
  }

  private void lift(CompromisedAccount account) {
    AccountLifting asked =
        act(
            TEAM,
            Permission.CONTAINMENT_ACT,
            () ->
                node.get(Lifting.class)
                    .ask(account.getId(), "Identité vérifiée", "Remis en main propre"));
    act(
        SECOND,
        Permission.CONTAINMENT_APPROVE,
        () ->
            node.get(Lifting.class).approve(incident.getReference(), asked.getId(), asked.seen()));
  }

  private void retry(Long id) {
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () -> node.get(Blocking.class).retry(incident.getReference(), id));
  }

  private void ask2(CompromisedAccount account) {
    recordState(account, AccountState.CONFIRMED);
    ask(account);
  }

  private void recordState(CompromisedAccount account, AccountState state) {
    act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(Containment.class)
                .record(
                    account.getId(),
                    state,
                    new AccountStep.Recorded(clock.instant(), "moi", "motif", null)));
  }

  private CompromisedAccount listedUid(String uid) {
    return act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(AccountSearch.class)
                .list(incident.getReference(), connection.getId(), uid, null));
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
