package fr.vigie.identity;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.ReferenceRepository;
import fr.vigie.reference.Region;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Giving roles. A sensitive one ({@link Role#isSensitive}) takes four eyes: asked by one, approved
 * by another, for a third. Only while nobody else could approve does it hold at once.
 */
@UseCase
public class Granting {
  private static final List<Role> APPROVERS = Role.holding(Permission.USER_GRANT_APPROVE);

  @Inject GrantRepository grants;
  @Inject UserRepository users;
  @Inject ReferenceRepository reference;
  @Inject AccountMails mails;
  @Inject Acts acts;
  @Inject Clock clock;

  /** A role that waits, who asked for it, and what the caller may do about it. */
  public record Waiting(
      GrantProposal proposal, String askedBy, boolean mayApprove, boolean mayRefuse)
      implements Serializable {}

  /**
   * Gives a role or asks for it; the region or organisation is needed when the role holds on such
   * rows.
   *
   * @return what now waits for a second person; empty when the role is held
   */
  @Requires(Permission.USER_ADMIN)
  public Optional<GrantProposal> give(Long id, Role role, String regionCode, Long organisationId) {
    User user = users.findUser(id).orElseThrow(() -> new NotFoundException("User", id));
    acts.current()
        .about("user", user.getLogin(), "")
        .fact("role", role)
        .fact("region", regionCode)
        .fact("organisation", organisationId);
    if (user.getId() == acts.caller().id()) {
      throw RefusedException.at("role", "identity.refused.ownRole");
    }
    GrantProposal wanted = wanted(user, role, regionCode, organisationId);
    if (!role.isSensitive() || user.holds(role, wanted.getRegionCode(), organisationId)) {
      wanted.takeEffect();
      return Optional.empty();
    }
    List<User> deciders = wanted.deciders(users.holders(APPROVERS));
    if (deciders.isEmpty()) {
      giveTheFirst(wanted);
      return Optional.empty();
    }
    if (grants.open().stream().anyMatch(wanted::isSameAs)) {
      throw RefusedException.at("role", "identity.refused.alreadyAsked");
    }
    grants.add(wanted);
    acts.current().fact("proposal", wanted.getId());
    deciders.forEach(
        decider -> mails.roleAsked(wanted, decider, acts.caller().displayName(), rows(wanted)));
    return Optional.of(wanted);
  }

  /** The first role of a new house: from then on there is somebody else, and this closes. */
  private void giveTheFirst(GrantProposal wanted) {
    if (grants.wasAnyGiven()) {
      throw RefusedException.at("role", "identity.refused.nobodyApproves");
    }
    acts.current().fact("fourEyes", "nobody else could approve");
    grants.add(wanted);
    wanted.giveAlone(clock.instant());
  }

  private GrantProposal wanted(User user, Role role, String regionCode, Long organisationId) {
    String region = null;
    Long organisation = null;
    if (role.rows() == Role.Rows.REGION) {
      if (regionCode == null || regionCode.isBlank()) {
        throw RefusedException.at("region", "identity.refused.regionNeeded");
      }
      region = reference.region(regionCode).getCode();
    } else if (role.rows() == Role.Rows.ORGANISATION) {
      if (organisationId == null) {
        throw RefusedException.at("organisation", "identity.refused.organisationNeeded");
      }
      organisation = organisationId;
      region =
          Optional.ofNullable(reference.organisation(organisationId).getRegion())
              .map(Region::getCode)
              .orElse(null);
    }
    return new GrantProposal(user, role, region, organisation, acts.caller().id(), clock.instant());
  }

  /** What waits for the caller, what they asked for and, for technical administrators, the rest. */
  @Requires(Permission.USER_GRANT_APPROVE)
  public List<Waiting> waiting() {
    List<GrantProposal> open = grants.open();
    List<User> holders = users.holders(APPROVERS);
    Map<Long, String> names =
        users.names(open.stream().map(GrantProposal::getProposedBy).distinct().toList());
    return open.stream()
        .map(
            proposal -> {
              boolean decides = decides(proposal, holders);
              return new Waiting(
                  proposal,
                  names.getOrDefault(proposal.getProposedBy(), ""),
                  decides,
                  decides || isMine(proposal));
            })
        .filter(waiting -> waiting.mayRefuse() || acts.scope().everywhere())
        .toList();
  }

  @Requires(Permission.USER_GRANT_APPROVE)
  public GrantProposal approve(Long id) {
    GrantProposal proposal = subject(id);
    if (!decides(proposal, users.holders(APPROVERS))) {
      throw notTheirs(proposal);
    }
    proposal.approve(acts.caller().id(), clock.instant());
    return proposal;
  }

  /** Refuses what somebody else asked for, or withdraws what one asked for oneself. */
  @Requires(Permission.USER_GRANT_APPROVE)
  public GrantProposal refuse(Long id) {
    GrantProposal proposal = subject(id);
    if (!isMine(proposal) && !decides(proposal, users.holders(APPROVERS))) {
      throw notTheirs(proposal);
    }
    proposal.refuse(acts.caller().id(), clock.instant());
    return proposal;
  }

  private GrantProposal subject(Long id) {
    GrantProposal proposal =
        grants.find(id).orElseThrow(() -> new NotFoundException("GrantProposal", id));
    acts.current()
        .about("user", proposal.getUser().getLogin(), proposal.getRegionCode())
        .fact("role", proposal.getRole())
        .fact("organisation", proposal.getOrganisationId())
        .fact("proposal", id)
        .fact("askedBy", proposal.getProposedBy());
    return proposal;
  }

  private boolean isMine(GrantProposal proposal) {
    return proposal.getProposedBy() == acts.caller().id();
  }

  private boolean decides(GrantProposal proposal, List<User> holders) {
    return proposal.isDecidedBy(acts.caller().id(), holders);
  }

  /** Who asked and who receives know of it and read why; to others it does not exist. */
  private RuntimeException notTheirs(GrantProposal proposal) {
    if (isMine(proposal) || proposal.getUser().getId() == acts.caller().id()) {
      return new RefusedException("identity.refused.grantFourEyes");
    }
    return new NotFoundException("GrantProposal", proposal.getId());
  }

  /** The rows of a proposal in words. */
  private String rows(GrantProposal proposal) {
    if (proposal.getOrganisationId() != null) {
      return reference.organisation(proposal.getOrganisationId()).getName();
    }
    return proposal.getRegionCode() == null
        ? ""
        : reference.region(proposal.getRegionCode()).getName();
  }
}
