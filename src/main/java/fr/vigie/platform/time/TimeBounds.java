package fr.vigie.platform.time;

import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Times that a case can speak of, from the year 2000 to 2199 in UTC: no system of today knew of an
 * incident before, and others are slips of the hand that databases do not all hold.
 */
public final class TimeBounds {
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private TimeBounds() {}

  public static boolean contain(Instant at) {
    return !at.isBefore(FIRST) && at.isBefore(END);
  }

  public static boolean contain(LocalDate day) {
    return contain(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * @param at may be null: not known is no time out of bounds
   * @throws RefusedException at the field when the time is out of bounds
   */
  public static void check(String field, Instant at) {
    if (at != null && !contain(at)) {
      throw RefusedException.at(field, "common.refused.timeOutOfBounds");
    }
  }
}
