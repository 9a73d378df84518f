package fr.vigie.reference;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.LocalDate;

/** Keeping shared services, and who answers for them, up to date. */
@UseCase
public class ServiceEditing {
  @Inject ReferenceRepository reference;
  @Inject ServiceRepository services;
  @Inject Acts acts;

  /** Opens a service; without region it is national. */
  @Requires(Permission.REFERENCE_EDIT)
  public Service create(String name, String description, String regionCode) {
    EditPolicy.check(acts.scope(), regionCode);
    Service service = new Service(name, description, home(regionCode));
    services.add(service);
    about(service);
    return service;
  }

  /**
   * Changes what is said of a service.
   *
   * @param version the version that the person was looking at
   */
  @Requires(Permission.REFERENCE_EDIT)
  public Service change(Long id, int version, String name, String description, String regionCode) {
    Service service = editable(id);
    if (service.getVersion() != version) {
      throw new OptimisticLockException(service);
    }
    EditPolicy.check(acts.scope(), regionCode);
    service.describe(name, description, home(regionCode));
    services.flush();
    return service;
  }

  @Requires(Permission.REFERENCE_EDIT)
  public void close(Long id, LocalDate lastDay) {
    editable(id).close(lastDay);
    acts.current().fact("lastDay", lastDay);
  }

  /** An organisation takes a role in the service; it may be of another region. */
  @Requires(Permission.REFERENCE_EDIT)
  public ServiceParty join(Long id, Long organisationId, ServiceParty.Role role, LocalDate from) {
    Service service = editable(id);
    ServiceParty party = service.join(reference.organisation(organisationId), role, from);
    acts.current().fact("organisation", organisationId).fact("role", role);
    return party;
  }

  /** The role ends after a day. */
  @Requires(Permission.REFERENCE_EDIT)
  public void leave(Long id, Long partyId, LocalDate lastDay) {
    Service service = editable(id);
    ServiceParty party =
        services
            .findParty(partyId)
            .filter(found -> found.getService().equals(service))
            .orElseThrow(() -> new NotFoundException("ServiceParty", partyId));
    party.end(lastDay);
    acts.current()
        .fact("organisation", party.getOrganisation().getId())
        .fact("role", party.getRole())
        .fact("lastDay", lastDay);
  }

  private Service editable(Long id) {
    Service service = services.get(id);
    EditPolicy.check(acts.scope(), service.getRegionCode());
    about(service);
    return service;
  }

  private Region home(String regionCode) {
    return regionCode == null ? null : reference.region(regionCode);
  }

  private void about(Service service) {
    acts.current().about("service", service.getId(), service.getRegionCode());
  }
}
