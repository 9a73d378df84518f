package fr.vigie.incident.web;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Controllers;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import fr.vigie.reference.Organisation;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The controllers tab: who is involved, and adding an organisation found by its name. */
@Named
@ViewScoped
public class IncidentControllersTab implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject CaseFile files;
  @Inject Controllers controllers;
  @Inject Messages messages;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "involvement")
  String involvement;

  private List<Involvement> involvements;
  private List<Organisation> found = List.of();
  private String seek;
  private Long organisation;
  private Involvement.Role role = Involvement.Role.CONTROLLER;

  /** Looks for organisations; the page is shown again with what was found. */
  public String search() {
    found = files.organisations(ref, seek);
    organisation = null; // a name like another is not chosen by itself
    if (found.isEmpty()) {
      throw RefusedException.at("seek", "incident.controllers.seek.none", seek);
    }
    return null;
  }

  public String involve() {
    if (organisation == null) {
      throw RefusedException.at("seek", "incident.refused.organisationNeeded");
    }
    Involvement added = controllers.involve(ref, organisation, role);
    messages.done("incident.controllers.added", added.getOrganisation().getName());
    return "/incident/detail.xhtml?faces-redirect=true&tab=controllers&ref=" + ref;
  }

  public List<Involvement> getInvolvements() {
    if (involvements == null) {
      involvements = files.involvements(ref);
    }
    return involvements;
  }

  public Incident getIncident() {
    return files.get(ref);
  }

  /** Which part of the tab: the list, or one organisation. */
  public String getPart() {
    return "/WEB-INF/fragments/incident/"
        + (involvement == null ? "controllers-list" : "controller")
        + ".xhtml";
  }

  public List<Organisation> getFound() {
    return found;
  }

  public String getSeek() {
    return seek;
  }

  public void setSeek(String seek) {
    this.seek = seek;
  }

  public Long getOrganisation() {
    return organisation;
  }

  public void setOrganisation(Long organisation) {
    this.organisation = organisation;
  }

  public Involvement.Role getRole() {
    return role;
  }

  public void setRole(Involvement.Role role) {
    this.role = role;
  }
}
