package fr.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.platform.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every word of the product is in the bundles, in both languages, well spaced. */
class TextsTest {
  private static final Pattern IN_PAGE =
      Pattern.compile("\\b([a-z]+)Text(?:\\['([^']+)'\\]|\\.([A-Za-z][A-Za-z0-9]*))");
  private static final Pattern TOLD_IN_PAGE = Pattern.compile("show\\.text\\('([a-z]+\\.[^']+)'");
  private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+)\\.([A-Za-z0-9_.]+)\"");
  private static final Pattern COMPOSED = Pattern.compile("\\.$");

  @Test
  void bothLanguagesHaveTheSameKeysAndNoEmptyValue() {
    for (Path french : bundles()) {
      Properties fr = load(french);
      Properties en = load(Path.of(french.toString().replace(".properties", "_en.properties")));
      assertThat(en.stringPropertyNames()).as("%s", french).isEqualTo(fr.stringPropertyNames());
      assertThat(fr.values()).as("%s", french).noneMatch(value -> value.toString().isBlank());
      assertThat(en.values()).as("English of %s", french).noneMatch(v -> v.toString().isBlank());
    }
  }

  @Test
  void noKeyIsWrittenTwice() {
    for (Path bundle : Sources.under(Sources.RESOURCES, ".properties")) {
      List<String> keys =
          Sources.read(bundle)
              .lines()
              .filter(line -> line.matches("[A-Za-z][^=\\s]*\\s*=.*"))
              .map(line -> line.substring(0, line.indexOf('=')).strip())
              .toList();
      assertThat(keys).as("%s", bundle).doesNotHaveDuplicates();
    }
  }

  @Test
  void frenchKeepsItsNarrowSpacesAndItsApostrophe() {
    for (Path bundle : bundles()) {
      load(bundle)
          .forEach(
              (key, value) -> {
                if (!key.toString().startsWith("format.")) {
                  assertThat(value.toString())
                      .as("%s: %s", bundle, key)
                      .doesNotContain("'")
                      .doesNotContainPattern("[\\p{L}\\p{N}\\}»\\)][ ]?[;!?](?=\\s|$)")
                      .doesNotContainPattern("[\\p{L}\\}»\\)][ ]?:(?=\\s|$)")
                      .doesNotContainPattern("« | »|«\\p{L}|\\p{L}»");
                }
              });
    }
  }

  /** What a line names is kept as words: a form for numbers would fail the whole page. */
  @Test
  void linesOfTheMainCouranteAskForNoNumber() {
    for (Path bundle : Sources.under(Sources.RESOURCES, ".properties")) {
      load(bundle)
          .forEach(
              (key, value) -> {
                if (key.toString().startsWith("journal.")) {
                  assertThat(value.toString())
                      .as("%s in %s", key, bundle)
                      .doesNotContainPattern("\\{\\d+,(choice|number)");
                }
              });
    }
  }

  @Test
  void everyKeyUsedInPagesExists() {
    Set<String> missing = new TreeSet<>();
    for (Path page : Sources.under(Sources.WEBAPP, ".xhtml")) {
      String text = Sources.read(page);
      for (Matcher m = IN_PAGE.matcher(text); m.find(); ) {
        String key = m.group(2) == null ? m.group(3) : m.group(2);
        check(m.group(1) + "." + key, page, missing);
      }
      for (Matcher m = TOLD_IN_PAGE.matcher(text); m.find(); ) {
        check(m.group(1), page, missing);
      }
    }
    assertThat(missing).isEmpty();
  }

  /**
   * A literal such as {@code "incident.refused.closed"} whose first word is a feature is a text key
   * when the feature's bundle has that family ({@code refused.}) or it is said to be a refusal.
   */
  @Test
  void everyKeyUsedInJavaExists() {
    Set<String> features =
        bundles().stream()
            .map(path -> path.getParent().getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    features.add("common");
    Set<String> missing = new TreeSet<>();
    for (Path source : Sources.under(Sources.JAVA, ".java")) {
      String text = Sources.read(source);
      for (Matcher m = IN_JAVA.matcher(text); m.find(); ) {
        String key = m.group(1) + "." + m.group(2);
        boolean refusal = m.group(2).startsWith("refused.");
        if (refusal || features.contains(m.group(1)) && isFamily(m.group(1), m.group(2))) {
          check(key, source, missing);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isFamily(String feature, String key) {
    String family = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : key;
    return Texts.bundle(feature, Locale.FRENCH).stream()
        .flatMap(bundle -> bundle.keySet().stream())
        .anyMatch(known -> known.startsWith(family));
  }

  private static void check(String key, Path where, Set<String> missing) {
    boolean composed = COMPOSED.matcher(key).find();
    if (!composed && !Texts.in(Locale.FRENCH).knows(key)) {
      missing.add(key + " in " + where);
    }
  }

  private static List<Path> bundles() {
    List<Path> found = new ArrayList<>(Sources.under(Sources.RESOURCES, "/Texts.properties"));
    assertThat(found).isNotEmpty();
    return found;
  }

  private static Properties load(Path path) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Sources.read(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
