package fr.vigie.incident;

import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Awareness, risk and "no breach" of a controller, each proposed by one and approved by another.
 */
@ApplicationScoped
public class CaseDecisions implements DecisionsForTwo {
  @Inject CaseDecisionRepository decisions;

  @Override
  public List<AwaitedDecision> awaited() {
    Stream<AwaitedDecision> awareness =
        decisions.awareness().stream()
            .map(
                proposal ->
                    decision(
                        "awareness",
                        proposal.getInvolvement(),
                        proposal.getProposedBy(),
                        "awareness"));
    Stream<AwaitedDecision> risks =
        decisions.risks().stream()
            .map(part -> decision("risk", part, part.getRiskProposedBy(), "risk"));
    Stream<AwaitedDecision> noBreaches =
        decisions.noBreaches().stream()
            .map(
                part ->
                    decision("noBreach", part, part.getBreachProposedBy(), "no-breach-proposal"));
    return Stream.of(awareness, risks, noBreaches).flatMap(kind -> kind).toList();
  }

  private static AwaitedDecision decision(
      String kind, Involvement part, long proposedBy, String anchor) {
    String reference = part.getIncident().getReference();
    return new AwaitedDecision(
        "incident.decision." + kind,
        List.of(part.getOrganisation().getName()),
        reference,
        proposedBy,
        "/incident/detail?ref=" + reference + "&tab=controllers&involvement=" + part.getId(),
        anchor);
  }
}
