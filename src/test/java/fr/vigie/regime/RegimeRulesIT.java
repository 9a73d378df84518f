package fr.vigie.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The law as data: one person proposes, another approves, and it never reaches back. */
class RegimeRulesIT {
  private static final Instant NOW = Instant.parse("2026-11-25T14:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final Caller ONE = Node.caller(7201, RowScope.EVERYWHERE);
  private static final Caller TWO = Node.caller(7202, RowScope.EVERYWHERE);

  private static Schema schema;
  private static Node node;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aVersionProposedByOneCountsOnceAnotherApprovedWhatTheyRead() {
    propose(TODAY.plusDays(20), 90);
    String seen = propose(TODAY.plusDays(20), 96).seen();
    RegimeRule proposal = waiting();
    assertThat(inForceOn(TODAY.plusDays(20))).as("proposed, counts nowhere").isEqualTo(72);
    assertRefused(() -> approve(ONE, proposal.getId(), seen), "regime.refused.fourEyes");
    assertRefused(() -> approve(TWO, proposal.getId(), "1.1"), "common.refused.changedMeanwhile");
    approve(TWO, proposal.getId(), seen);
    assertThat(inForceOn(TODAY.plusDays(19))).isEqualTo(72);
    assertThat(inForceOn(TODAY.plusDays(20))).isEqualTo(96);
    assertRefused(() -> propose(TODAY.plusDays(5), 48), "regime.refused.overlap");
  }

  @Test
  void aProposalIsRefusedForAReasonOrTakenBackAndIsThereNoMore() {
    RegimeRule wrong = propose(Regime.HDS, TODAY.plusDays(20), 90);
    String seen = wrong.seen();
    assertRefused(() -> refuse(wrong.getId(), seen, " "), "regime.refused.empty");
    assertRefused(() -> refuse(wrong.getId(), "1.1", "Faux"), "common.refused.changedMeanwhile");
    refuse(wrong.getId(), seen, "Chiffre faux");
    assertThat(proposed(Regime.HDS)).isZero();
    RegimeRule again = propose(Regime.HDS, TODAY.plusDays(20), 90);
    rules(ONE, Permission.LAW_PROPOSE, all -> all.retract(again.getId(), again.seen()));
    assertThat(proposed(Regime.HDS)).isZero();
    Long counts = approved(Regime.HDS, TODAY.plusDays(20), 48).getId();
    assertRefused(
        () -> refuse(counts, seen(counts), "Trop tard"), "regime.refused.nothingProposed");
  }

  private static void refuse(Long id, String seen, String reason) {
    rules(TWO, Permission.LAW_APPROVE, all -> all.refuse(id, seen, reason));
  }

  private static long proposed(Regime regime) {
    return rules(ONE, Permission.PARAMETER_READ, RegimeRules::all).stream()
        .filter(rule -> rule.isProposed() && rule.getRegime() == regime)
        .count();
  }

  @Test
  void noVersionIsProposedForDaysGoneBy() {
    assertRefused(() -> propose(TODAY.minusDays(1), 960), "regime.refused.past");
  }

  @Test
  void anApprovedVersionIsWithdrawnByTwoBeforeItBeginsAndTheOneItEndedRunsOn() {
    LocalDate first = TODAY.plusDays(30);
    Long id = approved(Regime.OSE, first, 10).getId();
    Long later = approved(Regime.OSE, first.plusDays(10), 12).getId();
    assertRefused(() -> proposeWithdrawal(id), "regime.refused.laterFirst");
    withdraw(later);
    assertThat(inForceOn(Regime.OSE, first.plusDays(20))).isEqualTo(10);
    String early = seen(id);
    assertRefused(() -> approveWithdrawal(TWO, id, early), "regime.refused.nothingWithdrawn");
    proposeWithdrawal(id);
    assertThat(inForceOn(Regime.OSE, first)).as("proposed, moves nothing").isEqualTo(10);
    String seen = seen(id);
    assertRefused(() -> approveWithdrawal(ONE, id, seen), "regime.refused.withdrawalFourEyes");
    assertRefused(() -> approveWithdrawal(TWO, id, early), "common.refused.changedMeanwhile");
    approveWithdrawal(TWO, id, seen);
    assertThat(inForceOn(Regime.OSE, first)).isEqualTo(4);
    assertRefused(() -> proposeWithdrawal(id), "regime.refused.notToCome");
    Long again = approved(Regime.OSE, first, 11).getId();
    assertThat(inForceOn(Regime.OSE, first)).isEqualTo(11);
    withdraw(again);
  }

  @Test
  void aVersionThatHasBegunSomewhereIsNeverWithdrawn() {
    Long today = approved(Regime.NIS2, TODAY, 10).getId();
    assertRefused(() -> proposeWithdrawal(today), "regime.refused.notToCome");
    Long tomorrow = approved(Regime.NIS2, TODAY.plusDays(1), 10).getId();
    assertRefused(() -> proposeWithdrawal(tomorrow), "regime.refused.notToCome");
    Long soon = approved(Regime.NIS2, TODAY.plusDays(2), 10).getId();
    proposeWithdrawal(soon);
    String seen = seen(soon);
    try (Node then = schema.node(Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC))) {
      assertRefused(
          () ->
              then.act(
                  TWO,
                  Permission.LAW_APPROVE,
                  () -> then.get(RegimeRules.class).approveWithdrawal(soon, seen)),
          "regime.refused.notToCome");
    }
  }

