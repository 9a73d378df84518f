package fr.vigie.incident.web;

import fr.vigie.incident.Playbook;
import fr.vigie.incident.Playbooks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** /incident/playbooks.xhtml: the playbooks there are. */
@Named
@RequestScoped
public class IncidentPlaybooksPage {
  @Inject Playbooks playbooks;
  private List<Playbook> all;

  public List<Playbook> getAll() {
    if (all == null) {
      all = playbooks.list();
    }
    return all;
  }
}
