package fr.vigie.platform.time;

import java.util.regex.Pattern;

/** The two orders in which a date and time is typed; group names are the fields. */
final class EntryForm {

  /** Longest text that is looked at. */
  static final int LONGEST = 60;

  /** Hours and minutes, seconds if need be, and an offset if known. */
  private static final String TIME =
      "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,]0{1,9})?)?"
          + "(?: ?(?<offset>[zZ]|[+-][0-9]{2}:?[0-9]{2}))?";

  /** As people write in France. Years have four digits: 05/09/25 would be a guess. */
  static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>[12][0-9]{3})(?:, ?| )" + TIME);

  /** As machines write. */
  static final Pattern ISO =
      Pattern.compile("(?<year>[12][0-9]{3})-(?<month>[0-9]{2})-(?<day>[0-9]{2})[Tt ]" + TIME);

  private EntryForm() {}
}
