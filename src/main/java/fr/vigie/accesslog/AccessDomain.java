package fr.vigie.accesslog;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * Whose patients a numbering domain of a source names: a patient number means nothing without it
 * (domain.md §7.3), and it says which controller has the duty.
 */
@Entity
@Table(name = "access_domain")
public class AccessDomain extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int NAME_MAX = 200;

  @ManyToOne(optional = false)
  @JoinColumn(name = "source_id")
  private AccessSource source;

  /** As the log writes it; empty for lines that name no domain. */
  @Column(name = "domain_name")
  private String name;

  @ManyToOne(optional = false)
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  /** How many patients of that domain the application can reach; null is not known. */
  private Long patients;

  protected AccessDomain() {}

  AccessDomain(AccessSource source, String name, Organisation organisation, Long patients) {
    this.source = source;
    this.name = Typed.text("domain", name, 0, NAME_MAX);
    this.organisation = organisation;
    reach(patients);
  }

  void reach(Long all) {
    if (all != null && all < 0) {
      throw RefusedException.at("patients", "accesslog.refused.negative");
    }
    patients = all;
  }

  public AccessSource getSource() {
    return source;
  }

  public String getName() {
    return name;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public Long getPatients() {
    return patients;
  }
}
