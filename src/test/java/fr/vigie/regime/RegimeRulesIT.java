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
  void noVersionIsProposedForDaysGoneBy() {
    assertRefused(() -> propose(TODAY.minusDays(1), 960), "regime.refused.past");
  }

  private static void assertRefused(Runnable act, String key) {
    assertThatThrownBy(act::run).isInstanceOf(RefusedException.class).hasMessage(key);
  }

  private static RegimeRule propose(LocalDate from, int hours) {
    RegimeStage stage =
        RegimeStage.timed("NOTIFICATION", DeadlineRule.legalHours(hours), CountedFrom.START_EVENT);
    return rules(
        ONE,
        Permission.LAW_PROPOSE,
        all ->
            all.propose(
                Regime.RGPD_33,
                new RegimeRule.Content(
                    from,
                    null,
                    true,
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
    return node.read(
        ONE,
        () ->
            node.get(RegimeRepository.class)
                .rules()
                .validOn(Regime.RGPD_33, day)
                .orElseThrow()
                .stage(0)
                .getAmount());
  }

  private static <T> T rules(Caller caller, Permission permission, Function<RegimeRules, T> work) {
    return node.act(caller, permission, () -> work.apply(node.get(RegimeRules.class)));
  }
}
