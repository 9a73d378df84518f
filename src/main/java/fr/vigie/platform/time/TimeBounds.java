package fr.vigie.platform.time;

import java.time.Instant;
import java.time.LocalDate;

/** Times that a case can speak of; others are slips of the hand, and databases do not hold all. */
public final class TimeBounds {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate END = LocalDate.of(2200, 1, 1);
  private static final Instant FIRST_AT = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant END_AT = Instant.parse("2200-01-01T00:00:00Z");

  private TimeBounds() {}

  /** From 1900 (included) to 2200 (excluded), in UTC. */
  public static boolean contain(Instant at) {
    return !at.isBefore(FIRST_AT) && at.isBefore(END_AT);
  }

  /** From 1900 (included) to 2200 (excluded). */
  public static boolean contain(LocalDate day) {
    return !day.isBefore(FIRST) && day.isBefore(END);
  }
}
