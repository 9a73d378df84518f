package fr.vigie.incident.web;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.SeverityAssessment;
import fr.vigie.incident.SeverityInputs;
import fr.vigie.incident.SeverityScore;
import fr.vigie.incident.SeverityScoring;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.Param;

/** /incident/severity.xhtml: scoring one organisation, the result before it is kept. */
@Named
@ViewScoped
public class IncidentSeverityPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject CaseFile files;
  @Inject SeverityScoring scoring;
  @Inject Messages messages;
  @Inject Show show;

  @Inject
  @Param(name = "involvement")
  Long id;

  private Involvement involvement;
  private List<SeverityAssessment> history;
  private final SeverityForm form = new SeverityForm();
  private boolean shown;
  private boolean fresh;
  private String reasons;
  private String decision;

  @PostConstruct
  void begin() {
    involvement = files.involvement(id);
    history = scoring.history(id);
    shown = !history.isEmpty();
    history.stream().findFirst().map(SeverityAssessment::inputs).ifPresent(form::start);
  }

  /** The result of what is on the page, or null where the answers do not go together. */
  public SeverityScore getScore() {
    SeverityInputs inputs = form.inputs();
    return scoring.isPossible(inputs) ? scoring.preview(id, inputs) : null;
  }

  /** Shows the page again with the new result, which is read next. */
  public String preview() {
    shown = true;
    fresh = true;
    return null;
  }

  /** Nothing is said of what nobody answered yet. */
  public boolean isShown() {
    return shown;
  }

  /** The result was just asked for. */
  public boolean isFresh() {
    return fresh;
  }

  /** Close to a bound, as far as the page shows it. */
  public boolean isDecisionNeeded() {
    SeverityScore score = shown ? getScore() : null;
    return score != null && score.borderline();
  }

  public String keep() {
    shown = true;
    fresh = false;
    SeverityAssessment kept =
        scoring.score(id, form.inputs(), reasons == null ? "" : reasons, text(decision));
    messages.done("incident.score.done", show.text("incident.severity." + kept.getLevel()));
    return "/incident/detail.xhtml?faces-redirect=true&tab=controllers&ref="
        + involvement.getIncident().getReference()
        + "&involvement="
        + id;
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  public Involvement getInvolvement() {
    return involvement;
  }

  public List<SeverityAssessment> getHistory() {
    return history;
  }

  public SeverityForm getForm() {
    return form;
  }

  public String getReasons() {
    return reasons;
  }

  public void setReasons(String reasons) {
    this.reasons = reasons;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }
}
