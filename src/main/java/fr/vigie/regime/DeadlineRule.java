package fr.vigie.regime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * How long one has, counted from a start event. Pure computation: the figures are data of the rule
 * set valid at the start event, never constants of the code.
 *
 * <p>Legal source: Regulation (EEC, Euratom) 1182/71, art. 3(1) to 3(3). Neither the roll to the
 * next working day of art. 3(4) nor the contested two working days of art. 3(5) apply to a period
 * in hours. For days and months, the unrolled date is the target.
 *
 * @param amount number of units, at least 1
 * @param unit hours, days or months
 * @param nature legal period, or internal target where the law only says "sans délai"
 */
public record DeadlineRule(int amount, DeadlineUnit unit, DeadlineNature nature) {

  /** Finest step that the database keeps: a day ends one such step before midnight. */
  private static final Duration DATABASE_STEP = Duration.of(1, ChronoUnit.MICROS);

  public DeadlineRule {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(nature, "nature");
    if (amount < 1) {
      throw new IllegalArgumentException("A deadline needs at least one unit, not " + amount);
    }
  }

  /** A period in hours written in the law, such as the 72 hours of GDPR art. 33. */
  public static DeadlineRule legalHours(int hours) {
    return new DeadlineRule(hours, DeadlineUnit.HOURS, DeadlineNature.LEGAL);
  }

  /** A period in days written in the law: the day of the event does not count. */
  public static DeadlineRule legalDays(int days) {
    return new DeadlineRule(days, DeadlineUnit.DAYS, DeadlineNature.LEGAL);
  }

  /** A period in months written in the law, such as the final report of NIS 2 art. 23. */
  public static DeadlineRule legalMonths(int months) {
    return new DeadlineRule(months, DeadlineUnit.MONTHS, DeadlineNature.LEGAL);
  }

  /** The house's own figure for a duty "sans délai". */
  public static DeadlineRule internalTargetHours(int hours) {
    return new DeadlineRule(hours, DeadlineUnit.HOURS, DeadlineNature.INTERNAL_TARGET);
  }

  /**
   * The deadline of an event.
   *
   * @param start the event that starts the clock
   * @param legalZone zone of the place where the duty is: it decides where an hour or a day begins
   */
  public LegalDeadline from(Instant start, ZoneId legalZone) {
    Instant operational;
    Instant expiry;
    if (unit == DeadlineUnit.HOURS) {
      operational = start.plus(Duration.ofHours(amount));
      expiry = startOfLocalHour(start, legalZone).plus(Duration.ofHours(1L + amount));
    } else {
      LocalDate first = start.atZone(legalZone).toLocalDate();
      LocalDate lastDay =
          unit == DeadlineUnit.DAYS ? first.plusDays(amount) : first.plusMonths(amount);
      expiry = lastDay.plusDays(1).atStartOfDay(legalZone).toInstant();
      operational = expiry.minus(DATABASE_STEP);
    }
    return new LegalDeadline(nature, operational, nature == DeadlineNature.LEGAL ? expiry : null);
  }

  /**
   * Start of the hour in which the event falls, in the offset in force at the event.
   *
   * <p>Truncating in UTC is wrong where the offset is not a whole number of hours (Marquesas).
   * Truncating a {@code ZonedDateTime} is wrong around a change of half an hour (Lord Howe): it
   * jumps to the other side of the change.
   */
  private static Instant startOfLocalHour(Instant event, ZoneId zone) {
    return event
        .atOffset(zone.getRules().getOffset(event))
        .truncatedTo(ChronoUnit.HOURS)
        .toInstant();
  }
}
