package fr.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** Pages are small, wordless and without style or script of their own. */
class FaceletsTest {
  private static final int LONGEST = 160;
  private static final Pattern EL = Pattern.compile("#\\{[^}]*\\}");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern WORDY =
      Pattern.compile(
          "\\s(label|title|hint|alt|placeholder|aria-label|headerText|header|confirm"
              + "|emptyMessage|value|itemLabel|text|name)=\"([^\"]*)\"");
  private static final Set<String> NAMES = Set.of("Vigie", "Français", "English", "TLP");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(");

  /** An undeclared prefix would only show when somebody opens the page. */
  @Test
  void pagesAreWellFormed() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    for (Path page : pages()) {
      assertThatCode(() -> factory.newDocumentBuilder().parse(page.toFile()))
          .as("%s", page)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void pagesAreSmall() {
    for (Path page : pages()) {
      assertThat(Sources.read(page).lines().count()).as("%s", page).isLessThanOrEqualTo(LONGEST);
    }
  }

  @Test
  void noPageHasStyleOrScriptOfItsOwn() {
    for (Path page : pages()) {
      assertThat(Sources.read(page))
          .as("%s", page)
          .doesNotContainPattern("\\sstyle=\"")
          .doesNotContainPattern("<style[\\s>]")
          .doesNotContainPattern("<script[^>]*[^/]>\\s*\\S")
          .doesNotContainPattern("\\son(click|change|submit|load|input|key\\w+)=\"");
    }
  }

  @Test
  void noPageHasWordsOfItsOwn() {
    Set<String> literal = new TreeSet<>();
    for (Path page : pages()) {
      String source = COMMENT.matcher(Sources.read(page)).replaceAll("");
      String wordless = EL.matcher(source).replaceAll("");
      String text = TAG.matcher(wordless).replaceAll(" ").replaceAll("&[a-z]+;", " ");
      collect(text, page, literal);
      for (Matcher m = WORDY.matcher(wordless); m.find(); ) {
        boolean code = m.group(2).matches("[\\w./:-]*") && m.group(2).matches("[^A-Z ]*.*[^ ]*");
        if (!code || m.group(2).matches("[A-ZÀ-Ý]\\p{Ll}+")) {
          collect(m.group(2), page, literal);
        }
      }
    }
    assertThat(literal).isEmpty();
  }

  @Test
  void onlyTokensNameColours() {
    for (Path sheet : Sources.under(Sources.WEBAPP, ".css")) {
      if (!sheet.endsWith("tokens.css")) {
        assertThat(COLOUR.matcher(Sources.read(sheet)).find()).as("%s", sheet).isFalse();
      }
    }
  }

  @Test
  void everyTagIsDeclaredAndEveryDeclaredTagExists() {
    String library = Sources.read(Sources.WEBAPP.resolve("WEB-INF/vigie.taglib.xml"));
    Set<String> declared = new TreeSet<>();
    for (Matcher m = Pattern.compile("<source>tags/([a-z]+)\\.xhtml").matcher(library);
        m.find(); ) {
      declared.add(m.group(1));
    }
    Set<String> present = new TreeSet<>();
    for (Path tag : Sources.under(Sources.WEBAPP.resolve("WEB-INF/tags"), ".xhtml")) {
      present.add(tag.getFileName().toString().replace(".xhtml", ""));
    }
    assertThat(declared).isEqualTo(present);
    for (Path page : pages()) {
      for (Matcher m = Pattern.compile("<v:([a-zA-Z]+)").matcher(Sources.read(page)); m.find(); ) {
        assertThat(declared).as("%s", page).contains(m.group(1));
      }
    }
  }

  /** Two parts of one id hide each other from scripts: a table stayed invisible that way. */
  @Test
  void noTableHasTheIdOfTheCardAroundIt() {
    Pattern anchor = Pattern.compile("anchor=\"([A-Za-z-]+)\"");
    for (Path page : pages()) {
      for (Matcher m = anchor.matcher(Sources.read(page)); m.find(); ) {
        assertThat(Sources.read(page))
            .as("%s", page)
            .doesNotContainPattern("<p:\\w+ id=\"" + m.group(1) + "\"");
      }
    }
  }

  private static void collect(String text, Path page, Set<String> literal) {
    for (Matcher m = WORD.matcher(text); m.find(); ) {
      if (!NAMES.contains(m.group())) {
        literal.add(m.group() + " in " + page);
      }
    }
  }

  private static List<Path> pages() {
    return Sources.under(Sources.WEBAPP, ".xhtml");
  }
}
