package fr.vigie.incident.web;

import fr.vigie.audit.AuditEntry;
import fr.vigie.identity.People;
import fr.vigie.incident.Awareness;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseHistory;
import fr.vigie.incident.Incident;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/** The history tab: every act on the case, and every move of its awareness times. */
@Named
@RequestScoped
public class IncidentHistoryTab {
  @Inject CaseFile files;
  @Inject CaseHistory history;
  @Inject People people;

  @Inject
  @Param(name = "ref")
  String ref;

  private List<AuditEntry> acts;
  private List<Awareness> clocks;
  private Map<Long, String> names;

  public Incident getIncident() {
    return files.get(ref);
  }

  public List<AuditEntry> getActs() {
    if (acts == null) {
      acts = history.acts(ref);
    }
    return acts;
  }

  public List<Awareness> getClocks() {
    if (clocks == null) {
      clocks = history.clocks(ref);
    }
    return clocks;
  }

  public String name(Long user) {
    if (names == null) {
      names =
          people.names(
              getClocks().stream()
                  .flatMap(move -> Stream.of(move.getProposedBy(), move.getApprovedBy()))
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
    }
    return names.getOrDefault(user, "");
  }
}
