package fr.vigie.regime;

/**
 * What a period is expressed in. Hours do not obey the same rules of counting as days and months.
 */
public enum DeadlineUnit {
  /** Elapsed hours on the UTC time line, week-ends and holidays included. */
  HOURS(366 * 24),
  /** Calendar days, counted by date in the legal zone, to the end of the last day. */
  DAYS(366),
  /** Calendar months, counted by date in the legal zone, to the end of the last day. */
  MONTHS(12);

  private final int inAYear;

  DeadlineUnit(int inAYear) {
    this.inAYear = inAYear;
  }

  /** The longest period that a rule may set: no duty to declare waits longer than a year. */
  public int most() {
    return inAYear;
  }
}
