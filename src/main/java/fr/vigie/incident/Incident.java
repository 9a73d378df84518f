package fr.vigie.incident;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A case of one region, from the first alert to its closing. Reported with very little; every other
 * fact is "not known yet" until somebody knows. Its state is derived from the workstreams
 * (domain.md §5.2). Its times stand in {@link CaseTimes}; what concerns one controller stands in
 * {@link Involvement}. A closed case can be reopened.
 */
@Entity
@Table(name = "incident")
public class Incident extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int TITLE_MAX = 160;
  public static final int DESCRIPTION_MAX = 8_000;
  public static final int REASON_MAX = 2_000;

  private String reference;

  @ManyToOne(optional = false)
  @JoinColumn(name = "region_code")
  private Region region;

  /** For queries alone: sorting by the region's own code would read the regions first. */
  @Column(name = "region_code", insertable = false, updatable = false)
  private String regionCode;

  /** Who runs the case; sees all of it. */
  @ManyToOne
  @JoinColumn(name = "lead_organisation_id")
  private Organisation lead;

  private String title;
  private String description;

  @Enumerated(EnumType.STRING)
  private IncidentCategory category;

  @Enumerated(EnumType.STRING)
  private BreachCause cause = BreachCause.INCONNU;

  @Enumerated(EnumType.STRING)
  private CaseState state = CaseState.OPEN;

  @Enumerated(EnumType.STRING)
  private Tlp tlp = Tlp.AMBER_STRICT;

  @Enumerated(EnumType.STRING)
  private Pap pap = Pap.AMBER;

  private boolean restricted;

  @Enumerated(EnumType.STRING)
  @Column(name = "personal_data")
  private Answer personalData = Answer.NOT_KNOWN_YET;

  @Enumerated(EnumType.STRING)
  @Column(name = "loss_confidentiality")
  private Answer confidentialityLost = Answer.NOT_KNOWN_YET;

  @Enumerated(EnumType.STRING)
  @Column(name = "loss_integrity")
  private Answer integrityLost = Answer.NOT_KNOWN_YET;

  @Enumerated(EnumType.STRING)
  @Column(name = "loss_availability")
  private Answer availabilityLost = Answer.NOT_KNOWN_YET;

  @Enumerated(EnumType.STRING)
  @Column(name = "patient_impact")
  private PatientImpact patientImpact = PatientImpact.NOT_KNOWN_YET;

  @Embedded private CaseTimes times = new CaseTimes();

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "reporter_id")
  private long reporterId;

  @Column(name = "owner_id")
  private Long ownerId;

  @Column(name = "qualification_reason")
  private String qualificationReason;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closing_note")
  private String closingNote;

  private boolean rejected;
  private boolean reopened;

  @Column(name = "merged_into_id")
  private Long mergedIntoId;

  protected Incident() {}

  Incident(
      IncidentReference reference,
      Region region,
      String title,
      Instant createdAt,
      long reporterId) {
    this.reference = reference.toString();
    this.region = region;
    this.title = title;
    this.createdAt = createdAt;
    this.reporterId = reporterId;
    this.ownerId = reporterId;
    this.category = IncidentCategory.AUTRE;
  }

  /** Takes over what a person says of the case. Times are checked by {@link TimesPolicy}. */
  void describe(Facts facts, Instant now) {
    mustBeOpen();
    TimesPolicy.check(facts, now);
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
    times.describe(facts);
  }

  /** What the case says now, to be changed and given back to {@link #describe}. */
  public Facts facts() {
    return new Facts(
        title,
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
        times.getOccurredFrom(),
        times.getOccurredTo(),
        times.getOngoing(),
        times.getFirstSignal(),
        times.getProcessorAware(),
        times.getAttackKnown());
  }

  /** It is a real security incident. */
  void qualify(Moment when, String reason) {
    mustBeOpen();
    times.qualified(when);
    qualificationReason = reason;
  }

  /** It was a false alarm; the reason stays. */
  void reject(String reason, Instant now) {
    mustBeOpen();
    rejected = true;
    qualificationReason = reason;
    closedAt = now;
    state = CaseState.REJECTED;
  }

  void close(String note, Instant now) {
    mustBeOpen();
    closedAt = now;
    closingNote = note;
    state = CaseState.CLOSED;
  }

  /** Stolen data may come up for sale a year later (pitfall 40). */
  void reopen() {
    if (!state.isFinal()) {
      throw new RefusedException("incident.refused.notClosed", reference);
    }
    rejected = false;
    reopened = true;
    closedAt = null;
    mergedIntoId = null;
    state = CaseState.REOPENED;
  }

  void mergeInto(Incident other, Instant now) {
    mustBeOpen();
    if (equals(other)) {
      throw new RefusedException("incident.refused.mergeSelf");
    }
    mergedIntoId = other.getId();
    rejected = true;
    closedAt = now;
    state = CaseState.REJECTED;
  }

  void restrict(boolean wanted) {
    restricted = wanted;
  }

  void assignTo(Long userId) {
    ownerId = userId;
  }

  void ledBy(Organisation organisation) {
    lead = organisation;
  }

  void reach(CaseState derived) {
    if (!state.isFinal()) {
      state = derived;
    }
  }

  public void mustBeOpen() {
    if (state.isFinal()) {
      throw new RefusedException("incident.refused.closed", reference);
    }
  }

  public boolean isQualified() {
    return times.getQualified().at().isPresent();
  }

  /** The region's zone: the one in which its deadlines are shown. */
  public ZoneId zone() {
    return region.zone();
  }

  public String getReference() {
    return reference;
  }

  public Region getRegion() {
    return region;
  }

  public Organisation getLead() {
    return lead;
  }

  public String getTitle() {
    return title;
  }

  public String getDescription() {
    return description;
  }

  public IncidentCategory getCategory() {
    return category;
  }

  public BreachCause getCause() {
    return cause;
  }

  public CaseState getState() {
    return state;
  }

  public Tlp getTlp() {
    return tlp;
  }

  public Pap getPap() {
    return pap;
  }

  public boolean isRestricted() {
    return restricted;
  }

  public Answer getPersonalData() {
    return personalData;
  }

  public Answer getConfidentialityLost() {
    return confidentialityLost;
  }

  public Answer getIntegrityLost() {
    return integrityLost;
  }

  public Answer getAvailabilityLost() {
    return availabilityLost;
  }

  public PatientImpact getPatientImpact() {
    return patientImpact;
  }

  public Moment getOccurredFrom() {
    return times.getOccurredFrom();
  }

  public Moment getOccurredTo() {
    return times.getOccurredTo();
  }

  public Answer getOngoing() {
    return times.getOngoing();
  }

  public Moment getFirstSignal() {
    return times.getFirstSignal();
  }

  public Moment getQualified() {
    return times.getQualified();
  }

  public Moment getProcessorAware() {
    return times.getProcessorAware();
  }

  public Moment getAttackKnown() {
    return times.getAttackKnown();
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public long getReporterId() {
    return reporterId;
  }

  public Long getOwnerId() {
    return ownerId;
  }

  public String getQualificationReason() {
    return qualificationReason;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  public String getClosingNote() {
    return closingNote;
  }

  public boolean isRejected() {
    return rejected;
  }

  public boolean isReopened() {
    return reopened;
  }

  public Long getMergedIntoId() {
    return mergedIntoId;
  }
}
