package fr.vigie.platform.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;

/** Key rings whose keys follow from their identifiers. */
public final class TestRing {
  private TestRing() {}

  /** The first encrypts. */
  public static KeyRing of(String... ids) {
    Properties keys = new Properties();
    keys.setProperty("current", ids[0]);
    for (String id : ids) {
      keys.setProperty("key." + id, key("c" + id));
      keys.setProperty("hmac." + id, key("h" + id));
    }
    return KeyRing.from(keys);
  }

  private static String key(String seed) {
    byte[] bytes = Arrays.copyOf(seed.getBytes(StandardCharsets.UTF_8), Seal.KEY_BYTES);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
