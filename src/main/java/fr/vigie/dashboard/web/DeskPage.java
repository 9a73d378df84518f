package fr.vigie.dashboard.web;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseTask;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Tasks;
import fr.vigie.platform.Page;
import fr.vigie.regime.OpenDeadline;
import fr.vigie.regime.RegimeTracks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** /index.xhtml, the desk: clocks at risk, my tasks, my cases. */
@Named
@RequestScoped
public class DeskPage {
  private static final int ROWS = 10;

  @Inject RegimeTracks tracks;
  @Inject CaseFile cases;
  @Inject Tasks tasks;

  private Page<OpenDeadline> clocks;
  private Page<Incident> open;
  private Page<CaseTask> mine;

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
