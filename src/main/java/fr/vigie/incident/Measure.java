package fr.vigie.incident;

import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A protection that stood before the breach, was taken at once, or is planned (domain.md §1.5
 * sections F and H; GDPR art. 33(3)(d)). A measure that is in force may be verified, by another
 * person than the one who said so.
 */
@Entity
@Table(name = "incident_measure")
public class Measure extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int DESCRIPTION_MAX = 2_000;
  public static final int OWNER_MAX = 160;

  /** When it was taken, seen from the breach. */
  public enum Kind {
    IN_PLACE_BEFORE,
    TAKEN_AT_ONCE,
    PLANNED
  }

  /**
   * What a person says of a measure.
   *
   * @param owner who sees to it, in words; may be empty
   * @param dueOn null when no day is set
   */
  public record Content(Kind kind, String description, String owner, LocalDate dueOn) {}

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  /** The controller whose measure it is; null: one of the whole case. */
  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private String description;
  private String owner;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "done_by")
  private Long doneBy;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "verified_by")
  private Long verifiedBy;

  @Column(name = "verifier_name")
  private String verifierName;

  @Column(name = "created_by")
  private long createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Measure() {}

  Measure(Incident incident, Content content, long by, Instant now) {
    this.incident = incident;
    this.createdBy = by;
    this.createdAt = now;
    say(content);
  }

  /** Says it anew; what was verified is no longer, since it said something else. */
  final void say(Content content) {
    incident.mustBeOpen();
    TimesPolicy.text("description", content.description(), 1, DESCRIPTION_MAX);
    TimesPolicy.text("owner", content.owner(), 0, OWNER_MAX);
    kind = content.kind();
    description = content.description();
    owner = content.owner();
    dueOn = content.dueOn();
    verifiedAt = null;
    verifiedBy = null;
    verifierName = null;
  }

  final void belongTo(Organisation controller) {
    organisation = controller;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  /** It is in force since then. */
  void done(Instant at, long by, Instant now) {
    incident.mustBeOpen();
    TimesPolicy.notFuture("doneAt", Moment.known(at, incident.zone()), now);
    doneAt = at;
    doneBy = by;
    verifiedAt = null;
    verifiedBy = null;
    verifierName = null;
  }

  /** Another person saw that it holds. */
  void verify(Caller caller, Instant now) {
    incident.mustBeOpen();
    if (!isInForce()) {
      throw new RefusedException("incident.refused.measureNotDone");
    }
    if (isOfHand(caller.id())) {
      throw new RefusedException("incident.refused.measureFourEyes");
    }
    verifiedAt = now;
    verifiedBy = caller.id();
    verifierName = caller.displayName();
  }

  /** Who said that it is in force does not verify it. */
  public boolean isOfHand(long person) {
    return person == (doneBy == null ? createdBy : doneBy);
  }

  /** What stood before the breach is in force without a day. */
  public boolean isInForce() {
    return doneAt != null || kind == Kind.IN_PLACE_BEFORE;
  }

  public boolean isVerified() {
    return verifiedAt != null;
  }

  public boolean isLate(Instant now) {
    return !isInForce()
        && dueOn != null
        && now.atZone(incident.zone()).toLocalDate().isAfter(dueOn);
  }

  public Content content() {
    return new Content(kind, description, owner, dueOn);
  }

  public Incident getIncident() {
    return incident;
  }

  public Kind getKind() {
    return kind;
  }

  public String getDescription() {
    return description;
  }

  public String getOwner() {
    return owner;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public Instant getDoneAt() {
    return doneAt;
  }

  public Instant getVerifiedAt() {
    return verifiedAt;
  }

  public Long getVerifiedBy() {
    return verifiedBy;
  }

  public String getVerifierName() {
    return verifierName;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
