package fr.vigie.incident;

/**
 * Somebody wants to hold that a controller's data are not breached: who knows of facts against it
 * refuses. Observed in the same transaction.
 */
public record NoBreachWanted(Involvement involvement) {}
