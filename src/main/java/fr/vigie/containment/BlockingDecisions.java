package fr.vigie.containment;

import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** What one person asked for and another decides: ends of blocks, blocks of many accounts. */
@ApplicationScoped
public class BlockingDecisions implements DecisionsForTwo {
  @Inject LiftingRepository liftings;
  @Inject RunRepository runs;

  @Override
  public List<AwaitedDecision> awaited() {
    return Stream.concat(
            liftings.toDecide().stream().map(BlockingDecisions::decision),
            runs.toDecide().stream().map(BlockingDecisions::decision))
        .toList();
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

  private static AwaitedDecision decision(BlockingRun run) {
    return new AwaitedDecision(
        "containment.decision.run",
        List.of(run.getAccounts()),
        run.getIncident().getReference(),
        run.getAskedById(),
        "/containment/run?id=" + run.getId(),
        "approve");
  }
}
