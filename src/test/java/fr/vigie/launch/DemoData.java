package fr.vigie.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.flywaydb.core.Flyway;

/**
 * The organisations and people of the demonstration, from {@code sql/demo}. Never in the WAR.
 * Loaded once: a second start keeps what was changed.
 */
public final class DemoData {
  /** As the application has it; tests that sign in hundreds of times ask for fewer. */
  private static final int ROUNDS = Integer.getInteger("vigie.demo.rounds", 210_000);

  private static final int SALT_BYTES = 32;
  private static final int KEY_BYTES = 64;

  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  static {
    FLYWAY.setLevel(Level.WARNING); // each migration at each start is no news
  }

  private DemoData() {}

  /** Brings an empty schema to what the application makes of it at start-up. */
  public static void migrate(Database database) {
    flyway(database, "sql/migration", "sql/reference").outOfOrder(true).load().migrate();
  }

  /** Loads the demonstration into a schema that the application, or {@link #migrate}, has made. */
  public static void load(Database database, String password) {
    flyway(database, "sql/demo")
        .table("demo_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .placeholders(Map.of("password_hash", hash(password)))
        .load()
        .migrate();
  }

  private static org.flywaydb.core.api.configuration.FluentConfiguration flyway(
      Database database, String... folders) {
    Path project = Path.of(System.getProperty("vigie.project", "")).toAbsolutePath();
    String[] locations = new String[folders.length];
    for (int i = 0; i < folders.length; i++) {
      locations[i] = "filesystem:" + project.resolve(folders[i]);
    }
    return Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations(locations);
  }

  /** The form in which Jakarta Security keeps a PBKDF2 hash. */
  private static String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, KEY_BYTES * 8))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "PBKDF2WithHmacSHA512:"
          + ROUNDS
          + ":"
          + new String(base64.encode(salt), StandardCharsets.US_ASCII)
          + ":"
          + new String(base64.encode(key), StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java 17 has PBKDF2", e);
    }
  }
}
