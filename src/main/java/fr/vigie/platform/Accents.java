package fr.vigie.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as it is compared, never as it is shown: letters without accents. Ligatures of typography,
 * full-width letters and no-break spaces become the plain ones (NFKD); œ and æ stay letters of
 * their own. Lists keep keyed hashes of such texts: another rule here would no longer find their
 * persons.
 */
public final class Accents {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private Accents() {}

  public static String without(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }
}
