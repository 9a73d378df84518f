package fr.vigie.reference;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.LocalDate;
import java.util.List;

/** Keeping organisations, and the regions that GRADeS serve, up to date. */
@UseCase
public class DirectoryEditing {
  @Inject ReferenceRepository reference;
  @Inject Acts acts;

  @Requires(Permission.REFERENCE_EDIT)
  public Organisation create(OrganisationData typed) {
    OrganisationData data = typed.checked();
    EditPolicy.check(acts.scope(), data.regionCode());
    refuseTwins(data, null);
    Organisation organisation = new Organisation(data, home(data));
    reference.add(organisation);
    reference.flush();
    about(organisation);
    return organisation;
  }

  /**
   * Changes what is said of an organisation.
   *
   * @param version the version that the person was looking at
   */
  @Requires(Permission.REFERENCE_EDIT)
  public Organisation change(Long id, int version, OrganisationData typed) {
    Organisation organisation = editable(id);
    if (organisation.getVersion() != version) {
      throw new OptimisticLockException(organisation);
    }
    OrganisationData data = typed.checked();
    EditPolicy.check(acts.scope(), data.regionCode());
    refuseTwins(data, id);
    organisation.describe(data, home(data));
    reference.flush();
    return organisation;
  }

  /** The organisation exists no more after a day; its past stays. */
  @Requires(Permission.REFERENCE_EDIT)
  public Organisation close(Long id, LocalDate lastDay) {
    Organisation organisation = editable(id);
    organisation.close(lastDay);
    acts.current().fact("lastDay", lastDay);
    return organisation;
  }

  /** A GRADeS serves a region from a day on. */
  @Requires(Permission.REFERENCE_EDIT)
  public GradesRegion serve(Long gradesId, String regionCode, LocalDate from) {
    Organisation grades = reference.organisation(gradesId);
    EditPolicy.check(acts.scope(), regionCode);
    if (grades.getType() != Organisation.Type.GRADES) {
      throw new RefusedException("reference.refused.notGrades");
    }
    GradesRegion link = new GradesRegion(grades, reference.region(regionCode), from);
    reference.add(link);
    about(link);
    return link;
  }

  @Requires(Permission.REFERENCE_EDIT)
  public void stopServing(Long linkId, LocalDate lastDay) {
    link(linkId).end(lastDay);
    acts.current().fact("lastDay", lastDay);
  }

  /** Somebody has verified that the GRADeS serves the region under this name. */
  @Requires(Permission.REFERENCE_EDIT)
  public void confirm(Long linkId) {
    link(linkId).confirm();
  }

  private GradesRegion link(Long id) {
    GradesRegion link =
        reference.findGradesRegion(id).orElseThrow(() -> new NotFoundException("GradesRegion", id));
    EditPolicy.check(acts.scope(), link.getRegion().getCode());
    about(link);
    return link;
  }

  private Organisation editable(Long id) {
    Organisation organisation = reference.organisation(id);
    EditPolicy.check(acts.scope(), organisation.getRegionCode());
    about(organisation);
    return organisation;
  }

  private Region home(OrganisationData data) {
    if (data.regionCode() == null) {
      return null;
    }
    return reference
        .findRegion(data.regionCode())
        .orElseThrow(() -> RefusedException.at("region", "reference.refused.regionUnknown"));
  }

  /** A FINESS number of a site belongs to one organisation. */
  private void refuseTwins(OrganisationData data, Long self) {
    if (data.finessEt() == null) {
      return;
    }
    boolean taken =
        reference.havingOneOf("finessEt", List.of(data.finessEt())).stream()
            .anyMatch(other -> !other.getId().equals(self));
    if (taken) {
      throw RefusedException.at("finessEt", "reference.refused.finessTaken", data.finessEt());
    }
  }

  private void about(Organisation organisation) {
    acts.current().about("organisation", organisation.getId(), organisation.getRegionCode());
  }

  private void about(GradesRegion link) {
    acts.current()
        .about("organisation", link.getGrades().getId(), link.getRegion().getCode())
        .fact("serves", link.getRegion().getCode());
  }
}
