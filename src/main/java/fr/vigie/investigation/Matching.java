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
    return text != null && isPlain(text) ? plainWords(text) : anyWords(text);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(letter -> letter < 128);
  }

  /** Most texts have no accent: nothing has to be taken apart. */
  private static String plainWords(String text) {
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = Character.toUpperCase(text.charAt(i));
      if (letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9') {
        words.append(letter);
      } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString().strip();
  }

  private static String anyWords(String text) {
    String capitals =
        Accents.without(text == null ? "" : text)
            .replace("œ", "oe")
            .replace("Œ", "OE")
            .replace("æ", "ae")
            .replace("Æ", "AE")
            .toUpperCase(Locale.ROOT);
    return NOT_WORDS.matcher(capitals).replaceAll(" ").strip();
  }

  /**
   * What is left of a first name when vowels, doubled and silent letters go: Lucas and Lukas, Théo
   * and Teo sound alike.
   */
  static String sound(String words) {
    StringBuilder sound = new StringBuilder();
    String simple = words.replace("PH", "F").replace("CH", "S");
    for (int i = 0; i < simple.length(); i++) {
      char letter = simple.charAt(i);
      char heard = "CQ".indexOf(letter) >= 0 ? 'K' : letter == 'Z' ? 'S' : letter;
      boolean again = sound.length() > 0 && sound.charAt(sound.length() - 1) == heard;
      if ("AEIOUYH ".indexOf(heard) < 0 && !again) {
        sound.append(heard);
      }
    }
    return sound.isEmpty() ? words : sound.toString();
  }

  static String email(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  static boolean namesNobody(String name) {
    return NOBODY.contains(words(name));
  }
}
