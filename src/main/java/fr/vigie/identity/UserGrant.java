package fr.vigie.identity;

import fr.vigie.platform.Caller;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Objects;

/**
 * A role held on rows: in a region, for an organisation, or (national and technical) everywhere.
 */
@Entity
@Table(name = "user_grant")
public class UserGrant extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "user_id")
  private User user;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "organisation_id")
  private Long organisationId;

  protected UserGrant() {}

  UserGrant(User user, Role role, String regionCode, Long organisationId) {
    this.user = user;
    this.role = role;
    this.regionCode = role.rows() == Role.Rows.REGION ? regionCode : null;
    this.organisationId = role.rows() == Role.Rows.ORGANISATION ? organisationId : null;
  }

  Caller.Grant asGrant() {
    return new Caller.Grant(role.permissions(), role.scope(regionCode, organisationId));
  }

  boolean is(Role otherRole, String otherRegion, Long otherOrganisation) {
    UserGrant other = new UserGrant(user, otherRole, otherRegion, otherOrganisation);
    return role == otherRole
        && Objects.equals(regionCode, other.regionCode)
        && Objects.equals(organisationId, other.organisationId);
  }

  public Role getRole() {
    return role;
  }

  public String getRegionCode() {
    return regionCode;
  }

  public Long getOrganisationId() {
    return organisationId;
  }
}
