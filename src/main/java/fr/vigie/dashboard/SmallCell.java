package fr.vigie.dashboard;

/**
 * A number of persons fit for a table that many may see: from 1 to 4 it is told as "fewer than 5",
 * because so few could be recognised (domain.md, pitfall 33). Unknown stays unknown.
 *
 * <p>Two tables of different days must not tell by subtraction what each hides. So a sum adds up
 * what {@link #told} leaves of each controller's number, which is nothing for a small one: whether
 * such a controller comes, goes or changes, the sum stays the same. A rounding of the whole sum
 * would not do, because a reader who knows the rest sees on which side of a step it falls.
 *
 * @param value the number; null when it is not known or not told
 * @param hidden true when the number is between 1 and 4
 */
public record SmallCell(Long value, boolean hidden) {
  /** Below this a number of persons is not told. */
  public static final long LEAST = 5;

  /** What of one controller's number goes into a sum: full fives. */
  public static long told(long number) {
    return number - number % LEAST;
  }

  /** The same for the path of a number in a query. */
  static String told(String path) {
    return path + " - mod(" + path + ", " + LEAST + ")";
  }

  /**
   * A sum over controllers.
   *
   * @param told sum of what {@link #told} leaves; null when no controller gave a number
   * @param few controllers whose number is too small to be told
   */
  static SmallCell sum(Long told, long few) {
    return told != null && told == 0 && few > 0 ? new SmallCell(null, true) : of(told);
  }

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
