package fr.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of migrations, which two people may write on the same day. */
class MigrationsTest {
  private static final Path FOLDER = Path.of("sql/migration");

  @Test
  void everyMigrationHasAVersionOfItsOwn() throws IOException {
    assertThat(names().stream().map(name -> name.substring(0, name.indexOf("__"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyMigrationIsNamedByItsMinuteAndWhatItChanges() throws IOException {
    assertThat(names()).allMatch(name -> name.matches("V20\\d{10}__[a-z0-9_]+\\.sql"));
  }

  /** MySQL commits each definition at once: two in a file could be half done. */
  @Test
  void everyMigrationIsOneStatement() throws IOException {
    for (String name : names()) {
      String text = Files.readString(FOLDER.resolve(name)).replaceAll("(?m)--.*$", "").strip();
      if (!text.toLowerCase(Locale.ROOT).contains("create trigger")) {
        assertThat(text.replaceAll("'[^']*'", "").chars().filter(c -> c == ';').count())
            .as(name)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }
}
