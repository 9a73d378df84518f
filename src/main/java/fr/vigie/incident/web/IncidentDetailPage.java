package fr.vigie.incident.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.identity.Role;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.web.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.MalformedURLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** /incident/detail.xhtml: the head of a case and the tab being read. */
@Named
@RequestScoped
public class IncidentDetailPage {
  private static final int MOST_PENDING = 6;
  private static final String NONE = "/WEB-INF/fragments/incident/none.xhtml";
  private static final String DEADLINES = "/WEB-INF/fragments/regime/incident-header.xhtml";
  private static final String URGENT = "/WEB-INF/fragments/regime/incident-urgent.xhtml";

  @Inject CaseFile files;
  @Inject CurrentCaller caller;
  @Inject Show show;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "tab")
  String tab;

  private CaseFile.Overview overview;

  public CaseFile.Overview getOverview() {
    if (overview == null) {
      overview = files.overview(ref);
    }
    return overview;
  }

  public Incident getIncident() {
    return getOverview().incident();
  }

  public List<Step> getSteps() {
    return List.of(Step.values());
  }

  public Workstream.Progress progress(Step step) {
    return getOverview().steps().get(step);
  }

  public List<Workstream.Pending> getPending() {
    return getOverview().pending().stream().limit(MOST_PENDING).toList();
  }

  public int getMorePending() {
    return Math.max(0, getOverview().pending().size() - MOST_PENDING);
  }

  /** Where something pending is done. */
  public String address(Workstream.Pending pending) {
    Long part = pending.place().part();
    return "/incident/detail?ref="
        + getIncident().getReference()
        + "&tab="
        + pending.tab()
        + (part == null ? "" : "&involvement=" + part);
  }

  /** The form for it; null when it is not the caller's to fill in. */
  public String anchor(Workstream.Pending pending) {
    return isMine(pending) ? pending.place().anchor() : null;
  }

  public boolean isMine(Workstream.Pending pending) {
    return pending.place().proposer() != caller.get().id()
        && (pending.place().needed() == null || caller.get().may(pending.place().needed()));
  }

  /** Whose it is, by their roles. */
  public String whose(Workstream.Pending pending) {
    if (pending.place().proposer() == caller.get().id()) {
      return show.text("common.decision.other");
    }
    return show.text(
        "incident.case.todo.whose",
        Role.holding(pending.place().needed()).stream()
            .map(role -> show.text("identity.role." + role))
            .collect(Collectors.joining(", ")));
  }

  /** The tabs that exist for this person. */
  public List<CaseTab> getTabs() {
    return Arrays.stream(CaseTab.values()).filter(this::isOpen).toList();
  }

  public CaseTab getTab() {
    return tab == null
        ? CaseTab.SUMMARY
        : getTabs().stream()
            .filter(known -> known.word().equals(tab))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("Tab", tab));
  }

  /** What to draw; asks for the case first, so that a stranger gets no page at all. */
  public String getFragment() {
    return getIncident() == null ? NONE : getTab().fragment();
  }

  public boolean isDeadlinesShown() {
    return isOpen(CaseTab.DEADLINES) && exists(DEADLINES);
  }

  public String getDeadlines() {
    return isDeadlinesShown() ? DEADLINES : NONE;
  }

  public String getUrgent() {
    return isDeadlinesShown() ? URGENT : NONE;
  }

  private boolean isOpen(CaseTab candidate) {
    return caller.get().may(candidate.permission()) && exists(candidate.fragment());
  }

  private static boolean exists(String path) {
    try {
      return FacesContext.getCurrentInstance().getExternalContext().getResource(path) != null;
    } catch (MalformedURLException e) {
      return false;
    }
  }
}
