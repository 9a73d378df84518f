package fr.vigie.identity;

import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/**
 * A sensitive role that one person asked for another: the role is held once a third person, whose
 * rows cover its rows, has approved it. Proposals stay, so that they tell who gave which role.
 */
@Entity
@Table(name = "grant_proposal")
public class GrantProposal extends Persistent {
  private static final long serialVersionUID = 1L;

  /** Life of a proposal. */
  public enum State {
    PROPOSED,
    APPROVED,
    REFUSED
  }

  @ManyToOne(optional = false)
  @JoinColumn(name = "user_id")
  private User user;

  @Enumerated(EnumType.STRING)
  private Role role;

  /** The region of the rows: the role's own, or that of its organisation. */
  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "organisation_id")
  private Long organisationId;

  @Column(name = "proposed_by")
  private long proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Enumerated(EnumType.STRING)
  private State state = State.PROPOSED;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  protected GrantProposal() {}

  GrantProposal(
      User user, Role role, String regionCode, Long organisationId, long author, Instant now) {
    this.user = user;
    this.role = role;
    this.regionCode = regionCode;
    this.organisationId = organisationId;
    this.proposedBy = author;
    this.proposedAt = now;
  }

  /**
   * Who of those that hold the right to approve may approve this: neither who asked nor who
   * receives, and only where their rows cover these. Where nobody's do, any of the others may: so
   * that a lone administrator does not make the approver of rows that have none.
   */
  List<User> deciders(List<User> holders) {
    List<User> others =
        holders.stream()
            .filter(holder -> holder.getId() != proposedBy && !holder.equals(user))
            .toList();
    List<User> covering =
        others.stream()
            .filter(holder -> isWithin(holder.scope(Permission.USER_GRANT_APPROVE)))
            .toList();
    return covering.isEmpty() ? others : covering;
  }

  boolean isDecidedBy(long person, List<User> holders) {
    return deciders(holders).stream().anyMatch(decider -> decider.getId() == person);
  }

  private boolean isWithin(RowScope scope) {
    return scope.everywhere()
        || (regionCode != null && scope.regions().contains(regionCode))
        || (organisationId != null && scope.organisations().contains(organisationId));
  }

  /** From now on the role is held. */
  void approve(long decider, Instant now) {
    decide(State.APPROVED, decider, now);
    takeEffect();
  }

  void refuse(long decider, Instant now) {
    decide(State.REFUSED, decider, now);
  }

  /** The first role of a house, where nobody could approve; kept like one that was approved. */
  void giveAlone(Instant now) {
    approve(proposedBy, now);
  }

  void takeEffect() {
    user.grant(role, regionCode, organisationId);
  }

  private void decide(State decision, long decider, Instant now) {
    if (state != State.PROPOSED) {
      throw new RefusedException("identity.refused.grantDecided");
    }
    state = decision;
    decidedBy = decider;
    decidedAt = now;
  }

  boolean isSameAs(GrantProposal other) {
    return user.equals(other.user)
        && new UserGrant(user, role, regionCode, organisationId)
            .is(other.role, other.regionCode, other.organisationId);
  }

  public User getUser() {
    return user;
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

  public long getProposedBy() {
    return proposedBy;
  }

  public Instant getProposedAt() {
    return proposedAt;
  }

  public State getState() {
    return state;
  }

  public Long getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }
}
