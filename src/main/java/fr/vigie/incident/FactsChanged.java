package fr.vigie.incident;

/**
 * Facts or times of a case changed (also on opening, qualifying, reopening): clocks may move.
 * Observed in the same transaction.
 */
public record FactsChanged(Incident incident) {}
