package fr.vigie.reference.web;

import fr.vigie.platform.Ids;
import fr.vigie.platform.web.Messages;
import fr.vigie.reference.Directory;
import fr.vigie.reference.DirectoryEditing;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.OrganisationData;
import fr.vigie.reference.Region;
import fr.vigie.reference.ServiceParty;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** /reference/organisation.xhtml: one organisation, read or edited; without id, a new one. */
@Named
@ViewScoped
public class ReferenceOrganisationPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final OrganisationData BLANK =
      new OrganisationData(
          Organisation.Type.ESTABLISHMENT,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  @Inject Directory directory;
  @Inject DirectoryEditing editing;
  @Inject Messages messages;
  @Inject transient Clock clock;

  private String id;
  private String edit;
  private Organisation organisation;
  private OrganisationForm form;

  public void load() {
    organisation = id == null ? null : directory.get(Ids.parse("Organisation", id));
    form = new OrganisationForm(organisation == null ? BLANK : organisation.data());
  }

  public String save() {
    OrganisationData data = form.data();
    Organisation saved =
        organisation == null
            ? editing.create(data)
            : editing.change(organisation.getId(), organisation.getVersion(), data);
    messages.done("reference.done.saved", saved.getName());
    return "/reference/organisation.xhtml?faces-redirect=true&id=" + saved.getId();
  }

  /** Closes as of today; another last day is given in the form. */
  public String close() {
    Organisation closed = editing.close(organisation.getId(), LocalDate.now(clock));
    messages.done("reference.done.closed", closed.getName());
    return "/reference/organisation.xhtml?faces-redirect=true&id=" + closed.getId();
  }

  public boolean isEditing() {
    return organisation == null || edit != null;
  }

  public boolean isEditable() {
    return organisation != null && directory.mayEdit(organisation.getRegionCode());
  }

  public boolean isOpen() {
    return organisation != null && organisation.isOpenOn(LocalDate.now(clock));
  }

  /** Identifiers that were kept although their key is doubtful. */
  public Set<String> getDoubts() {
    return organisation == null ? Set.of() : organisation.data().doubts();
  }

  public List<ServiceParty> getRoles() {
    return directory.rolesOf(organisation.getId());
  }

  public List<Region> getRegions() {
    return directory.editableRegions();
  }

  /** A role on the whole country may also write national rows. */
  public boolean isNationalAllowed() {
    return directory.mayEdit(null);
  }

  public Organisation.Type[] getTypes() {
    return Organisation.Type.values();
  }

  public Map<String, String> getTyped() {
    return form.typed();
  }

  public Organisation getOrganisation() {
    return organisation;
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
