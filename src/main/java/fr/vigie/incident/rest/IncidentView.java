package fr.vigie.incident.rest;

import fr.vigie.incident.CaseState;
import fr.vigie.incident.Incident;

/** A case as the API tells it. */
public record IncidentView(
    String reference,
    int version,
    String region,
    String leadOrganisation,
    CaseState state,
    boolean restricted,
    String createdAt,
    MomentView qualified,
    FactsView facts) {
  static IncidentView of(Incident incident) {
    return new IncidentView(
        incident.getReference(),
        incident.getVersion(),
        incident.getRegion().getCode(),
        incident.getLead() == null ? null : incident.getLead().getId().toString(),
        incident.getState(),
        incident.isRestricted(),
        incident.getCreatedAt().toString(),
        MomentView.of(incident.getQualified()),
        FactsView.of(incident.facts()));
  }
}
