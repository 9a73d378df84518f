package fr.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every setting is described in {@code microprofile-config.properties}, and {@code
 * docs/configuration.md} says the same. When it is stale, run with {@code -Dvigie.docs.write=true}.
 */
class ConfigurationTest {
  private static final Path LISTED =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");
  private static final Path DOCUMENT = Path.of("docs/configuration.md");
  private static final Pattern KEY_IN_CODE =
      Pattern.compile("\"(vigie\\.[a-z]+(?:[.-][a-z0-9-]+)+)\"");
  private static final Pattern LINE = Pattern.compile("^#?(vigie\\.[a-z0-9.-]+)=(.*)$");

  /** What the file says of a key. */
  private record Setting(String purpose, String type, boolean required, String value) {}

  @Test
  void everyKeyReadByTheCodeIsListed() throws IOException {
    TreeSet<String> read = new TreeSet<>();
    for (Path source : sources()) {
      Matcher keys = KEY_IN_CODE.matcher(Files.readString(source));
      while (keys.find()) {
        boolean cookieOrSession = keys.group(1).matches("vigie\\.(lang|theme|zone|rail|began)");
        if (!cookieOrSession) {
          read.add(keys.group(1));
        }
      }
    }
    assertThat(settings().keySet()).isNotEmpty().containsAll(read);
  }

  @Test
  void noSecretHasADefault() throws IOException {
    assertThat(settings().values())
        .filteredOn(setting -> setting.type().equals("secret"))
        .isNotEmpty()
        .allMatch(setting -> setting.value().isEmpty());
  }

  @Test
  void theDocumentSaysTheSame() throws IOException {
    String wanted = document();
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.writeString(DOCUMENT, wanted);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(wanted);
  }

  private static String document() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "# Configuration\n"
                + "Made from `src/main/resources/META-INF/microprofile-config.properties`; change it"
                + " there.\nEach key is also an environment variable: `vigie.db.url` is"
                + " `VIGIE_DB_URL`.\n\n"
                + "| Key | Type | Default | Purpose |\n|---|---|---|---|\n");
    settings()
        .forEach(
            (key, setting) ->
                text.append(
                    "| `%s` | %s | %s | %s |%n"
                        .formatted(
                            key,
                            setting.type(),
                            setting.required()
                                ? "**required**"
                                : setting.value().isEmpty() ? "none" : "`" + setting.value() + "`",
                            setting.purpose())));
    return text.toString();
  }

  private static TreeMap<String, Setting> settings() throws IOException {
    TreeMap<String, Setting> settings = new TreeMap<>();
    List<String> comment = new ArrayList<>();
    for (String line : Files.readAllLines(LISTED)) {
      Matcher setting = LINE.matcher(line);
      if (setting.matches()) {
        String words = String.join(" ", comment);
        settings.put(setting.group(1), setting(words, setting.group(2)));
        comment.clear();
      } else if (line.startsWith("# ")) {
        comment.add(line.substring(2));
      } else {
        comment.clear();
      }
    }
    return settings;
  }

  private static Setting setting(String words, String value) {
    Matcher type = Pattern.compile("@type ([a-z-]+)").matcher(words);
    assertThat(type.find()).as("@type of: " + words).isTrue();
    String purpose = words.replaceAll("\\s*@\\w+( [a-z-]+)?", "").strip();
    return new Setting(purpose, type.group(1), words.contains("@required"), value);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList());
    }
  }
}
