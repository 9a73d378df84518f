package fr.vigie.incident;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One organisation's part in a case. The legal unit is case × controller × regime (domain.md §0.2):
 * each controller has its own awareness (which alone starts the art. 33 clock), numbers, severity
 * and decisions. Awareness and the risk decision ask for four eyes (BR-11): what one person
 * proposes, another approves.
 */
@Entity
@Table(name = "involvement")
public class Involvement extends Persistent {
  private static final long serialVersionUID = 1L;

  /** What the organisation is for the data concerned. */
  public enum Role {
    CONTROLLER,
    JOINT_CONTROLLER,
    PROCESSOR
  }

  /** Whether this controller's data are breached. */
  public enum Breach {
    TO_DETERMINE,
    YES,
    NO
  }

  /** Art. 33 and 34 outcome (domain.md §1.1). */
  public enum Risk {
    TO_DECIDE,
    NONE,
    RISK,
    HIGH
  }

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @ManyToOne(optional = false)
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  @Enumerated(EnumType.STRING)
  private Role role;

  /** Joint controllers: who leads (pitfall 15). */
  @Column(name = "lead_party")
  private boolean leading;

  /** A processor may file in this controller's name (pitfall 14). */
  private boolean mandate;

  @Enumerated(EnumType.STRING)
  private Breach breach = Breach.TO_DETERMINE;

  @Column(name = "breach_reason")
  private String breachReason;

  /** Who proposed that these data are not breached; null when nobody did, or what came since. */
  @Column(name = "breach_proposed_by")
  private Long breachProposedBy;

  @Column(name = "breach_decided_by")
  private Long breachDecidedBy;

  @Column(name = "breach_decided_at")
  private Instant breachDecidedAt;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "informed"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "informed_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "informed_zone"))
  private Moment informed = Moment.notKnownYet();

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "aware"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "aware_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "aware_zone"))
  private Moment aware = Moment.notKnownYet();

  @Embedded
  @AttributeOverride(name = "min", column = @Column(name = "persons_min"))
  @AttributeOverride(name = "likely", column = @Column(name = "persons_likely"))
  @AttributeOverride(name = "max", column = @Column(name = "persons_max"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "persons_knowledge"))
  @AttributeOverride(name = "asOf", column = @Column(name = "persons_as_of"))
  private Count persons;

  @Embedded
  @AttributeOverride(name = "min", column = @Column(name = "records_min"))
  @AttributeOverride(name = "likely", column = @Column(name = "records_likely"))
  @AttributeOverride(name = "max", column = @Column(name = "records_max"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "records_knowledge"))
  @AttributeOverride(name = "asOf", column = @Column(name = "records_as_of"))
  private Count records;

  /** Codes of domain.md appendix B (DATA_CATEGORY), separated by blanks; empty is not known yet. */
  @Column(name = "data_categories")
  private String dataCategories = "";

  @Enumerated(EnumType.STRING)
  @Column(name = "severity_level")
  private SeverityLevel severityLevel;

  @Enumerated(EnumType.STRING)
  private Risk risk = Risk.TO_DECIDE;

  @Enumerated(EnumType.STRING)
  @Column(name = "risk_proposed")
  private Risk riskProposed;

  @Column(name = "risk_reason")
  private String riskReason;

  @Column(name = "risk_proposed_by")
  private Long riskProposedBy;

  @Column(name = "risk_decided_by")
  private Long riskDecidedBy;

  @Column(name = "risk_decided_at")
  private Instant riskDecidedAt;

  protected Involvement() {}

  Involvement(Incident incident, Organisation organisation, Role role, Instant now) {
    this.incident = incident;
    this.organisation = organisation;
    this.role = role;
    this.persons = Count.notKnownYet(now);
    this.records = Count.notKnownYet(now);
  }

  void play(Role newRole, boolean leads, boolean hasMandate) {
    incident.mustBeOpen();
    role = newRole;
    leading = leads && newRole == Role.JOINT_CONTROLLER;
    mandate = hasMandate && newRole != Role.PROCESSOR;
  }

  /** Proof of art. 33(2): when the processor told this controller. */
  void informed(Moment when, Instant now) {
    incident.mustBeOpen();
    TimesPolicy.notFuture("informed", when, now);
    informed = when;
  }

  /** Takes an approved awareness; {@link Awareness} holds the proposal and the history. */
  void becameAware(Moment when) {
    incident.mustBeOpen();
    aware = when;
    breach = Breach.YES;
    breachProposedBy = null;
  }

  /** That this controller's data are not breached, for a reason; another person approves. */
  void proposeNoBreach(String reason, long author) {
    incident.mustBeOpen();
    if (breach == Breach.NO) {
      throw RefusedException.at("reason", "incident.refused.noBreachAlready");
    }
    mustHaveNoRisk();
    breachReason = reason;
    breachProposedBy = author;
    breachDecidedBy = null;
    breachDecidedAt = null;
  }

