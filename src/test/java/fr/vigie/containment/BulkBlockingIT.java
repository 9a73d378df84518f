package fr.vigie.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.containment.BlockingRun.State;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Race;
import fr.vigie.database.Schema;
import fr.vigie.database.Ticking;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many accounts at once: found, confirmed, blocked, paused, and a node that dies half-way. */
class BulkBlockingIT {
  private static final String REGION = "24";
  private static final Caller TEAM = Node.caller(7821, RowScope.region(REGION));
  private static final Caller SECOND = Node.caller(7822, RowScope.region(REGION));
  private static final Blocking.Ask ASK =
      new Blocking.Ask(Blocking.LogCopy.COPIED, "Coffre, 14 h", true);

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
        node.act(
            TEAM,
            Permission.DIRECTORY_EDIT,
            () ->
                node.get(Directories.class)
                    .add(REGION, null, DirectoryKind.KEYCLOAK, data(), "s3cret"));
  }

  /** Neither its accounts nor its runs nor its directory are other tests'. */
  @AfterEach
  void close() {
    schema.change(
        "update compromised_account set next_look_at = null where connection_id = ?",
        connection.getId());
    schema.change("update blocking_run set state = 'CANCELLED' where state <> 'DONE'");
    schema.change("update directory_connection set active = false where region_code = ?", REGION);
    node.close();
  }

  private Node node() {
    return Machine.node(schema, clock, directory);
  }

  private static ConnectionData data() {
    return new ConnectionData(
        "Annuaire " + Schema.id(),
        "https://directory.example",
        "essai",
        "vigie",
        "",
        AttributeNames.usual(DirectoryKind.KEYCLOAK),
        "",
        "");
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndChangesNothing() {
    directory.with("dr.open", 0);
    directory.with("dr.shut", 0).open = false;
    BlockingRun run = found("dr.open\ndr.shut\ndr.nobody\ndr.open\n\"dr.wrong\n");
    RunFigures figures = figures(run);
    assertThat(figures.counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                TargetResult.FOUND, 1L,
                TargetResult.CLOSED_ALREADY, 1L,
                TargetResult.NOT_FOUND, 1L,
                TargetResult.TWICE, 1L,
                TargetResult.WRONG, 1L));
    assertThat(figures.run().getState()).isEqualTo(State.FOUND);
    assertThat(figures.run().getAccounts()).isEqualTo(1);
    assertThat(directory.connections).as("one connection for the whole batch").isEqualTo(1);
    assertThat(directory.entry("dr.open").changes).isEmpty();
    assertThat(listed()).isZero();
    assertThat(pending()).contains("containment.pending.run");
  }

  @Test
  void manyAccountsAreBlockedAndProven() {
    BlockingRun run = found(list(200));
    assertThat(figures(run).run().getAccounts()).isEqualTo(200);
    askedByTwo(run);
    int rounds = untilDone(node, run);
    assertThat(figures(run).counts()).containsExactly(Map.entry(TargetResult.PROVEN, 200L));
    assertThat(rounds).as("at most 50 at once").isGreaterThanOrEqualTo(4);
    assertThat(changes()).allMatch(List.of("resetSecret", "disable", "endSessions")::equals);
    assertThat(pending()).doesNotContain("containment.pending.run");
  }

  @Test
  void aNodeThatDiesHalfWaySkipsNobodyAndDoesNobodyTwice() {
    BlockingRun run = found(list(120));
    askedByTwo(run);
    round(node);
    directory.killsNext = true;
    assertThatThrownBy(() -> round(node)).isInstanceOf(FakeDirectory.Killed.class);
    clock.pass(Duration.ofMinutes(6));
    try (Node other = node()) {
      untilDone(other, run);
    }
    assertThat(figures(run).counts()).containsExactly(Map.entry(TargetResult.PROVEN, 120L));
    assertThat(changes()).allMatch(List.of("resetSecret", "disable", "endSessions")::equals);
  }

  @Test
  void twoNodesAtOnceShareTheWorkAndDoNobodyTwice() throws Exception {
    BlockingRun run = prepared(list(150));
    try (Node other = node()) {
      bothUntilStill(other);
      assertThat(figures(run).counts()).containsExactly(Map.entry(TargetResult.FOUND, 150L));
      askedByTwo(run);
      bothUntilStill(other);
      untilDone(node, run);
    }
    assertThat(figures(run).counts()).containsExactly(Map.entry(TargetResult.PROVEN, 150L));
    assertThat(changes()).allMatch(List.of("resetSecret", "disable", "endSessions")::equals);
  }

  private void bothUntilStill(Node other) throws Exception {
    Race.of(
        Stream.of(node, other)
            .<java.util.concurrent.Callable<Boolean>>map(
                on ->
                    () -> {
                      untilStill(on);
                      return true;
                    })
            .toList());
    untilStill(node); // what the one left to the other when it ended first
  }

  @Test
  void aNodeThatDiesWhileItLooksLeavesItsLinesToAnother() {
    BlockingRun run = prepared(list(60));
    FindingJob lost = system(node, () -> node.get(RunQueue.class).claim()).orElseThrow();
    turns(node);
    assertThat(figures(run).count(TargetResult.TO_FIND)).isEqualTo(lost.wanted().size());
    clock.pass(Duration.ofMinutes(6));
    try (Node other = node()) {
      turns(other);
    }
    assertThat(figures(run).counts()).containsExactly(Map.entry(TargetResult.FOUND, 60L));
    system(
        node,
        () -> {
          node.get(RunQueue.class).found(lost, node.get(RunSearch.class).run(lost));
          return null;
        });
    assertThat(figures(run).counts())
        .as("late")
        .containsExactly(Map.entry(TargetResult.FOUND, 60L));
  }

  @Test
  void aPauseTakesEffectAfterTheFewThatAreUnderway() {
    BlockingRun run = found(list(130));
    askedByTwo(run);
    turns(node);
    act(run, b -> b.pause(run.getId()));
    untilStill(node);
    assertThat(figures(run).count(TargetResult.PROVEN)).isEqualTo(RunQueue.AT_ONCE);
    assertThat(figures(run).count(TargetResult.FOUND)).isEqualTo(130 - RunQueue.AT_ONCE);
    act(run, b -> b.resume(run.getId()));
    untilDone(node, run);
    assertThat(figures(run).counts()).containsExactly(Map.entry(TargetResult.PROVEN, 130L));
  }

  @Test
  void whatIsCancelledIsNotAskedForAndWhatIsDoneStays() {
    BlockingRun run = found(list(70));
    askedByTwo(run);
    turns(node);
    act(run, b -> b.cancel(run.getId()));
    untilStill(node);
    assertThat(figures(run).count(TargetResult.PROVEN)).isEqualTo(RunQueue.AT_ONCE);
    assertThat(figures(run).count(TargetResult.FOUND)).isEqualTo(20);
    assertThat(figures(run).run().getState()).isEqualTo(State.CANCELLED);
  }

  @Test
  void aboveTheThresholdAnotherPersonApprovesWhatTheyRead() {
    BlockingRun run = found(list(21));
    BlockingRun asked = ask(run, seen(run));
    assertThat(asked.getState()).isEqualTo(State.WAITING);
    turns(node);
    assertThat(listed()).isZero();
    assertThat(decisions(TEAM)).doesNotContain("/containment/run?id=" + run.getId());
    assertThat(decisions(SECOND)).contains("/containment/run?id=" + run.getId());
    assertThatThrownBy(() -> approve(TEAM, run, seen(run))).hasMessage("containment.refused.own");
    assertThatThrownBy(() -> approve(SECOND, run, "1.1"))
        .hasMessage("common.refused.changedMeanwhile");
    node.act(
        SECOND,
        Permission.CONTAINMENT_APPROVE,
        () -> node.get(BulkBlocking.class).refuse(run.getId(), "Pas le service de garde"));
    assertThat(figures(run).run().getState()).isEqualTo(State.FOUND);
    askedByTwo(run);
    untilDone(node, run);
    assertThat(figures(run).count(TargetResult.PROVEN)).isEqualTo(21);
  }

  @Test
  void aListCutInPiecesStillNeedsAnother() {
    BlockingRun first = found(list(15));
    assertThat(ask(first, seen(first)).getState()).isEqualTo(State.RUNNING);
    untilDone(node, first);
    BlockingRun second = found(more(15, 10));
    assertThat(ask(second, seen(second)).getState()).isEqualTo(State.WAITING);
  }

  @Test
  void whatWillNotBeDoneByHandIsSaidOnceForAllAccounts() {
    BlockingRun run = found(list(3));
    ask(run, seen(run));
    untilDone(node, run);
    Map<AccountAction, Long> waiting =
        node.read(TEAM, () -> node.get(BulkBlocking.class).byHand(run.getId()));
    assertThat(waiting).containsEntry(AccountAction.REMOVE_KEYS, 3L);
    node.act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () ->
            node.get(BulkBlocking.class)
                .setAside(run.getId(), AccountAction.REMOVE_KEYS, "Aucune clé n’existe ici"));
    assertThat(node.read(TEAM, () -> node.get(BulkBlocking.class).byHand(run.getId())))
        .doesNotContainKey(AccountAction.REMOVE_KEYS)
        .containsKey(AccountAction.CALL_HOLDER);
  }

  @Test
  void oneIsEnoughForAFewAndTheNumberIsTheOneThatWasRead() {
    BlockingRun run = found(list(20) + "dr.shut\n");
    String before = seen(run);
    List<Long> two = ids(run, TargetResult.FOUND).subList(0, 2);
    act(run, b -> b.leaveOut(run.getId(), two));
    assertThat(figures(run).run().getAccounts()).isEqualTo(18);
    assertThatThrownBy(() -> ask(run, before)).hasMessage("common.refused.changedMeanwhile");
    act(run, b -> b.takeIn(run.getId(), two.subList(0, 1)));
    BlockingRun asked = ask(run, seen(run));
    assertThat(asked.getState()).isEqualTo(State.RUNNING);
    untilDone(node, run);
    assertThat(figures(run).count(TargetResult.PROVEN)).isEqualTo(19);
    assertThat(figures(run).count(TargetResult.LEFT_OUT)).isEqualTo(1);
  }

  @Test
  void twoAccountsOfOneLoginAreBothBlocked() {
    FakeDirectory.Entry one = directory.with("rene", 0);
    FakeDirectory.Entry two = directory.with("rené", 0);
    BlockingRun run = found("rene\nrené");
    ask(run, seen(run));
    untilDone(node, run);
    assertThat(figures(run).count(TargetResult.PROVEN)).isEqualTo(2);
    assertThat(one.open || two.open).as("proven, and open").isFalse();
  }

  @Test
  void aDirectoryThatDoesNotAnswerIsAskedAgainForTheLinesItOwes() {
    directory.with("dr.late", 0);
    directory.failsNext(DirectoryFault.Kind.UNREACHABLE, 1);
    BlockingRun run = found("dr.late\ndr.nobody\n");
    assertThat(figures(run).count(TargetResult.UNANSWERED)).isEqualTo(2);
    act(run, b -> b.findAgain(run.getId()));
    turns(node);
    assertThat(figures(run).counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(TargetResult.FOUND, 1L, TargetResult.NOT_FOUND, 1L));
  }

  @Test
  void anAccountThatCannotBeListedIsToldAndHoldsUpNoOther() {
    directory.with("dr.long", 0).login = "l".repeat(CompromisedAccount.LOGIN_MAX + 1);
    directory.with("dr.well", 0);
    BlockingRun run = found("dr.long\ndr.well\n");
    assertThat(figures(run).count(TargetResult.WRONG)).isEqualTo(1);
    ask(run, seen(run));
    untilDone(node, run);
    assertThat(figures(run).count(TargetResult.PROVEN)).isEqualTo(1);
  }

  @Test
  void whatFailsIsToldAndWhatIsClearedIsLeftOut() {
    directory.with("dr.denied", 0);
    directory.with("dr.lie", 0);
    BlockingRun run = found("dr.denied\n");
    ask(run, seen(run));
    directory.failsNext(DirectoryFault.Kind.BAD_CREDENTIALS, 2);
    untilDone(node, run);
    assertThat(figures(run).counts()).containsExactly(Map.entry(TargetResult.FAILED, 1L));
    assertThat(ids(run, TargetResult.FAILED)).hasSize(1);
    assertThat(ids(run, TargetResult.UNDERWAY)).isEmpty();
    directory.lies = true;
    BlockingRun other = found("dr.lie\n");
    ask(other, seen(other));
    untilDone(node, other);
    assertThat(figures(other).counts()).containsExactly(Map.entry(TargetResult.SEEN_OPEN, 1L));
    schema.change(
        "update compromised_account set state = 'CLEARED' where connection_id = ?",
        connection.getId());
    assertThat(figures(other).counts()).containsExactly(Map.entry(TargetResult.SETTLED, 1L));
    BlockingRun again = found("dr.lie\n");
    ask(again, seen(again));
    untilDone(node, again);
    assertThat(figures(again).counts()).containsExactly(Map.entry(TargetResult.LEFT_OUT, 1L));
  }

  @Test
  void anotherRegionAndAPartOfTheCaseFindNothing() {
    directory.with("dr.far", 0);
    BlockingRun run = found("dr.far\n");
    Caller stranger = Node.caller(7823, RowScope.region("84"));
    assertThatThrownBy(
            () -> node.read(stranger, () -> node.get(BulkBlocking.class).run(run.getId())))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                node.act(
                    stranger,
                    Permission.CONTAINMENT_ACT,
                    () -> node.get(BulkBlocking.class).cancel(run.getId())))
        .isInstanceOf(NotFoundException.class);
    long organisation = schema.organisation(REGION);
    Cases.involved(node, TEAM, incident, organisation);
    Caller part = Node.caller(7824, RowScope.organisation(organisation));
    assertThatThrownBy(() -> node.read(part, () -> node.get(BulkBlocking.class).run(run.getId())))
        .isInstanceOf(NotFoundException.class);
    assertThat(node.read(part, () -> node.get(BulkBlocking.class).runs(incident.getReference())))
        .isEmpty();
    assertThatThrownBy(
            () ->
                node.act(
                    part,
                    Permission.CONTAINMENT_ACT,
                    () -> node.get(BulkBlocking.class).prepare(incident.getReference(), "dr.far")))
        .hasMessage("containment.refused.runPart");
    Incident elsewhere = Cases.qualified(node, stranger, "84", clock.instant().minusSeconds(60));
    assertThatThrownBy(
            () ->
                node.act(
                    stranger,
                    Permission.CONTAINMENT_ACT,
                    () -> node.get(BulkBlocking.class).prepare(elsewhere.getReference(), "dr.far")))
        .as("the directory of this region is not asked for a case of another")
        .hasMessage("containment.refused.noDirectory");
  }

  private String list(int accounts) {
    return more(0, accounts);
  }

  private String more(int from, int accounts) {
    return IntStream.range(from, from + accounts)
        .mapToObj(i -> "u%04d".formatted(i))
        .peek(uid -> directory.with(uid, 1))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Stream<List<String>> changes() {
    return directory.entries().stream().map(entry -> entry.changes);
  }

  private BlockingRun prepared(String list) {
    return node.act(
        TEAM,
        Permission.CONTAINMENT_ACT,
        () -> node.get(BulkBlocking.class).prepare(incident.getReference(), list));
  }

  private BlockingRun found(String list) {
    directory.connections = 0;
    BlockingRun run = prepared(list);
    turns(node);
    return run;
  }

  private void askedByTwo(BlockingRun run) {
    ask(run, seen(run));
    approve(SECOND, run, seen(run));
  }

  private BlockingRun ask(BlockingRun run, String seen) {
    return act(run, b -> b.ask(run.getId(), seen, ASK));
  }

  private void approve(Caller who, BlockingRun run, String seen) {
    node.act(
        who,
        Permission.CONTAINMENT_APPROVE,
        () -> node.get(BulkBlocking.class).approve(run.getId(), seen));
  }

  private BlockingRun act(BlockingRun run, Function<BulkBlocking, BlockingRun> act) {
    return node.act(
        TEAM, Permission.CONTAINMENT_ACT, () -> act.apply(node.get(BulkBlocking.class)));
  }

  private String seen(BlockingRun run) {
    return figures(run).run().seen();
  }

  private RunFigures figures(BlockingRun run) {
    return node.read(TEAM, () -> node.get(BulkBlocking.class).run(run.getId()));
  }

  private List<Long> ids(BlockingRun run, TargetResult result) {
    return node.read(
        TEAM,
        () ->
            node
                .get(BulkBlocking.class)
                .targets(run.getId(), result, Page.Request.firstRows(200))
                .rows()
                .stream()
                .map(row -> row.target().getId())
                .toList());
  }

  private int listed() {
    return node.read(TEAM, () -> node.get(Containment.class).overview(incident.getReference()))
        .accounts()
        .size();
  }

  private List<String> pending() {
    return node.read(
        TEAM,
        () ->
            node
                .get(BlockingAccounts.class)
                .pending(node.get(IncidentRepository.class).get(incident.getReference()))
                .stream()
                .map(Workstream.Pending::key)
                .toList());
  }

  private List<String> decisions(Caller who) {
    return node.read(
        who,
        () ->
            node.get(BlockingDecisions.class).awaited().stream()
                .map(decision -> decision.page())
                .toList());
  }

  private static <T> T system(Node on, java.util.function.Supplier<T> work) {
    return on.act(Caller.SYSTEM, Permission.SYSTEM, work);
  }

  /** As {@link RunRound} does, with the gate that a server has. */
  private static boolean turn(Node on) {
    RunQueue queue = on.get(RunQueue.class);
    boolean done = false;
    if (on.read(Caller.SYSTEM, queue::hasToFind)) {
      var job = system(on, queue::claim);
      if (job.isPresent()) {
        var said = on.get(RunSearch.class).run(job.get());
        system(
            on,
            () -> {
              queue.found(job.get(), said);
              return null;
            });
        done = true;
      }
    }
    for (Long run : on.read(Caller.SYSTEM, queue::toAdvance)) {
      done |= system(on, () -> queue.advance(run));
    }
    return done;
  }

  private static void turns(Node on) {
    boolean more = turn(on);
    while (more) {
      more = turn(on);
    }
  }

  /** A turn at runs, then at accounts; tells whether anything was left to do. */
  private static boolean round(Node on) {
    boolean more = turn(on);
    BlockingQueue queue = on.get(BlockingQueue.class);
    BlockingWork work = on.get(BlockingWork.class);
    List<BlockingQueue.Claimed> taken = new ArrayList<>(system(on, () -> queue.claim(50)));
    for (BlockingQueue.Claimed claimed : taken) {
      system(on, () -> queue.begin(claimed, Set.of(), Duration.ZERO))
          .ifPresent(
              job -> {
                BlockingJob.Result result = work.run(job);
                system(
                    on,
                    () -> {
                      queue.end(job, result);
                      return null;
                    });
              });
    }
    return more || !taken.isEmpty();
  }

  private static void untilStill(Node on) {
    boolean more = round(on);
    while (more) {
      more = round(on);
    }
  }

  private int untilDone(Node on, BlockingRun run) {
    int rounds = 0;
    while (figures(run).run().getState() != State.DONE) {
      assertThat(round(on)).as("something moves").isTrue();
      rounds++;
    }
    return rounds;
  }
}
