package fr.vigie.incident;

/** A closed case goes on. Observed in the same transaction. */
public record IncidentReopened(Incident incident) {}
