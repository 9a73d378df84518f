package fr.vigie.investigation;

import fr.vigie.platform.Accents;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared, never as they are shown (domain.md §7.6). */
final class Matching {
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Names that name nobody: two of them are not the same person. */
  private static final Set<String> NOBODY =
      Set.of("", "SANSNOM", "SANS NOM", "INCONNU", "INCONNUE", "X", "XX", "XXX", "ANONYME", "TEST");

  private Matching() {}

  /** Capitals without accents or ligatures; apostrophes and hyphens are blanks. */
  static String words(String text) {
    String capitals =
        Accents.without(text == null ? "" : text)
            .replace("œ", "oe")
            .replace("Œ", "OE")
            .replace("æ", "ae")
            .replace("Æ", "AE")
            .toUpperCase(Locale.ROOT);
    return NOT_WORDS.matcher(capitals).replaceAll(" ").strip();
  }

  static boolean namesNobody(String name) {
    return NOBODY.contains(words(name));
  }
}
