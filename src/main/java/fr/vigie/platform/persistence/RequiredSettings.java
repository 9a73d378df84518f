package fr.vigie.platform.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;

/**
 * Refuses the start when settings without a default are missing, and names them. The persistence
 * unit calls it before its first connection, which is the first thing the application does: without
 * it the database would only say that it refuses an unknown user.
 */
public class RequiredSettings implements SessionCustomizer {
  static final List<String> KEYS =
      List.of(
          "vigie.db.url",
          "vigie.db.user",
          "vigie.db.password",
          "vigie.keyring.file",
          "vigie.evidence.dir");

  @Override
  public void customize(Session session) {
    check(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
  }

  static void check(Function<String, Optional<String>> settings) {
    List<String> missing =
        KEYS.stream()
            .filter(key -> settings.apply(key).filter(v -> !v.isBlank()).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Vigie does not start: missing settings "
              + String.join(", ", missing)
              + ", see docs/configuration.md");
    }
  }
}
