package fr.vigie.incident.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.identity.People;
import fr.vigie.incident.Awareness;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.SeverityAssessment;
import fr.vigie.incident.SeverityScoring;
import fr.vigie.platform.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** One organisation of a case as it stands; {@link IncidentControllerActs} changes it. */
@Named
@RequestScoped
public class IncidentControllerTab {
  @Inject CaseFile files;
  @Inject SeverityScoring severity;
  @Inject People people;
  @Inject CurrentCaller caller;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "involvement")
  Long id;

  private Involvement involvement;
  private List<Awareness> history;
  private Map<Long, String> names;

  public Involvement getInvolvement() {
    if (involvement == null) {
      involvement = files.involvement(id);
      if (!involvement.getIncident().getReference().equals(ref)) {
        throw new NotFoundException("Involvement", id);
      }
    }
    return involvement;
  }

  public Incident getIncident() {
    return getInvolvement().getIncident();
  }

  public boolean isOpen() {
    return !getIncident().getState().isFinal();
  }

  public List<Awareness> getHistory() {
    if (history == null) {
      history = files.awarenessHistory(getInvolvement().getId());
    }
    return history;
  }

  /** The proposal that waits for another person, or null. */
  public Awareness getProposal() {
    return getHistory().stream()
        .filter(awareness -> awareness.getState() == Awareness.State.PROPOSED)
        .findFirst()
        .orElse(null);
  }

  public boolean isOwnProposal() {
    return getProposal() != null && getProposal().getProposedBy() == caller.get().id();
  }

  public boolean isOwnRisk() {
    Long author = getInvolvement().getRiskProposedBy();
    return author != null && author == caller.get().id();
  }

  public boolean isOwnNoBreach() {
    Long author = getInvolvement().getBreachProposedBy();
    return author != null && author == caller.get().id();
  }

  public boolean isRiskWaiting() {
    return getInvolvement().getRiskProposed() != null
        && getInvolvement().getRisk() == Involvement.Risk.TO_DECIDE;
  }

  /** Names of the controllers in whose name a processor may notify; empty when none. */
  public String getMandates() {
    return files.involvements(ref).stream()
        .filter(part -> part.isController() && part.isMandate())
        .map(part -> part.getOrganisation().getName())
        .collect(Collectors.joining(", "));
  }

  /** More than a day from the first signal to the awareness: to be explained one day. */
  public boolean isLong() {
    return getInvolvement().isLongInvestigation();
  }

  /** The severity that counts, or null. */
  public SeverityAssessment getSeverity() {
    return severity.history(getInvolvement().getId()).stream().findFirst().orElse(null);
  }

  /** Who stands behind an id. */
  public String name(Long user) {
    if (names == null) {
      Set<Long> ids = new HashSet<>();
      for (Awareness awareness : getHistory()) {
        ids.add(awareness.getProposedBy());
        ids.add(awareness.getApprovedBy());
      }
      ids.add(getInvolvement().getRiskProposedBy());
      ids.add(getInvolvement().getRiskDecidedBy());
      ids.add(getInvolvement().getBreachProposedBy());
      ids.add(getInvolvement().getBreachDecidedBy());
      ids.remove(null);
      names = people.names(ids);
    }
    return names.getOrDefault(user, "");
  }
}
