package fr.vigie.reference;

import java.util.Locale;

/** Codes made of digits, which are texts: {@code 01} is not 1. */
final class Digits {

  /** No identifier or telephone number is longer, even with generous spacing. */
  private static final int LONGEST_ENTRY = 60;

  private Digits() {}

  /** The code without the spaces, dots and hyphens that people put in, in capitals. */
  static String strip(String typed) {
    if (typed == null || typed.length() > LONGEST_ENTRY) {
      return "";
    }
    return typed
        .replaceAll("[\\s\\u00a0\\u2007\\u2009\\u202f\\ufeff.\\u2010\\u2011-]", "")
        .toUpperCase(Locale.ROOT);
  }

  /** True for that many ASCII digits and nothing else. */
  static boolean are(String text, int count) {
    return text.length() == count && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Luhn key. The caller has checked that there are only digits. */
  static boolean passLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      if (i % 2 == 1) {
        digit *= 2;
        if (digit > 9) {
          digit -= 9;
        }
      }
      sum += digit;
    }
    return sum % 10 == 0;
  }

  static int sum(String digits) {
    return digits.chars().map(c -> c - '0').sum();
  }
}
