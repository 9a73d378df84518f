package fr.vigie.incident.web;

import fr.vigie.incident.Answer;
import fr.vigie.incident.BreachCause;
import fr.vigie.incident.Facts;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.Moment;
import fr.vigie.incident.Pap;
import fr.vigie.incident.PatientImpact;
import fr.vigie.incident.Reporting;
import fr.vigie.incident.Tlp;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/** /incident/new.xhtml: five answers open a case. */
@Named
@ViewScoped
public class IncidentNewPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Reporting reporting;
  @Inject Messages messages;

  private List<Region> regions;
  private List<Organisation> leads;
  private final TimeInput firstSignal = new TimeInput("firstSignal");
  private String title;
  private String description;
  private String region;
  private Long lead;
  private IncidentCategory category = IncidentCategory.COMPROMISSION_COMPTE;

  @PostConstruct
  void begin() {
    Reporting.Choices choices = reporting.choices();
    regions = choices.regions();
    leads = choices.leads();
    region = regions.isEmpty() ? null : regions.get(0).getCode();
    lead = leads.isEmpty() ? null : leads.get(0).getId();
  }

  public String report() {
    Facts facts =
        new Facts(
            title,
            description,
            category,
            BreachCause.INCONNU,
            Tlp.AMBER_STRICT,
            Pap.AMBER,
            Answer.NOT_KNOWN_YET,
            Answer.NOT_KNOWN_YET,
            Answer.NOT_KNOWN_YET,
            Answer.NOT_KNOWN_YET,
            PatientImpact.NOT_KNOWN_YET,
            Moment.notKnownYet(),
            Moment.notKnownYet(),
            Answer.NOT_KNOWN_YET,
            Moment.known(firstSignal.instant(getZone()), getZone()),
            Moment.notKnownYet(),
            Moment.notKnownYet());
    Incident incident = reporting.report(region, lead, facts);
    messages.done("incident.new.done", incident.getReference());
    return "/incident/detail.xhtml?faces-redirect=true&new=1&ref=" + incident.getReference();
  }

  /** Times are typed in the zone of the region chosen. */
  public ZoneId getZone() {
    return regions.stream()
        .filter(known -> known.getCode().equals(region))
        .findFirst()
        .map(Region::zone)
        .orElse(null);
  }

  public List<Region> getRegions() {
    return regions;
  }

  public List<Organisation> getLeads() {
    return leads;
  }

  public TimeInput getFirstSignal() {
    return firstSignal;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public Long getLead() {
    return lead;
  }

  public void setLead(Long lead) {
    this.lead = lead;
  }

  public IncidentCategory getCategory() {
    return category;
  }

  public void setCategory(IncidentCategory category) {
    this.category = category;
  }
}
