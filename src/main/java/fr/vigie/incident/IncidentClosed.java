package fr.vigie.incident;

/** A case was closed, rejected or merged away. Observed in the same transaction. */
public record IncidentClosed(Incident incident) {}
