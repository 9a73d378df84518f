package fr.vigie.reference.web;

import fr.vigie.platform.Ids;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import fr.vigie.reference.Service;
import fr.vigie.reference.ServiceEditing;
import fr.vigie.reference.ServiceParty;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** /reference/service.xhtml: one shared service and who answers for it; without id, a new one. */
@Named
@ViewScoped
public class ReferenceServicePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Directory directory;
  @Inject ServiceEditing editing;
  @Inject Messages messages;
  @Inject transient Clock clock;

  private final Map<String, String> typed = new HashMap<>();
  private String id;
  private String edit;
  private Service service;
  private Organisation joining;
  private ServiceParty.Role role = ServiceParty.Role.CONTROLLER;

  public void load() {
    service = id == null ? null : directory.service(Ids.parse("Service", id));
    if (service != null) {
      typed.put("name", service.getName());
      typed.put("description", service.getDescription());
      typed.put("region", service.getRegionCode());
    }
  }

  public String save() {
    String name = typed.get("name");
    String description = typed.get("description");
    String region = typed.get("region");
    Service saved =
        service == null
            ? editing.create(name, description, region)
            : editing.change(service.getId(), service.getVersion(), name, description, region);
    messages.done("reference.done.saved", saved.getName());
    return address(saved.getId());
  }

  public String join() {
    if (joining == null) {
      throw RefusedException.at("organisation", "reference.refused.organisationNeeded");
    }
    Long who = joining.getId();
    editing.join(service.getId(), who, role, OrganisationForm.day("from", typed.get("from")));
    messages.done("reference.done.joined", joining.getName());
    return address(service.getId());
  }

  public String leave(Long party) {
    editing.leave(service.getId(), party, LocalDate.now(clock));
    messages.done("reference.done.left");
    return address(service.getId());
  }

  public String close() {
    editing.close(service.getId(), LocalDate.now(clock));
    messages.done("reference.done.closed", service.getName());
    return address(service.getId());
  }

  private static String address(Long id) {
    return "/reference/service.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isEditing() {
    return service == null || edit != null;
  }

  public boolean isEditable() {
    return service != null && directory.mayEdit(service.getRegionCode());
  }

  public boolean isOpen() {
    return service != null && service.isOpenOn(LocalDate.now(clock));
  }

  public boolean isNationalAllowed() {
    return directory.mayEdit(null);
  }

  public List<ServiceParty> getParties() {
    return directory.partiesOf(service.getId());
  }

  public List<Region> getRegions() {
    return directory.editableRegions();
  }

  public ServiceParty.Role[] getRolesToTake() {
    return ServiceParty.Role.values();
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public Service getService() {
    return service;
  }

  public Organisation getJoining() {
    return joining;
  }

  public void setJoining(Organisation joining) {
    this.joining = joining;
  }

  public ServiceParty.Role getRole() {
    return role;
  }

  public void setRole(ServiceParty.Role role) {
    this.role = role;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getEdit() {
    return edit;
  }

  public void setEdit(String edit) {
    this.edit = edit;
  }
}
