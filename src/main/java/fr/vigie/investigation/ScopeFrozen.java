package fr.vigie.investigation;

/**
 * A controller's list is frozen. Observed in the same transaction.
 *
 * @param previous the frozen version before, or null
 * @param complementDue the number changed so much that a CNIL declaration is completed (BR-08)
 */
public record ScopeFrozen(ScopeVersion version, ScopeVersion previous, boolean complementDue) {}