  void approveNoBreach(long approver, Instant now) {
    incident.mustBeOpen();
    if (!isNoBreachWaiting()) {
      throw new RefusedException("incident.refused.nothingProposed");
    }
    if (breachProposedBy == approver) {
      throw new RefusedException("incident.refused.fourEyes");
    }
    mustHaveNoRisk();
    breach = Breach.NO;
    breachDecidedBy = approver;
    breachDecidedAt = now;
  }

  /**
   * Facts contradict "no breach": it is open again, and where an awareness was approved that
   * stands. The reason once given is kept.
   */
  public void breachFound() {
    incident.mustBeOpen();
    breach = aware.at().isPresent() ? Breach.YES : Breach.TO_DETERMINE;
    breachProposedBy = null;
    breachDecidedBy = null;
    breachDecidedAt = null;
  }

  public boolean isNoBreachWaiting() {
    return breachProposedBy != null && breachDecidedBy == null;
  }

  /** After two persons decided on a risk, "no risk" is proposed and approved instead (BR-11). */
  private void mustHaveNoRisk() {
    if (risk != Risk.TO_DECIDE) {
      throw RefusedException.at("reason", "incident.refused.riskDecided");
    }
  }

  void count(Count newPersons, Count newRecords, String categories) {
    incident.mustBeOpen();
    persons = newPersons;
    records = newRecords;
    dataCategories = categories;
  }

  /** Number of persons as the frozen scope gives it. */
  public void countPersons(Count counted) {
    incident.mustBeOpen();
    persons = counted;
  }

  void severity(SeverityLevel level) {
    severityLevel = level;
  }

  void proposeRisk(Risk wanted, String reason, long author) {
    incident.mustBeOpen();
    if (wanted == Risk.TO_DECIDE) {
      throw RefusedException.at("risk", "incident.refused.riskNeeded");
    }
    riskProposed = wanted;
    riskReason = reason;
    riskProposedBy = author;
    riskDecidedBy = null;
    riskDecidedAt = null;
    risk = Risk.TO_DECIDE;
  }

  void approveRisk(long approver, Instant now) {
    incident.mustBeOpen();
    if (riskProposed == null) {
      throw new RefusedException("incident.refused.nothingProposed");
    }
    if (riskProposedBy == approver) {
      throw new RefusedException("incident.refused.fourEyes");
    }
    risk = riskProposed;
    riskDecidedBy = approver;
    riskDecidedAt = now;
  }

  /** Nothing that two persons approved, or that waits for the second, rests on this part. */
  public boolean isUntouched() {
    return aware.at().isEmpty()
        && breach == Breach.TO_DETERMINE
        && !isNoBreachWaiting()
        && risk == Risk.TO_DECIDE
        && riskProposed == null;
  }

  void mustBeUntouched() {
    incident.mustBeOpen();
    if (!isUntouched()) {
      throw RefusedException.at("reason", "incident.refused.withdrawal.decided");
    }
  }

  /** The way from the first signal to awareness will have to be explained. */
  public boolean isLongInvestigation() {
    return TimesPolicy.isLongInvestigation(incident.getFirstSignal(), aware);
  }

  public boolean isController() {
    return role != Role.PROCESSOR;
  }

  public Optional<SeverityLevel> severity() {
    return Optional.ofNullable(severityLevel);
  }

  public Incident getIncident() {
    return incident;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public Role getRole() {
    return role;
  }

  public boolean isLeading() {
    return leading;
  }

  public boolean isMandate() {
    return mandate;
  }

  public Breach getBreach() {
    return breach;
  }

  public String getBreachReason() {
    return breachReason;
  }

  public Long getBreachProposedBy() {
    return breachProposedBy;
  }

  public Long getBreachDecidedBy() {
    return breachDecidedBy;
  }

  public Instant getBreachDecidedAt() {
    return breachDecidedAt;
  }

  public Moment getInformed() {
    return informed;
  }

  public Moment getAware() {
    return aware;
  }

  public Count getPersons() {
    return persons;
  }

  public Count getRecords() {
    return records;
  }

  public String getDataCategories() {
    return dataCategories;
  }

  public SeverityLevel getSeverityLevel() {
    return severityLevel;
  }

  public Risk getRisk() {
    return risk;
  }

  public Risk getRiskProposed() {
    return riskProposed;
  }

  public String getRiskReason() {
    return riskReason;
  }

  public Long getRiskProposedBy() {
    return riskProposedBy;
  }

  public Long getRiskDecidedBy() {
    return riskDecidedBy;
  }

  public Instant getRiskDecidedAt() {
    return riskDecidedAt;
  }
}
