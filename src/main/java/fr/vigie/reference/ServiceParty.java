package fr.vigie.reference;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** What an organisation is for a shared service, from a day to a day (GDPR art. 4, 26 and 28). */
@Entity
@Table(name = "service_party")
public class ServiceParty extends Persistent {
  private static final long serialVersionUID = 1L;

  /** The roles of the GDPR. */
  public enum Role {
    CONTROLLER,
    JOINT_CONTROLLER,
    PROCESSOR
  }

  @ManyToOne(optional = false)
  @JoinColumn(name = "service_id")
  private Service service;

  @ManyToOne(optional = false)
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  protected ServiceParty() {}

  ServiceParty(Service service, Organisation organisation, Role role, LocalDate validFrom) {
    this.service = service;
    this.organisation = organisation;
    this.role = role;
    this.validFrom = validFrom;
  }

  /** The role ends after a day; it is never erased. */
  void end(LocalDate lastDay) {
    if (validFrom != null && lastDay.isBefore(validFrom)) {
      throw RefusedException.at("lastDay", "reference.refused.validityReversed");
    }
    validTo = lastDay;
  }

  public boolean isOpenOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  public Service getService() {
    return service;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public Role getRole() {
    return role;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }
}
