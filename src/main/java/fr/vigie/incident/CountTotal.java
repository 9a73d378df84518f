package fr.vigie.incident;

import java.time.Instant;
import java.util.Collection;

/**
 * A sum of counts that does not hide what is missing: with one unknown part, the sum of the others
 * is a lower bound and must be shown as such. Counts that are not applicable do not take part.
 *
 * @param knownParts how many parts have a number
 * @param notKnownYetParts how many parts are not known yet
 * @param undeterminableParts how many parts can never be known
 * @param openParts how many parts with a number have no maximum
 * @param estimated whether one of the numbers is an estimate
 * @param min sum of the minima of the known parts
 * @param likely sum of the likeliest values of the known parts
 * @param max sum of the maxima of the known parts; with unknown or open parts this is no maximum at
 *     all
 * @param asOf date of the oldest part, since the sum is no fresher; {@code null} without any part
 */
public record CountTotal(
    int knownParts,
    int notKnownYetParts,
    int undeterminableParts,
    int openParts,
    boolean estimated,
    long min,
    long likely,
    long max,
    Instant asOf) {

  /** The sum of nothing: not zero, but not applicable. */
  public static final CountTotal NONE = new CountTotal(0, 0, 0, 0, false, 0, 0, 0, null);

  /** Sum of all of them. */
  public static CountTotal of(Collection<Count> counts) {
    CountTotal total = NONE;
    for (Count count : counts) {
      total = total.plus(count);
    }
    return total;
  }

  /** This sum with one part more. */
  public CountTotal plus(Count part) {
    Knowledge knowledge = part.knowledge();
    if (knowledge == Knowledge.NOT_APPLICABLE) {
      return this;
    }
    return new CountTotal(
        knownParts + (knowledge.hasValue() ? 1 : 0),
        notKnownYetParts + (knowledge == Knowledge.NOT_KNOWN_YET ? 1 : 0),
        undeterminableParts + (knowledge == Knowledge.CANNOT_BE_DETERMINED ? 1 : 0),
        openParts + (part.isOpen() ? 1 : 0),
        estimated || knowledge == Knowledge.ESTIMATED,
        Math.addExact(min, part.min().orElse(0L)),
        Math.addExact(likely, part.likely().orElse(0L)),
        Math.addExact(max, part.max().or(part::likely).orElse(0L)),
        asOf == null || part.asOf().isBefore(asOf) ? part.asOf() : asOf);
  }

  /** True when there is a number to show; otherwise write the knowledge, never 0. */
  public boolean hasNumber() {
    return knownParts > 0;
  }

  /** True when a part is unknown or has no maximum: the number is then "at least". */
  public boolean isLowerBound() {
    return notKnownYetParts + undeterminableParts + openParts > 0;
  }

  /** Knowledge of the whole: no better than that of its worst part. */
  public Knowledge knowledge() {
    if (notKnownYetParts > 0) {
      return Knowledge.NOT_KNOWN_YET;
    }
    if (undeterminableParts > 0) {
      return Knowledge.CANNOT_BE_DETERMINED;
    }
    if (knownParts == 0) {
      return Knowledge.NOT_APPLICABLE;
    }
    return estimated ? Knowledge.ESTIMATED : Knowledge.KNOWN;
  }
}
