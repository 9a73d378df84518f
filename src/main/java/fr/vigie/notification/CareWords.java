package fr.vigie.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that tell the care and so never stand on the outside of a message, its subject or its
 * sender (domain.md §2.4, pitfall 23). The list is the resource {@code care-words.txt}.
 */
final class CareWords {
  private static final String LIST = "care-words.txt";
  private static final Pattern ANY = read();

  private CareWords() {}

  /** The first such word of a text, without accents. */
  static Optional<String> in(String text) {
    Matcher found = ANY.matcher(PlainText.forWords(text).replace('_', ' '));
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static Pattern read() {
    try (InputStream in = CareWords.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + LIST);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(CareWords::form)
          .collect(
              Collectors.collectingAndThen(
                  Collectors.joining("|", "\\b(?:", ")\\b"), Pattern::compile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A star stands for any end of the word, a space also for a hyphen. */
  private static String form(String line) {
    return PlainText.forWords(line).replace("*", "\\p{L}*").replace(" ", "[ -]?");
  }
}
