package fr.vigie.reference;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;

/** Looking up who is who. */
@UseCase
public class Directory {
  @Inject ReferenceRepository reference;
  @Inject ServiceRepository services;
  @Inject Acts acts;

  @Requires(Permission.REFERENCE_READ)
  public List<Region> regions() {
    return reference.regions();
  }

  @Requires(Permission.REFERENCE_READ)
  public Region region(String code) {
    return reference.region(code);
  }

  /** Which GRADeS serves, or served, which region. */
  @Requires(Permission.REFERENCE_READ)
  public List<GradesRegion> gradesRegions() {
    return reference.gradesRegions();
  }

  @Requires(Permission.REFERENCE_READ)
  public Page<Organisation> find(OrganisationFilter filter, Page.Request request) {
    return reference.find(filter, request);
  }

  @Requires(Permission.REFERENCE_READ)
  public Organisation get(Long id) {
    return reference.organisation(id);
  }

  /** What an organisation is for which shared services. */
  @Requires(Permission.REFERENCE_READ)
  public List<ServiceParty> rolesOf(Long organisationId) {
    return services.rolesOf(reference.organisation(organisationId));
  }

  @Requires(Permission.REFERENCE_READ)
  public Page<Service> findServices(String text, String regionCode, Page.Request request) {
    return services.find(
        text == null ? "" : text.strip(), regionCode == null ? "" : regionCode, request);
  }

  @Requires(Permission.REFERENCE_READ)
  public Service service(Long id) {
    return services.get(id);
  }

  @Requires(Permission.REFERENCE_READ)
  public List<ServiceParty> partiesOf(Long serviceId) {
    return services.partiesOf(services.get(serviceId));
  }

  /** Whether the caller may edit rows of a region; null stands for national rows. */
  @Requires(Permission.REFERENCE_READ)
  public boolean mayEdit(String regionCode) {
    return EditPolicy.allows(acts.caller().scope(Permission.REFERENCE_EDIT), regionCode);
  }

  /** The regions in which the caller may create rows. */
  @Requires(Permission.REFERENCE_READ)
  public List<Region> editableRegions() {
    return reference.regions().stream()
        .filter(
            region ->
                EditPolicy.allows(acts.caller().scope(Permission.REFERENCE_EDIT), region.getCode()))
        .toList();
  }
}
