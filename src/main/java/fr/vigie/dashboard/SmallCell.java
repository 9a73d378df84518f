package fr.vigie.dashboard;

/**
 * A number of persons fit for a table that many may see: from 1 to 4 it is told as "fewer than 5",
 * because so few could be recognised (domain.md, pitfall 33). Unknown stays unknown.
 *
 * @param value the number; null when it is not known or not told
 * @param hidden true when the number is between 1 and 4
 */
public record SmallCell(Long value, boolean hidden) {
  /** Below this a number of persons is not told. */
  public static final long LEAST = 5;

  public static SmallCell of(Long number) {
    if (number == null) {
      return new SmallCell(null, false);
    }
    return number > 0 && number < LEAST ? new SmallCell(null, true) : new SmallCell(number, false);
  }

  /** A lower bound: so small that it could not be told, it says nothing of the whole either. */
  public static SmallCell atLeast(Long number) {
    return number == null || number < LEAST ? of(null) : of(number);
  }

  public boolean isUnknown() {
    return value == null && !hidden;
  }
}
