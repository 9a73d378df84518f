package fr.vigie.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
  private final Map<String, String> settings = new HashMap<>();

  RequiredSettingsTest() {
    RequiredSettings.KEYS.forEach(key -> settings.put(key, "given"));
  }

  private void check() {
    RequiredSettings.check(key -> Optional.ofNullable(settings.get(key)));
  }

  @Test
  void aStartWithEverySettingGoesOn() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void everyMissingSettingIsNamedAtOnceAndNoValueIsShown() {
    settings.remove("vigie.db.password");
    settings.put("vigie.keyring.file", " ");
    assertThatThrownBy(this::check)
        .hasMessageContaining("vigie.db.password, vigie.keyring.file,")
        .hasMessageNotContaining("given");
  }

  @Test
  void theListIsTheOneOfTheSettingsFile() throws IOException {
    String file =
        Files.readString(Path.of("src/main/resources/META-INF/microprofile-config.properties"));
    List<String> required =
        Pattern.compile("@required\\s+#(vigie[.a-z-]+)=")
            .matcher(file)
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(RequiredSettings.KEYS).containsExactlyInAnyOrderElementsOf(required);
  }
}
