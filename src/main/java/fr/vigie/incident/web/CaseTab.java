package fr.vigie.incident.web;

import fr.vigie.platform.Permission;
import java.util.Locale;

/** The parts of the case page: which feature draws each, and who may open it. */
public enum CaseTab {
  SUMMARY("incident", Permission.INCIDENT_READ),
  CONTROLLERS("incident", Permission.INCIDENT_READ),
  DEADLINES("regime", Permission.REGIME_READ),
  ACCOUNTS("containment", Permission.CONTAINMENT_READ),
  SCOPE("investigation", Permission.SCOPE_READ),
  DECLARATIONS("declaration", Permission.DECLARATION_READ),
  NOTIFICATION("notification", Permission.NOTIFICATION_READ),
  TASKS("incident", Permission.INCIDENT_READ),
  MEASURES("incident", Permission.INCIDENT_READ),
  JOURNAL("incident", Permission.INCIDENT_READ),
  EVIDENCE("incident", Permission.INCIDENT_READ),
  HISTORY("incident", Permission.INCIDENT_READ);

  private final String feature;
  private final Permission permission;

  CaseTab(String feature, Permission permission) {
    this.feature = feature;
    this.permission = permission;
  }

  /** As it stands in the address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String fragment() {
    return "/WEB-INF/fragments/" + feature + "/incident-" + word() + ".xhtml";
  }

  String feature() {
    return feature;
  }

  Permission permission() {
    return permission;
  }
}
