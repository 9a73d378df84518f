package fr.vigie.platform.time;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Writes times for a reader: in the reader's zone and language, exact ({@code lun. 8 sept. 2025 14
 * h 20}) or relative to now ({@code dans 5 h 12}, {@code en retard de 40 min}). The words are in
 * the bundle of the same name; French is the language of any reader who is not served in English.
 *
 * <p>French uses narrow no-break spaces (U+202F) between a figure and its unit, so that no line
 * breaks there.
 */
public final class TimeText {

  private static final Duration DAY = Duration.ofDays(1);

  /** Beyond, the hours no longer matter. */
  private static final int DAYS_WITH_HOURS = 10;

  private final ZoneId zone;
  private final Locale locale;
  private final ResourceBundle words;

  /**
   * A writer for one reader.
   *
   * @param zone zone of the reader
   * @param locale language of the reader
   */
  public TimeText(ZoneId zone, Locale locale) {
    this.zone = zone;
    this.locale = locale.getLanguage().equals("en") ? Locale.UK : Locale.FRANCE;
    this.words = words(this.locale);
  }

  private static ResourceBundle words(Locale locale) {
    // never fall back to the language of the machine
    return ResourceBundle.getBundle(
        TimeText.class.getName(),
        locale,
        TimeText.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Day and time: {@code lun. 8 sept. 2025 14 h 20}, {@code Mon 8 Sept 2025 14:20}. */
  public String exact(Instant at) {
    return write(words.getString("exact"), at);
  }

  /** Day only: {@code lun. 8 sept. 2025}. */
  public String day(Instant at) {
    return write(words.getString("day"), at);
  }

  /** Day, time, city and offset: {@code ven. 13 nov. 2026 8 h 30 (Reunion, UTC+04:00)}. */
  public String exactWithZone(Instant at) {
    String id = zone.getId();
    String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    String offset = zone.getRules().getOffset(at).getId().replace("Z", "");
    return exact(at) + " (" + city + ", UTC" + offset + ")";
  }

  private String write(String pattern, Instant at) {
    ZonedDateTime local = at.atZone(zone);
    String text = DateTimeFormatter.ofPattern(pattern, locale).format(local);
    // the first of a month is an ordinal in French: 1er sept.
    return local.getDayOfMonth() == 1 && locale.equals(Locale.FRANCE)
        ? text.replaceFirst(" 1 ", " 1er ")
        : text;
  }

  /**
   * Where a deadline stands: {@code dans 5 h 12} or {@code en retard de 40 min}. Rounded down, so
   * that it never promises more time than there is.
   */
  public String due(Instant deadline, Instant now) {
    return deadline.isBefore(now)
        ? phrase("late", Duration.between(deadline, now))
        : phrase("in", Duration.between(now, deadline));
  }

  /** How long ago something happened: {@code il y a 2 j}; {@code dans ...} when it is to come. */
  public String ago(Instant event, Instant now) {
    return event.isAfter(now)
        ? phrase("in", Duration.between(now, event))
        : phrase("ago", Duration.between(event, now));
  }

  private String phrase(String key, Duration duration) {
    return MessageFormat.format(words.getString(key), length(duration));
  }

  /** A length of time: {@code 40 min}, {@code 5 h 12}, {@code 2 j 23 h}, {@code 12 j}. */
  public String length(Duration duration) {
    long days = duration.toDays();
    int hours = duration.toHoursPart();
    int minutes = duration.toMinutesPart();
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return words.getString("underOneMinute");
    }
    if (duration.compareTo(DAY) >= 0) {
      return hours == 0 || days >= DAYS_WITH_HOURS
          ? fill("days", days)
          : fill("daysHours", days, hours);
    }
    if (hours == 0) {
      return fill("minutes", minutes);
    }
    return minutes == 0 ? fill("hours", hours) : fill("hoursMinutes", hours, minutes);
  }

  private String fill(String key, Object... numbers) {
    return new MessageFormat(words.getString(key), locale).format(numbers);
  }
}
