package fr.vigie.incident;

/**
 * A controller's part was added or changed (role, information, awareness, numbers, risk). Observed
 * in the same transaction.
 */
public record InvolvementChanged(Involvement involvement) {}