  private static RegimeRule approved(Regime regime, LocalDate from, int hours) {
    RegimeRule proposal = propose(regime, from, hours);
    approve(TWO, proposal.getId(), proposal.seen());
    return proposal;
  }

  private static void withdraw(Long id) {
    proposeWithdrawal(id);
    approveWithdrawal(TWO, id, seen(id));
  }

  private static void proposeWithdrawal(Long id) {
    rules(ONE, Permission.LAW_PROPOSE, all -> all.proposeWithdrawal(id, "Décret reporté"));
  }

  private static void approveWithdrawal(Caller caller, Long id, String seen) {
    rules(caller, Permission.LAW_APPROVE, all -> all.approveWithdrawal(id, seen));
  }

  private static String seen(Long id) {
    return node.read(ONE, () -> node.entities().find(RegimeRule.class, id).seen());
  }

  private static void assertRefused(Runnable act, String key) {
    assertThatThrownBy(act::run).isInstanceOf(RefusedException.class).hasMessage(key);
  }

  private static RegimeRule propose(LocalDate from, int hours) {
    return propose(Regime.RGPD_33, from, hours);
  }

  private static RegimeRule propose(Regime regime, LocalDate from, int hours) {
    RegimeStage stage =
        RegimeStage.timed("NOTIFICATION", DeadlineRule.legalHours(hours), CountedFrom.START_EVENT);
    return rules(
        ONE,
        Permission.LAW_PROPOSE,
        all ->
            all.propose(
                regime,
                new RegimeRule.Content(
                    from,
                    null,
                    regime != Regime.NIS2,
                    RegimeLevel.PER_CONTROLLER,
                    StartEvent.CONTROLLER_AWARE,
                    "CNIL",
                    "RGPD, art. 33",
                    List.of(stage))));
  }

  private static void approve(Caller caller, Long id, String seen) {
    rules(caller, Permission.LAW_APPROVE, all -> all.approve(id, seen));
  }

  private static RegimeRule waiting() {
    List<RegimeRule> all = rules(ONE, Permission.PARAMETER_READ, RegimeRules::all);
    List<RegimeRule> waiting = all.stream().filter(RegimeRule::isProposed).toList();
    assertThat(waiting).as("a new proposal replaces the one before").hasSize(1);
    return waiting.get(0);
  }

  private static int inForceOn(LocalDate day) {
    return inForceOn(Regime.RGPD_33, day);
  }

  private static int inForceOn(Regime regime, LocalDate day) {
    return node.read(
        ONE,
        () ->
            node.get(RegimeRepository.class)
                .rules()
                .validOn(regime, day)
                .orElseThrow()
                .stage(0)
                .getAmount());
  }

  private static <T> T rules(Caller caller, Permission permission, Function<RegimeRules, T> work) {
    return node.act(caller, permission, () -> work.apply(node.get(RegimeRules.class)));
  }
}
