package fr.vigie.regime;

import fr.vigie.platform.Acts;
import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import fr.vigie.platform.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Versions of rules of law that wait for an approval, and withdrawals of those to come. */
@ApplicationScoped
public class RuleDecisions implements DecisionsForTwo {
  @Inject RegimeRepository rules;
  @Inject Acts acts;
  @Inject Clock clock;

  @Override
  public List<AwaitedDecision> awaited() {
    if (!acts.caller().may(Permission.LAW_APPROVE)) {
      return List.of();
    }
    long caller = acts.caller().id();
    return rules.versions().stream()
        .flatMap(
            rule -> {
              if (rule.isProposed() && !rule.isProposedBy(caller)) {
                return Stream.of(decision("rule", rule, rule.getProposedBy(), "approval"));
              }
              boolean withdrawn =
                  rule.isWithdrawalWaiting()
                      && rule.isToCome(clock.instant())
                      && !rule.getWithdrawal().isProposedBy(caller);
              return withdrawn
                  ? Stream.of(
                      decision(
                          "withdrawal", rule, rule.getWithdrawal().getProposedBy(), "withdrawal"))
                  : Stream.empty();
            })
        .toList();
  }

  private static AwaitedDecision decision(
      String kind, RegimeRule rule, long proposedBy, String anchor) {
    return new AwaitedDecision(
        "regime.decision." + kind,
        List.of(new AwaitedDecision.Word("regime.name." + rule.getRegime()), rule.getValidFrom()),
        "",
        proposedBy,
        "/regime/rules?rule=" + rule.getId(),
        anchor);
  }
}
