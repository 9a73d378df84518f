package fr.vigie.incident;

import java.math.BigDecimal;

/**
 * Result of the ENISA method for one controller: SE = DPC × EI + CB, exact. It is a presumption:
 * the legal decision is a separate act, and may differ with reasons.
 *
 * @param dataContext DPC, 1 to 4
 * @param identification EI
 * @param circumstances CB, sum of the circumstances
 * @param value SE, exact: compare it with {@code compareTo}, 3.0 and 3.00 being one score
 * @param level level of SE, lower bounds included
 * @param gravity the matching option of the CNIL form
 * @param borderline within the margin of a bound: a written decision is needed
 * @param manyPersons whether more persons than the threshold (100) are concerned
 * @param unintelligible whether the data are unreadable
 */
public record SeverityScore(
    BigDecimal dataContext,
    BigDecimal identification,
    BigDecimal circumstances,
    BigDecimal value,
    SeverityLevel level,
    CnilGravity gravity,
    boolean borderline,
    Certainty manyPersons,
    boolean unintelligible) {}
