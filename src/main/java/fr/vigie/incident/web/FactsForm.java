package fr.vigie.incident.web;

import fr.vigie.incident.Answer;
import fr.vigie.incident.BreachCause;
import fr.vigie.incident.Facts;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.Pap;
import fr.vigie.incident.PatientImpact;
import fr.vigie.incident.Tlp;
import java.io.Serializable;
import java.time.ZoneId;

/** The facts of a case as they are typed. */
public final class FactsForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private final ZoneId zone;
  private String title;
  private String description;
  private IncidentCategory category;
  private BreachCause cause;
  private Tlp tlp;
  private Pap pap;
  private Answer personalData;
  private Answer confidentialityLost;
  private Answer integrityLost;
  private Answer availabilityLost;
  private PatientImpact patientImpact;
  private Answer ongoing;
  private final MomentInput occurredFrom;
  private final MomentInput occurredTo;
  private final MomentInput firstSignal;
  private final MomentInput processorAware;
  private final MomentInput attackKnown;

  FactsForm(Facts facts, ZoneId zone) {
    this.zone = zone;
    title = facts.title();
    description = facts.description();
    category = facts.category();
    cause = facts.cause();
    tlp = facts.tlp();
    pap = facts.pap();
    personalData = facts.personalData();
    confidentialityLost = facts.confidentialityLost();
    integrityLost = facts.integrityLost();
    availabilityLost = facts.availabilityLost();
    patientImpact = facts.patientImpact();
    ongoing = facts.ongoing();
    occurredFrom = MomentInput.of("occurredFrom", facts.occurredFrom(), zone);
    occurredTo = MomentInput.of("occurredTo", facts.occurredTo(), zone);
    firstSignal = MomentInput.of("firstSignal", facts.firstSignal(), zone);
    processorAware = MomentInput.of("processorAware", facts.processorAware(), zone);
    attackKnown = MomentInput.of("attackKnown", facts.attackKnown(), zone);
  }

  /** What was typed; times that cannot be read are refused at their fields. */
  Facts facts() {
    return new Facts(
        title == null ? "" : title,
        description,
        category,
        cause,
        tlp,
        pap,
        personalData,
        confidentialityLost,
        integrityLost,
        availabilityLost,
        patientImpact,
        occurredFrom.moment(zone),
        occurredTo.moment(zone),
        ongoing,
        firstSignal.moment(zone),
        processorAware.moment(zone),
        attackKnown.moment(zone));
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

  public IncidentCategory getCategory() {
    return category;
  }

  public void setCategory(IncidentCategory category) {
    this.category = category;
  }

  public BreachCause getCause() {
    return cause;
  }

  public void setCause(BreachCause cause) {
    this.cause = cause;
  }

  public Tlp getTlp() {
    return tlp;
  }

  public void setTlp(Tlp tlp) {
    this.tlp = tlp;
  }

  public Pap getPap() {
    return pap;
  }

  public void setPap(Pap pap) {
    this.pap = pap;
  }

  public Answer getPersonalData() {
    return personalData;
  }

  public void setPersonalData(Answer personalData) {
    this.personalData = personalData;
  }

  public Answer getConfidentialityLost() {
    return confidentialityLost;
  }

  public void setConfidentialityLost(Answer confidentialityLost) {
    this.confidentialityLost = confidentialityLost;
  }

  public Answer getIntegrityLost() {
    return integrityLost;
  }

  public void setIntegrityLost(Answer integrityLost) {
    this.integrityLost = integrityLost;
  }

  public Answer getAvailabilityLost() {
    return availabilityLost;
  }

  public void setAvailabilityLost(Answer availabilityLost) {
    this.availabilityLost = availabilityLost;
  }

  public PatientImpact getPatientImpact() {
    return patientImpact;
  }

  public void setPatientImpact(PatientImpact patientImpact) {
    this.patientImpact = patientImpact;
  }

  public Answer getOngoing() {
    return ongoing;
  }

  public void setOngoing(Answer ongoing) {
    this.ongoing = ongoing;
  }

  public MomentInput getOccurredFrom() {
    return occurredFrom;
  }

  public MomentInput getOccurredTo() {
    return occurredTo;
  }

  public MomentInput getFirstSignal() {
    return firstSignal;
  }

  public MomentInput getProcessorAware() {
    return processorAware;
  }

  public MomentInput getAttackKnown() {
    return attackKnown;
  }
}
