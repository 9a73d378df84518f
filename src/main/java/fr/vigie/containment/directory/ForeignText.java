package fr.vigie.containment.directory;

import java.util.regex.Pattern;

/**
 * What a directory wrote, as it may be stored and shown. Whoever holds an account can often write
 * its name: characters that are not shown, turn the reading direction or break a page are replaced.
 */
final class ForeignText {
  /** More of one value is not kept. */
  static final int MOST = 4_000;

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

  private ForeignText() {}

  static String harmless(String text) {
    if (text == null) {
      return "";
    }
    String cut = text.length() <= MOST ? text : text.substring(0, MOST);
    return HIDDEN.matcher(cut).replaceAll("\uFFFD");
  }
}
