package fr.vigie.incident.web;

import fr.vigie.incident.AvailabilityLoss;
import fr.vigie.incident.ConfidentialityLoss;
import fr.vigie.incident.DataContext;
import fr.vigie.incident.EaseOfIdentification;
import fr.vigie.incident.IntegrityLoss;
import fr.vigie.incident.SeverityInputs;
import java.io.Serializable;

/** The answers of the severity method as they are chosen. */
public final class SeverityForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private DataContext context = DataContext.SIMPLE;
  private EaseOfIdentification identification = EaseOfIdentification.MAXIMUM;
  private ConfidentialityLoss confidentiality = ConfidentialityLoss.NONE;
  private IntegrityLoss integrity = IntegrityLoss.NONE;
  private AvailabilityLoss availability = AvailabilityLoss.NONE;
  private int adjustment;
  private boolean malicious;
  private boolean unintelligible;

  /** Starts from an earlier version. */
  void start(SeverityInputs inputs) {
    context = inputs.context();
    identification = inputs.identification();
    confidentiality = inputs.confidentiality();
    integrity = inputs.integrity();
    availability = inputs.availability();
    adjustment = inputs.adjustment();
    malicious = inputs.malicious();
    unintelligible = inputs.unintelligible();
  }

  SeverityInputs inputs() {
    return new SeverityInputs(
        context,
        adjustment,
        identification,
        confidentiality,
        integrity,
        availability,
        malicious,
        unintelligible);
  }

  public DataContext getContext() {
    return context;
  }

  public void setContext(DataContext context) {
    this.context = context;
  }

  public EaseOfIdentification getIdentification() {
    return identification;
  }

  public void setIdentification(EaseOfIdentification identification) {
    this.identification = identification;
  }

  public ConfidentialityLoss getConfidentiality() {
    return confidentiality;
  }

  public void setConfidentiality(ConfidentialityLoss confidentiality) {
    this.confidentiality = confidentiality;
  }

  public IntegrityLoss getIntegrity() {
    return integrity;
  }

  public void setIntegrity(IntegrityLoss integrity) {
    this.integrity = integrity;
  }

  public AvailabilityLoss getAvailability() {
    return availability;
  }

  public void setAvailability(AvailabilityLoss availability) {
    this.availability = availability;
  }

  public int getAdjustment() {
    return adjustment;
  }

  public void setAdjustment(int adjustment) {
    this.adjustment = adjustment;
  }

  public boolean isMalicious() {
    return malicious;
  }

  public void setMalicious(boolean malicious) {
    this.malicious = malicious;
  }

  public boolean isUnintelligible() {
    return unintelligible;
  }

  public void setUnintelligible(boolean unintelligible) {
    this.unintelligible = unintelligible;
  }
}
