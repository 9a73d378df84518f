package fr.vigie.incident.web;

import fr.vigie.incident.Controllers;
import fr.vigie.incident.DataCategory;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Moment;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** What may be done for one organisation of a case: each act is one form of its page. */
@Named
@ViewScoped
public class IncidentControllerActs implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Controllers controllers;
  @Inject IncidentControllerTab shown;
  @Inject Messages messages;
  @Inject Clock clock;

  private Long id;
  private String reference;
  private ZoneId zone;
  private Involvement.Role role;
  private boolean leading;
  private boolean mandate;
  private MomentInput informed;
  private final TimeInput aware = new TimeInput("aware");
  private String justification;
  private CountInput persons;
  private CountInput records;
  private List<String> dataCategories;
  private String breachReason;
  private Involvement.Risk risk;
  private String riskReason;
  private String withdrawalReason;
  private String seenProposal;
  private String seenPart;

  @PostConstruct
  void begin() {
    Involvement involvement = shown.getInvolvement();
    Incident incident = involvement.getIncident();
    id = involvement.getId();
    seenPart = involvement.seen();
    seenProposal = shown.getProposal() == null ? "" : shown.getProposal().seen();
    reference = incident.getReference();
    zone = incident.zone();
    role = involvement.getRole();
    leading = involvement.isLeading();
    mandate = involvement.isMandate();
    informed = MomentInput.of("informed", involvement.getInformed(), zone);
    persons = new CountInput("persons", involvement.getPersons());
    records = new CountInput("records", involvement.getRecords());
    String codes = involvement.getDataCategories();
    dataCategories = codes.isEmpty() ? List.of() : List.of(codes.split(" "));
  }

  public String play() {
    controllers.play(id, role, leading, mandate);
    return done("incident.controllers.saved");
  }

  public String inform() {
    controllers.informed(id, informed.moment(zone));
    return done("incident.controllers.saved");
  }

  public String proposeAwareness() {
    controllers.proposeAwareness(id, Moment.known(aware.instant(zone), zone), text(justification));
    return done("incident.aware.proposedDone");
  }

  public String approveAwareness() {
    controllers.approveAwareness(id, seenProposal);
    return done("incident.aware.approved");
  }

  public String count() {
    controllers.count(
        id,
        persons.count(clock.instant()),
        records.count(clock.instant()),
        String.join(" ", dataCategories));
    return done("incident.controllers.saved");
  }

  public String proposeNoBreach() {
    controllers.proposeNoBreach(id, text(breachReason));
    return done("incident.breach.done");
  }

  public String approveNoBreach() {
    controllers.approveNoBreach(id, seenPart);
    return done("incident.breach.approved");
  }

  public String proposeRisk() {
    controllers.proposeRisk(id, risk, text(riskReason));
    return done("incident.riskDecision.done");
  }

  public String approveRisk() {
    controllers.approveRisk(id, seenPart);
    return done("incident.riskDecision.approved");
  }

  public String withdraw() {
    String name = shown.getInvolvement().getOrganisation().getName();
    controllers.withdraw(id, text(withdrawalReason));
    messages.done("incident.controllers.withdrawn", name);
    return "/incident/detail.xhtml?faces-redirect=true&tab=controllers&ref=" + reference;
  }

  private String done(String key) {
    messages.done(key);
    return "/incident/detail.xhtml?faces-redirect=true&tab=controllers&ref="
        + reference
        + "&involvement="
        + id;
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  public DataCategory[] getAllDataCategories() {
    return DataCategory.values();
  }

  public Involvement.Role getRole() {
    return role;
  }

  public void setRole(Involvement.Role role) {
    this.role = role;
  }

  public boolean isLeading() {
    return leading;
  }

  public void setLeading(boolean leading) {
    this.leading = leading;
  }

  public boolean isMandate() {
    return mandate;
  }

  public void setMandate(boolean mandate) {
    this.mandate = mandate;
  }

  public MomentInput getInformed() {
    return informed;
  }

  public TimeInput getAware() {
    return aware;
  }

  public String getJustification() {
    return justification;
  }

  public void setJustification(String justification) {
    this.justification = justification;
  }

  public CountInput getPersons() {
    return persons;
  }

  public CountInput getRecords() {
    return records;
  }

  public List<String> getDataCategories() {
    return dataCategories;
  }

  public void setDataCategories(List<String> codes) {
    this.dataCategories = codes == null ? List.of() : codes;
  }

  public String getBreachReason() {
    return breachReason;
  }

  public void setBreachReason(String breachReason) {
    this.breachReason = breachReason;
  }

  public Involvement.Risk getRisk() {
    return risk;
  }

  public void setRisk(Involvement.Risk risk) {
    this.risk = risk;
  }

  public String getRiskReason() {
    return riskReason;
  }

  public void setRiskReason(String riskReason) {
    this.riskReason = riskReason;
  }

  public String getWithdrawalReason() {
    return withdrawalReason;
  }

  public void setWithdrawalReason(String withdrawalReason) {
    this.withdrawalReason = withdrawalReason;
  }
}
