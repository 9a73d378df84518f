package fr.vigie.incident.web;

import fr.vigie.audit.AuditEntry;
import fr.vigie.identity.People;
import fr.vigie.incident.Awareness;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseHistory;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Page;
import fr.vigie.platform.UseCases;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/** The history tab: acts on the case by day, and every move of its awareness times. */
@Named
@RequestScoped
public class IncidentHistoryTab {
  private static final int SIZE = 50;

  @Inject CaseFile files;
  @Inject CaseHistory history;
  @Inject People people;
  @Inject UseCases useCases;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "kind")
  String kind;

  @Inject
  @Param(name = "first")
  String from;

  private Incident incident;
  private Page<AuditEntry> acts;
  private List<HistoryKind> kinds;
  private List<Awareness> clocks;
  private Map<Long, String> names;
  private Map<String, String> facts;

  /** The acts of one day in the region's zone; {@code at} is the newest. */
  public record Day(Instant at, List<AuditEntry> acts) {}

  public Incident getIncident() {
    if (incident == null) {
      incident = files.get(ref);
    }
    return incident;
  }

  private Page<AuditEntry> acts() {
    if (acts == null) {
      HistoryKind filter = getFilter();
      acts =
          history.acts(
              ref,
              filter == null ? Set.of() : filter.useCases(useCases),
              new Page.Request(getFirst(), SIZE, "", false));
    }
    return acts;
  }

  public List<Day> getDays() {
    ZoneId zone = getIncident().zone();
    return acts().rows().stream()
        .collect(
            Collectors.groupingBy(
                line -> line.getAt().atZone(zone).toLocalDate(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(lines -> new Day(lines.get(0).getAt(), lines))
        .toList();
  }

  public long getTotal() {
    return acts().total();
  }

  public int getSize() {
    return SIZE;
  }

  public int getFirst() {
    return from != null && from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0;
  }

  /** What there is to choose from in this case. */
  public List<HistoryKind> getKinds() {
    if (kinds == null) {
      Set<String> done = history.useCases(ref);
      kinds =
          Arrays.stream(HistoryKind.values())
              .filter(k -> k.useCases(useCases).stream().anyMatch(done::contains))
              .toList();
    }
    return kinds;
  }

  public HistoryKind getFilter() {
    return HistoryKind.read(kind);
  }

  public List<Awareness> getClocks() {
    if (clocks == null) {
      clocks = history.clocks(ref);
    }
    return clocks;
  }

  /** The name shown of who acted; the login only where nobody stands behind it any more. */
  public String who(AuditEntry line) {
    return line.getActorId() == Caller.SYSTEM.id()
        ? Caller.SYSTEM.displayName()
        : names().getOrDefault(line.getActorId(), line.getActor());
  }

  public String name(Long user) {
    return names().getOrDefault(user, "");
  }

  /** Names that stand in the facts of lines, by the fact's key and value. */
  public Map<String, String> getNamed() {
    if (facts == null) {
      facts = new HashMap<>();
      files
          .involvements(ref)
          .forEach(
              part ->
                  facts.put(
                      "controller " + part.getOrganisation().getId(),
                      part.getOrganisation().getName()));
    }
    return facts;
  }

  private Map<Long, String> names() {
    if (names == null) {
      Stream<Long> movers =
          getClocks().stream().flatMap(m -> Stream.of(m.getProposedBy(), m.getApprovedBy()));
      names =
          people.names(
              Stream.concat(movers, acts().rows().stream().map(AuditEntry::getActorId))
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
    }
    return names;
  }
}
