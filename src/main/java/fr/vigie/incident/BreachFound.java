package fr.vigie.incident;

/**
 * Facts say that a controller's data are breached after all: its decision "no breach" holds no
 * more, nor what was decided on that ground. Observed in the same transaction, before {@link
 * InvolvementChanged}.
 */
public record BreachFound(Involvement involvement) {}
