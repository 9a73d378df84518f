package fr.vigie.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The pure rule of the chain: the hash of a line covers the hash before it and every field, each
 * prefixed by its length in bytes so that no two different lines read alike. SHA-256, lower-case
 * hexadecimal.
 */
public final class HashChain {
  /** What the first line points to. */
  public static final String ORIGIN = "0".repeat(64);

  private HashChain() {}

  public static String next(String previousHash, List<String> fields) {
    MessageDigest digest = sha256();
    update(digest, previousHash);
    fields.forEach(field -> update(digest, field));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
