package fr.vigie.containment;

import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Ends of blocks that one person asked for and another decides. */
@ApplicationScoped
public class BlockingDecisions implements DecisionsForTwo {
  @Inject LiftingRepository liftings;

  @Override
  public List<AwaitedDecision> awaited() {
    return liftings.toDecide().stream().map(BlockingDecisions::decision).toList();
  }

  private static AwaitedDecision decision(AccountLifting lifting) {
    CompromisedAccount account = lifting.getAccount();
    String reference = account.getIncident().getReference();
    return new AwaitedDecision(
        "containment.decision.lifting",
        List.of(account.getLogin()),
        reference,
        lifting.getAskedById(),
        "/incident/detail?ref=" + reference + "&tab=accounts&account=" + account.getId(),
        "lifting");
  }
}
