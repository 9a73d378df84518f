package fr.vigie.dashboard.web;

import fr.vigie.containment.Containment;
import fr.vigie.containment.RegionAccounts;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseTask;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Tasks;
import fr.vigie.platform.Page;
import fr.vigie.platform.web.Show;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Region;
import fr.vigie.regime.OpenDeadline;
import fr.vigie.regime.RegimeTracks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** /index.xhtml, the desk: clocks at risk, my tasks, my cases. */
@Named
@RequestScoped
public class DeskPage {
  private static final int ROWS = 10;
  private static final String TO_CLAIMED = "dashboard.accounts.toClaimed";
  private static final String TO_PROVEN = "dashboard.accounts.toProven";

  @Inject RegimeTracks tracks;
  @Inject CaseFile cases;
  @Inject Tasks tasks;
  @Inject Containment containment;
  @Inject Directory directory;
  @Inject Show show;

  private Containment.AtDesk accounts;
  private Page<OpenDeadline> clocks;
  private Page<Incident> open;
  private Page<CaseTask> mine;

  public Containment.AtDesk getAccounts() {
    if (accounts == null) {
      accounts = containment.atDesk();
    }
    return accounts;
  }

  public String region(String code) {
    return directory.regions().stream()
        .filter(region -> region.getCode().equals(code))
        .map(Region::getName)
        .findFirst()
        .orElse(code);
  }

  /** How far the accounts of a region are, and how long it took. */
  public String words(RegionAccounts of) {
    List<String> words = new ArrayList<>();
    words.add(show.text("dashboard.accounts.proven", of.done(), of.listed()));
    of.toClaimed().ifPresent(time -> words.add(show.text(TO_CLAIMED, show.length(time))));
    of.toProven().ifPresent(time -> words.add(show.text(TO_PROVEN, show.length(time))));
    return String.join(", ", words);
  }

  public Page<OpenDeadline> getClocks() {
    if (clocks == null) {
      clocks = tracks.atRisk(Page.Request.firstRows(ROWS));
    }
    return clocks;
  }

  public Page<Incident> getOpen() {
    if (open == null) {
      open = cases.find(IncidentRepository.Filter.OPEN, Page.Request.firstRows(ROWS));
    }
    return open;
  }

  public Page<CaseTask> getMine() {
    if (mine == null) {
      mine = tasks.mine(Page.Request.firstRows(ROWS));
    }
    return mine;
  }

  public List<CaseTask> getTasks() {
    return getMine().rows();
  }

  public List<Incident> getOpenCases() {
    return getOpen().rows();
  }

  public List<OpenDeadline> getNextClocks() {
    return getClocks().rows();
  }
}
