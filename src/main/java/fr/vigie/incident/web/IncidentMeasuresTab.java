package fr.vigie.incident.web;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Measure;
import fr.vigie.incident.Measures;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.omnifaces.cdi.Param;

/** The measures tab of the case page. */
@Named
@RequestScoped
public class IncidentMeasuresTab {
  @Inject Measures measures;
  @Inject CaseFile cases;
  @Inject Messages messages;
  @Inject Clock clock;

  @Inject @Param String ref;
  @Inject @Param Long measure;
  @Inject @Param String add;

  private Incident incident;
  private AudienceInput audience;
  private List<Measure> all;
  private Measure chosen;
  private Measure.Kind kind = Measure.Kind.TAKEN_AT_ONCE;
  private String description;
  private String owner;
  private LocalDate dueOn;
  private TimeInput doneAt;

  @PostConstruct
  void open() {
    incident = cases.get(ref);
    audience = AudienceInput.partsOf(cases.audiences(ref));
    doneAt = TimeInput.of("doneAt", clock.instant(), incident.zone());
    if (measure != null) {
      choose();
    }
  }

  private void choose() {
    chosen =
        getAll().stream()
            .filter(candidate -> candidate.getId().equals(measure))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("Measure", measure));
    kind = chosen.getKind();
    description = chosen.getDescription();
    owner = chosen.getOwner();
    dueOn = chosen.getDueOn();
  }

  public List<Measure> getAll() {
    if (all == null) {
      all = measures.list(ref);
    }
    return all;
  }

  public String save() {
    Measure.Content content =
        new Measure.Content(kind, description, Objects.toString(owner, ""), dueOn);
    if (chosen == null) {
      measures.add(ref, content, audience.audience());
    } else {
      measures.change(measure, content);
    }
    return told("incident.done.measureSaved");
  }

  public String done() {
    measures.done(measure, doneAt.instant(incident.zone()));
    return told("incident.done.measureSaved");
  }

  public String verify() {
    measures.verify(measure);
    return told("incident.done.measureVerified");
  }

  private String told(String key) {
    messages.done(key);
    return "/incident/detail.xhtml?faces-redirect=true&ref=" + ref + "&tab=measures";
  }

  public boolean isAdding() {
    return add != null;
  }

  public Measure.Kind[] getKinds() {
    return Measure.Kind.values();
  }

  public AudienceInput getAudience() {
    return audience;
  }

  public Incident getIncident() {
    return incident;
  }

  public Measure getChosen() {
    return chosen;
  }

  public Measure.Kind getKind() {
    return kind;
  }

  public void setKind(Measure.Kind kind) {
    this.kind = kind;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public TimeInput getDoneAt() {
    return doneAt;
  }
}
