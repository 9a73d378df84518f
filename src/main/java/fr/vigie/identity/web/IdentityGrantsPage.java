package fr.vigie.identity.web;

import fr.vigie.identity.GrantProposal;
import fr.vigie.identity.Granting;
import fr.vigie.platform.web.Messages;
import fr.vigie.reference.Directory;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * /identity/grants.xhtml, and the same list on the pages of accounts: roles that wait for a second
 * person. The list stays as it was shown: a button acts on the line that was read.
 */
@Named
@ViewScoped
public class IdentityGrantsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Granting granting;
  @Inject Directory directory;
  @Inject Messages messages;

  private List<Granting.Waiting> waiting;

  /** Not found for whoever may not approve. */
  public void load() {
    waiting = new ArrayList<>(granting.waiting());
  }

  public List<Granting.Waiting> getWaiting() {
    if (waiting == null) {
      load();
    }
    return waiting;
  }

  public String approve(Long id) {
    return done("identity.done.approved", granting.approve(id));
  }

  public String refuse(Long id) {
    return done("identity.done.refused", granting.refuse(id));
  }

  private String done(String key, GrantProposal decided) {
    messages.done(key, decided.getUser().getDisplayName());
    String shown = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return shown + "?faces-redirect=true&includeViewParams=true";
  }

  /** The rows of a role in words; empty when it holds on all. */
  public String rows(String regionCode, Long organisationId) {
    if (organisationId != null) {
      return directory.get(organisationId).getName();
    }
    return regionCode == null ? "" : directory.region(regionCode).getName();
  }
}
