package fr.vigie.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code docs/api/openapi.yaml}, which the server serves, says what the classes do. When it is
 * stale, run with {@code -Dvigie.docs.write=true}.
 */
class ApiDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/api/openapi.yaml");

  @Test
  void theDocumentSaysWhatTheClassesDo() throws IOException {
    String wanted =
        "# Made from the classes; README.md says how to refresh it.\n"
            + yaml().dump(new ApiDocument().make());
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, wanted);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(wanted);
  }

  private static Yaml yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(110);
    options.setDereferenceAliases(true);
    return new Yaml(options);
  }
}
