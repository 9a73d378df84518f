package fr.vigie.declaration;

import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Declarations submitted for the signature of somebody who wrote nothing in them. */
@ApplicationScoped
public class DeclarationDecisions implements DecisionsForTwo {
  @Inject DeclarationRepository declarations;

  @Override
  public List<AwaitedDecision> awaited() {
    return declarations.toSign(MOST).stream().map(DeclarationDecisions::decision).toList();
  }

  private static AwaitedDecision decision(Declaration declaration) {
    String reference = declaration.getIncident().getReference();
    return new AwaitedDecision(
        "declaration.decision.sign",
        List.of(
            new AwaitedDecision.Word("declaration.kind." + declaration.getKind()),
            declaration.declarant() == null ? reference : declaration.declarant().getName()),
        reference,
        declaration.getSubmittedBy(),
        "/declaration/detail?id=" + declaration.getId(),
        "acts");
  }
}
