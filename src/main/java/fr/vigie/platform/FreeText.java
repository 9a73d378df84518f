package fr.vigie.platform;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What no typed text may hold, wherever it enters: characters that are never shown and can make a
 * text read otherwise than it is kept. NUL and lone surrogates break programs and files; the marks
 * U+202A to U+202E and U+2066 to U+2069 turn the order of what follows (Unicode UAX 9).
 */
public final class FreeText {
  private FreeText() {}

  /**
   * @param field where it was typed
   * @throws RefusedException naming the first such character and its place, counted from 1
   */
  public static void check(String field, String text) {
    OptionalInt at = forbidden(text);
    if (at.isPresent()) {
      throw RefusedException.at(
          field, "common.refused.character", place(text, at.getAsInt()), name(text, at.getAsInt()));
    }
  }

  private static OptionalInt forbidden(String text) {
    return text == null
        ? OptionalInt.empty()
        : IntStream.range(0, text.length()).filter(i -> isForbidden(text, i)).findFirst();
  }

  private static boolean isForbidden(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == 0 || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  /** As a person counts: a character beyond U+FFFF is one. */
  private static String place(String text, int at) {
    return Integer.toString(text.codePointCount(0, at) + 1);
  }

  private static String name(String text, int at) {
    return String.format(Locale.ROOT, "U+%04X", (int) text.charAt(at));
  }
}
