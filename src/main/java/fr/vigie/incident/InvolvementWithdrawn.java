package fr.vigie.incident;

/**
 * An organisation is about to leave a case: who holds something that rests on its part refuses, and
 * takes away what came by itself. Observed in the same transaction, before the part is removed.
 */
public record InvolvementWithdrawn(Involvement involvement) {}
