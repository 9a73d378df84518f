package fr.vigie.incident.web;

import fr.vigie.identity.People;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Facts;
import fr.vigie.incident.FactsMerge;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Moment;
import fr.vigie.incident.Qualification;
import fr.vigie.incident.Reporting;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/**
 * The summary tab: what is known, changing it without losing anything, qualifying or dismissing.
 */
@Named
@ViewScoped
public class IncidentSummaryTab implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject CaseFile files;
  @Inject Qualification qualification;
  @Inject Reporting reporting;
  @Inject People people;
  @Inject Messages messages;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "edit")
  String edit;

  @Inject
  @Param(name = "new")
  String fresh;

  private Incident incident;
  private Facts read;
  private int version;
  private FactsForm form;
  private List<FactsMerge.Difference> differences = List.of();
  private final TimeInput qualified = new TimeInput("qualified");
  private String qualificationReason;
  private String rejectionReason;

  @PostConstruct
  void begin() {
    incident = files.get(ref);
    start(incident.facts());
  }

  private void start(Facts shown) {
    version = incident.getVersion();
    read = incident.facts();
    form = new FactsForm(shown, incident.zone());
  }

  /** Saves, or shows what somebody else saved meanwhile beside what was typed. */
  public String save() {
    Facts typed = form.facts();
    Incident saved = files.get(ref);
    if (saved.getVersion() != version) {
      FactsMerge merge = FactsMerge.of(read, typed, saved.facts());
      incident = saved;
      start(merge.merged());
      if (!merge.differences().isEmpty()) {
        differences = merge.differences();
        return null;
      }
      typed = merge.merged();
    }
    qualification.describe(ref, version, typed);
    messages.done("incident.facts.saved");
    return here();
  }

  public String qualify() {
    Moment when = Moment.known(qualified.instant(incident.zone()), incident.zone());
    qualification.qualify(ref, when, text(qualificationReason));
    messages.done("incident.qualify.done");
    return here();
  }

  public String reject() {
    qualification.reject(ref, text(rejectionReason));
    messages.done("incident.reject.done");
    return here();
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  private String here() {
    return "/incident/detail.xhtml?faces-redirect=true&tab=summary&ref=" + ref;
  }

  public Incident getIncident() {
    return incident;
  }

  /** Who follows the case, or null. */
  public String getOwner() {
    Long owner = incident.getOwnerId();
    return owner == null ? null : people.names(List.of(owner)).get(owner);
  }

  /** Other cases of the same event, shown right after opening. */
  public List<Incident> getSimilar() {
    return fresh == null ? List.of() : reporting.similar(ref);
  }

  public boolean isEditing() {
    return edit != null && !incident.getState().isFinal();
  }

  /** The times of the case, in the order of events. */
  public Map<String, Moment> getTimes() {
    Map<String, Moment> times = new java.util.LinkedHashMap<>();
    times.put("occurredFrom", incident.getOccurredFrom());
    times.put("occurredTo", incident.getOccurredTo());
    times.put("firstSignal", incident.getFirstSignal());
    times.put("qualified", incident.getQualified());
    times.put("processorAware", incident.getProcessorAware());
    times.put("attackKnown", incident.getAttackKnown());
    return times;
  }

  public FactsForm getForm() {
    return form;
  }

  public List<FactsMerge.Difference> getDifferences() {
    return differences;
  }

  public TimeInput getQualified() {
    return qualified;
  }

  public String getQualificationReason() {
    return qualificationReason;
  }

  public void setQualificationReason(String reason) {
    qualificationReason = reason;
  }

  public String getRejectionReason() {
    return rejectionReason;
  }

  public void setRejectionReason(String reason) {
    rejectionReason = reason;
  }
}
