package fr.vigie.investigation;

import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lists of persons that were proposed and wait to be frozen by somebody who imported nothing. */
@ApplicationScoped
public class ScopeDecisions implements DecisionsForTwo {
  @Inject ScopeRepository scopes;

  @Override
  public List<AwaitedDecision> awaited() {
    return scopes.toFreeze(MOST).stream().map(ScopeDecisions::decision).toList();
  }

  private static AwaitedDecision decision(ScopeVersion version) {
    String reference = version.getInvolvement().getIncident().getReference();
    return new AwaitedDecision(
        "investigation.decision.list",
        List.of(version.getInvolvement().getOrganisation().getName(), version.getNumber()),
        reference,
        version.getProposedBy(),
        "/incident/detail?ref="
            + reference
            + "&tab=scope&involvement="
            + version.getInvolvement().getId(),
        "approve");
  }
}
