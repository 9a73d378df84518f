package fr.vigie.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Matcher;

/**
 * A date and time as somebody typed it, read in a zone. A local time is not always an instant: when
 * clocks go back an hour comes twice, when they go forward an hour does not exist. Nothing is
 * guessed.
 *
 * <p>Forms: {@code 05/09/2025 14:20}, {@code 5/9/2025 14h20}, {@code 05/09/2025 14 h 20}, {@code
 * 2025-09-05T14:20}, each with or without an offset such as {@code +02:00} that settles the doubt.
 */
public sealed interface LocalEntry {

  /** The form to show as an example; digits only, so the same in every language. */
  String EXPECTED_FORM = "05/09/2025 14:20";

  /** One instant, and only one. */
  record Exact(Instant at) implements LocalEntry {}

  /**
   * The hour comes twice that day (autumn): ask which.
   *
   * @param typed the local time
   * @param first the first time it comes, with its offset (summer time)
   * @param second the second time, with its offset
   */
  record Ambiguous(LocalDateTime typed, OffsetDateTime first, OffsetDateTime second)
      implements LocalEntry {}

  /**
   * The hour does not exist that day (spring): refused.
   *
   * @param typed the local time
   * @param gapStart first local time that does not exist
   * @param nextValid first local time that exists again, with its offset
   */
  record Missing(LocalDateTime typed, LocalDateTime gapStart, OffsetDateTime nextValid)
      implements LocalEntry {}

  /**
   * Not a date and time: show {@link #EXPECTED_FORM}.
   *
   * @param typed what was typed, shortened
   */
  record Malformed(String typed) implements LocalEntry {}

  /** Reads what somebody typed. */
  static LocalEntry parse(String typed, ZoneId zone) {
    String text = typed == null ? "" : typed;
    if (text.length() > EntryForm.LONGEST) {
      return new Malformed(text.substring(0, EntryForm.LONGEST));
    }
    String plain = text.replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ").strip();
    plain = plain.replaceFirst(" ?[hH] ?([0-9]{2})", ":$1").replaceFirst(" ?[hH]$", ":00");
    Matcher parts = EntryForm.DAY_FIRST.matcher(plain);
    if (!parts.matches()) {
      parts = EntryForm.ISO.matcher(plain);
    }
    if (!parts.matches()) {
      return new Malformed(text);
    }
    try {
      LocalDateTime local = local(parts);
      String offset = parts.group("offset");
      return offset == null
          ? resolve(local, zone)
          : new Exact(local.toInstant(ZoneOffset.of(offset.equalsIgnoreCase("z") ? "Z" : offset)));
    } catch (DateTimeException e) {
      return new Malformed(text);
    }
  }

  private static LocalDateTime local(Matcher parts) {
    return LocalDateTime.of(
        number(parts, "year"),
        number(parts, "month"),
        number(parts, "day"),
        number(parts, "hour"),
        number(parts, "minute"),
        number(parts, "second"));
  }

  private static int number(Matcher parts, String name) {
    String digits = parts.group(name);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static LocalEntry resolve(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null) {
      return new Exact(local.atZone(zone).toInstant());
    }
    if (change.isGap()) {
      return new Missing(
          local,
          change.getDateTimeBefore(),
          change.getDateTimeAfter().atOffset(change.getOffsetAfter()));
    }
    return new Ambiguous(
        local, local.atOffset(change.getOffsetBefore()), local.atOffset(change.getOffsetAfter()));
  }
}
