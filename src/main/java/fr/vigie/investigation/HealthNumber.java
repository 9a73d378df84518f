package fr.vigie.investigation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises national health and social-security numbers, so that none is kept: this is not a care
 * tool and has no basis to hold them (domain.md §7.2, pitfall 35). A health identity (INS) may
 * serve as a keyed hash, when somebody says that a column holds it.
 */
final class HealthNumber {
  private static final Pattern FORM =
      Pattern.compile("([1-478]\\d{4}(?:\\d{2}|2[AB])\\d{6})(\\d{2})?");
  private static final Pattern HEADING =
      Pattern.compile(
          "\\b(?:NIR|NIA|INS|NSS|INSI|INSC|NUMSECU|SECU|SECURITE SOCIALE|MATRICULE|NO SS|N SS|NUM SS)\\b");
  private static final int KEY_BASE = 97;
  private static final int SHORTEST = 15;
  private static final Pattern BETWEEN = Pattern.compile("[\\s.\\-\\u00a0\\u202f]");

  private HealthNumber() {}

  /** A heading that announces such numbers. */
  static boolean isHeading(String heading) {
    return HEADING.matcher(Matching.words(heading.replace('_', ' '))).find();
  }

  /** Fifteen characters with the right key: no accident. */
  static boolean isCertain(String value) {
    if (value.length() < SHORTEST) {
      return false;
    }
    Matcher form = FORM.matcher(stripped(value));
    if (!form.matches() || form.group(2) == null) {
      return false;
    }
    String digits = form.group(1).replace("2A", "19").replace("2B", "18");
    long key = KEY_BASE - Long.parseLong(digits) % KEY_BASE;
    return key == Long.parseLong(form.group(2));
  }

  /**
   * The number, if it can be the person's own: right key, and the same year and month of birth and
   * sex as the line tells. The number of a parent, under which a child is cared for, is not.
   *
   * @param birthDate ISO date; without one nothing matches
   * @param sex M or F; empty is not known
   * @return empty when it is not sure to be theirs
   */
  static String matching(String typed, String birthDate, String sex) {
    String number = stripped(typed);
    if (birthDate.isEmpty() || !isCertain(number)) {
      return "";
    }
    boolean sameSex =
        switch (number.charAt(0)) {
          case '1' -> !sex.equals("F");
          case '2' -> !sex.equals("M");
          default -> false; // a number that waits for the final one
        };
    String month = number.substring(3, 5);
    boolean monthKnown = Integer.parseInt(month) >= 1 && Integer.parseInt(month) <= 12;
    return sameSex
            && number.substring(1, 3).equals(birthDate.substring(2, 4))
            && monthKnown
            && month.equals(birthDate.substring(5, 7))
        ? number
        : "";
  }

  /** Most filled cells look like such numbers, with or without key. */
  static boolean fills(List<String> values) {
    List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
    long alike = filled.stream().filter(value -> FORM.matcher(stripped(value)).matches()).count();
    return !filled.isEmpty() && alike * 2 > filled.size()
        || filled.stream().anyMatch(HealthNumber::isCertain);
  }

  private static String stripped(String value) {
    return BETWEEN.matcher(value).replaceAll("").toUpperCase(java.util.Locale.ROOT);
  }
}
