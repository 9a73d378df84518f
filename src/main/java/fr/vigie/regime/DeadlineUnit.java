package fr.vigie.regime;

/** What a period is expressed in. Hours and months do not obey the same rules of counting. */
public enum DeadlineUnit {
  /** Elapsed hours on the UTC time line, week-ends and holidays included. */
  HOURS,
  /** Calendar months, counted by date in the legal zone, to the end of the last day. */
  MONTHS
}
