package fr.vigie.investigation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a person is not written to like any other (domain.md §2.5). */
public enum Situation {
  /** The holders of parental authority are addressed, unless the care is kept secret. */
  MINOR("mineur", "mineure", "minor", "enfant"),
  /** A guardian or curator is addressed. */
  PROTECTED("protege", "protegee", "majeur protege", "tutelle", "curatelle", "protected"),
  /** Never written to; counted apart. */
  DECEASED("decede", "decedee", "dcd", "mort", "morte", "deceased"),
  /** In secrecy, birth under X, victim of violence: nothing to the home. */
  SECRECY("secret", "anonyme", "anonymat", "sous x", "x", "confidentiel", "secrecy");

  private final List<String> words;

  Situation(String... words) {
    this.words = List.of(words);
  }

  /**
   * Reads a cell such as {@code mineur, secret}; an empty one is no situation.
   *
   * @return empty when a word is not known: nothing is guessed about such a person
   */
  static Optional<Set<Situation>> parse(String text) {
    Set<Situation> found = EnumSet.noneOf(Situation.class);
    for (String part : text.split("[,;/+|]")) {
      String word = Matching.words(part);
      if (word.isEmpty() || word.equals("NON") || word.equals("AUCUNE") || word.equals("0")) {
        continue;
      }
      Optional<Situation> situation =
          Arrays.stream(values())
              .filter(
                  s ->
                      s.name().equals(word)
                          || s.words.contains(word.toLowerCase(java.util.Locale.ROOT)))
              .findFirst();
      if (situation.isEmpty()) {
        return Optional.empty();
      }
      found.add(situation.get());
    }
    return Optional.of(found);
  }
}
