package fr.vigie.incident;

import fr.vigie.identity.UserRepository;
import fr.vigie.platform.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was proposed for the controllers of a case and is the next thing for a second person. */
@ApplicationScoped
public class CaseProposals {
  @Inject IncidentRepository incidents;
  @Inject CaseDecisionRepository decisions;
  @Inject UserRepository users;

  /** A proposal of a kind, for a part, by somebody. */
  private record Proposal(
      String kind, Involvement part, long proposedBy, String anchor, Permission needed) {
    /** As what it settles does: a correction of what is settled stands in nobody's way. */
    private boolean blocks() {
      return part.isController()
          && (kind.equals("risk")
              ? part.getBreach() == Involvement.Breach.YES
              : part.getBreach() == Involvement.Breach.TO_DETERMINE);
    }

    Workstream.Pending pending(Map<Long, String> names) {
      return new Workstream.Pending(
              "incident.decision." + kind,
              List.of(part.getOrganisation().getName(), names.getOrDefault(proposedBy, "—")),
              "controllers",
              blocks(),
              part.getOrganisation())
          .at(part.getId(), anchor, needed)
          .notBy(proposedBy);
    }
  }

  List<Workstream.Pending> of(Incident incident) {
    List<Proposal> open = new ArrayList<>();
    decisions
        .proposed(incident)
        .forEach(
            awareness ->
                open.add(
                    new Proposal(
                        "awareness",
                        awareness.getInvolvement(),
                        awareness.getProposedBy(),
                        "awareness",
                        Permission.AWARENESS_APPROVE)));
    for (Involvement part : incidents.allInvolvements(incident)) {
      if (part.getRiskProposedBy() != null && part.getRiskDecidedBy() == null) {
        open.add(
            new Proposal("risk", part, part.getRiskProposedBy(), "risk", Permission.RISK_DECIDE));
      }
      if (part.isNoBreachWaiting()) {
        open.add(
            new Proposal(
                "noBreach",
                part,
                part.getBreachProposedBy(),
                "no-breach-proposal",
                Permission.RISK_DECIDE));
      }
    }
    Map<Long, String> names =
        users.names(open.stream().map(Proposal::proposedBy).distinct().toList());
    return open.stream().map(proposal -> proposal.pending(names)).toList();
  }
}
