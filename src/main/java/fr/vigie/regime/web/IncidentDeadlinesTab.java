package fr.vigie.regime.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Texts;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import fr.vigie.regime.Applicability;
import fr.vigie.regime.DeadlineMove;
import fr.vigie.regime.RegimeDeciding;
import fr.vigie.regime.RegimeTrack;
import fr.vigie.regime.RegimeTracks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/**
 * The tab of all clocks of a case. {@code clock} in the address opens one with its history and
 * acts.
 */
@Named
@RequestScoped
public class IncidentDeadlinesTab {
  @Inject RegimeTracks tracks;
  @Inject RegimeDeciding deciding;
  @Inject Messages messages;
  @Inject CurrentCaller caller;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "clock")
  Long clock;

  private List<Group> groups;
  private RegimeTrack chosen;
  private Applicability applicability;
  private String reason = "";
  private TimeInput at = new TimeInput("at");
  private String proof = "";
  private String lateReason = "";

  /**
   * The clocks of the case (no controller) or of one controller.
   *
   * @param controller its name; null for the case
   */
  public record Group(String controller, List<RegimeTrack> tracks) {}

  public List<Group> getGroups() {
    if (groups == null) {
      Map<String, List<RegimeTrack>> found = new LinkedHashMap<>();
      found.put("", new ArrayList<>());
      tracks.of(ref).stream()
          .sorted(
              Comparator.comparing(IncidentDeadlinesTab::controller)
                  .thenComparing(RegimeTrack::getRegime))
          .forEach(
              track ->
                  found.computeIfAbsent(controller(track), name -> new ArrayList<>()).add(track));
      groups =
          found.entrySet().stream()
              .filter(entry -> !entry.getValue().isEmpty())
              .map(entry -> new Group(entry.getKey(), entry.getValue()))
              .toList();
    }
    return groups;
  }

  private static String controller(RegimeTrack track) {
    Involvement part = track.getInvolvement();
    return part == null ? "" : part.getOrganisation().getName();
  }

  /** The clock that the address opens, if any. */
  public RegimeTrack getChosen() {
    if (chosen == null && clock != null) {
      chosen = tracks.get(clock);
      applicability = chosen.isUndetermined() ? null : chosen.getApplicability();
      reason = chosen.getDecidedBy() == null ? "" : chosen.getReason();
    }
    return chosen;
  }

  public List<DeadlineMove> getHistory() {
    return getChosen().getHistory();
  }

  /** What state the line shows: done, late, progress, open or none. */
  public String shape(RegimeTrack track) {
    return switch (track.getApplicability()) {
      case TO_DETERMINE -> "open";
      case DOES_NOT_APPLY -> "none";
      case APPLIES -> track.isSomewhereLate() ? "late" : track.isSatisfied() ? "done" : "progress";
    };
  }

  /** Whether the reader is the one who decides about this clock (BR-06). */
  public boolean isMine(RegimeTrack track) {
    return !track.isSatisfied() && track.isForDecisionBy(caller.get());
  }

  public String decide() {
    RegimeTrack decided = deciding.decide(clock, applicability, reason);
    messages.done("regime.done.decided", name(decided));
    return again();
  }

  public String note() {
    RegimeTrack done =
        deciding.done(clock, at.instant(getChosen().getIncident().zone()), proof, lateReason);
    messages.done("regime.done.done", name(done));
    return again();
  }

  private static String name(RegimeTrack track) {
    return Texts.in(Faces.getLocale()).text("regime.name." + track.getRegime().name());
  }

  private String again() {
    return "/incident/detail?faces-redirect=true&tab=deadlines&ref=" + ref;
  }

  public String getRef() {
    return ref;
  }

  public Long getClock() {
    return clock;
  }

  public Applicability getApplicability() {
    getChosen();
    return applicability;
  }

  public void setApplicability(Applicability applicability) {
    this.applicability = applicability;
  }

  public String getReason() {
    getChosen();
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public TimeInput getAt() {
    return at;
  }

  public String getProof() {
    return proof;
  }

  public void setProof(String proof) {
    this.proof = proof;
  }

  public String getLateReason() {
    return lateReason;
  }

  public void setLateReason(String lateReason) {
    this.lateReason = lateReason;
  }
}
