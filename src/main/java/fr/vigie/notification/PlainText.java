package fr.vigie.notification;

import fr.vigie.platform.Accents;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as a reader or a mail program would take it: without the characters that do not show, the
 * look-alike dots and the brackets that hide a link, in small letters.
 */
final class PlainText {

  /** Format and control characters that do not show, variation selectors, invisible fillers. */
  static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cf}\\p{Co}\\u034f\\u115f\\u1160\\u3164\\ufe00-\\ufe0f]");

  private static final Pattern DOTS =
      Pattern.compile("[\\u3002\\uff0e\\uff61\\u2024\\u00b7\\u06d4]");
  private static final Pattern SLASHES = Pattern.compile("[\\u2044\\u2215\\u29f8\\uff0f]");
  private static final Pattern BRACKETED_DOTS =
      Pattern.compile("\\s*[\\[({<]\\s*(?:\\.|dot|point)\\s*[\\])}>]\\s*");

  private PlainText() {}

  /** Ready to look for links: accents kept, since a domain may have some. */
  static String forLinks(String text) {
    String visible = HIDDEN.matcher(text).replaceAll("");
    // before NFKC, which would make three dots of an ellipsis and two of a two dot leader
    String dotted = DOTS.matcher(visible).replaceAll(".");
    String plain =
        SLASHES.matcher(Normalizer.normalize(dotted, Normalizer.Form.NFKC)).replaceAll("/");
    return BRACKETED_DOTS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(".");
  }

  /** Ready to look for words: without accents, one kind of apostrophe, hyphen and space. */
  static String forWords(String text) {
    return Accents.without(HIDDEN.matcher(text).replaceAll(""))
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\u2019\\u02bc`\\u00b4]", "'")
        .replaceAll("[\\u2010-\\u2015]", "-")
        .replaceAll("[\\s\\u00a0]+", " ");
  }
}
