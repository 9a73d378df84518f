package fr.vigie.identity;

import fr.vigie.platform.Acts;
import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import fr.vigie.platform.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sensitive roles that somebody asked for a third person. */
@ApplicationScoped
public class GrantDecisions implements DecisionsForTwo {
  @Inject GrantRepository grants;
  @Inject UserRepository users;
  @Inject Acts acts;

  @Override
  public List<AwaitedDecision> awaited() {
    if (!acts.caller().may(Permission.USER_GRANT_APPROVE)) {
      return List.of();
    }
    List<GrantProposal> open = grants.open();
    List<User> holders =
        open.isEmpty() ? List.of() : users.holders(Role.holding(Permission.USER_GRANT_APPROVE));
    return open.stream()
        .filter(proposal -> proposal.isDecidedBy(acts.caller().id(), holders))
        .limit(MOST)
        .map(
            proposal ->
                new AwaitedDecision(
                    "identity.decision.role",
                    List.of(
                        new AwaitedDecision.Word("identity.role." + proposal.getRole()),
                        proposal.getUser().getDisplayName()),
                    "",
                    proposal.getProposedBy(),
                    "/identity/grants",
                    "roles-waiting"))
        .toList();
  }
}
