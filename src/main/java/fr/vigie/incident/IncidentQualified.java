package fr.vigie.incident;

/** A case was confirmed as a security incident. Observed in the same transaction. */
public record IncidentQualified(Incident incident) {}
