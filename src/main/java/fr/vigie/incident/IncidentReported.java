package fr.vigie.incident;

/** A case was opened. Observed in the same transaction. */
public record IncidentReported(Incident incident) {}
