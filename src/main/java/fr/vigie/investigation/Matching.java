package fr.vigie.investigation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared, never as they are shown (domain.md §7.6). */
final class Matching {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Names that name nobody: two of them are not the same person. */
  private static final Set<String> NOBODY =
      Set.of("", "SANSNOM", "SANS NOM", "INCONNU", "INCONNUE", "X", "XX", "XXX", "ANONYME", "TEST");

  private Matching() {}

  /** Capitals without accents or ligatures; apostrophes and hyphens are blanks. */
  static String words(String text) {
    String decomposed =
        Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKD)
            .replace("œ", "oe")
            .replace("Œ", "OE")
            .replace("æ", "ae")
            .replace("Æ", "AE");
    String capitals = MARKS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
    return NOT_WORDS.matcher(capitals).replaceAll(" ").strip();
  }

  static boolean namesNobody(String name) {
    return NOBODY.contains(words(name));
  }
}
