package fr.vigie.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/**
 * Slow, salted password hashes: PBKDF2-HMAC-SHA512, 210,000 rounds (OWASP's figure). The parameters
 * stand in each hash, so they can be raised without locking anybody out.
 */
@ApplicationScoped
public class Passwords {
  /** At least this many characters: long rather than complicated (ANSSI-PG-078, CNIL 2022-100). */
  public static final int LEAST = 12;

  public static final int MOST = 200;

  @Inject Pbkdf2PasswordHash algorithm;
  private String nobody;

  @PostConstruct
  void initialise() {
    algorithm.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    nobody = hash("no such user " + System.identityHashCode(this));
  }

  String hash(String password) {
    return algorithm.generate(password.toCharArray());
  }

  boolean matches(String password, String hash) {
    return !hash.isEmpty() && algorithm.verify(password.toCharArray(), hash);
  }

  /** Takes as long as a real check, so that timing does not tell which logins exist. */
  void checkForNobody(String password) {
    algorithm.verify(password.toCharArray(), nobody);
  }

  /** Four classes and twelve characters, or fourteen and three classes, or a long phrase. */
  static boolean isStrong(String password) {
    int length = password.length();
    long classes =
        java.util.stream.Stream.of(".*\\p{Ll}.*", ".*\\p{Lu}.*", ".*\\d.*", ".*[^\\p{L}\\d].*")
            .filter(pattern -> password.matches("(?s)" + pattern))
            .count();
    return length <= MOST
        && ((length >= LEAST && classes == 4) || (length >= 14 && classes >= 3) || length >= 25);
  }
}
