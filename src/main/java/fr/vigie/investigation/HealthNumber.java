package fr.vigie.investigation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises national health and social-security numbers, so that none enters: this is not a care
 * tool and has no basis to hold them (domain.md §7.2, pitfall 35).
 */
final class HealthNumber {
  private static final Pattern FORM =
      Pattern.compile("([1-478]\\d{4}(?:\\d{2}|2[AB])\\d{6})(\\d{2})?");
  private static final Pattern HEADING =
      Pattern.compile(
          "\\b(?:NIR|NIA|INS|NSS|INSI|INSC|NUMSECU|SECU|SECURITE SOCIALE|MATRICULE|NO SS|N SS|NUM SS)\\b");
  private static final int KEY_BASE = 97;

  private HealthNumber() {}

  /** A heading that announces such numbers. */
  static boolean isHeading(String heading) {
    return HEADING.matcher(Matching.words(heading.replace('_', ' '))).find();
  }

  /** Fifteen characters with the right key: no accident. */
  static boolean isCertain(String value) {
    Matcher form = FORM.matcher(stripped(value));
    if (!form.matches() || form.group(2) == null) {
      return false;
    }
    String digits = form.group(1).replace("2A", "19").replace("2B", "18");
    long key = KEY_BASE - Long.parseLong(digits) % KEY_BASE;
    return key == Long.parseLong(form.group(2));
  }

  /** Most filled cells look like such numbers, with or without key. */
  static boolean fills(List<String> values) {
    List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
    long alike = filled.stream().filter(value -> FORM.matcher(stripped(value)).matches()).count();
    return !filled.isEmpty() && alike * 2 > filled.size()
        || filled.stream().anyMatch(HealthNumber::isCertain);
  }

  private static String stripped(String value) {
    return value.replaceAll("[\\s.\\-\\u00a0\\u202f]", "").toUpperCase(java.util.Locale.ROOT);
  }
}
