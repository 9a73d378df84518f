package fr.vigie.incident;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The type of a file, read from its first bytes and never from its name. Only types that a browser
 * does not run are told; all else is a row of bytes.
 */
final class EvidenceMediaPolicy {
  static final int HEAD = 16;
  static final String BYTES = "application/octet-stream";
  private static final Map<byte[], String> MAGIC = new LinkedHashMap<>();

  static {
    MAGIC.put("%PDF-".getBytes(StandardCharsets.US_ASCII), "application/pdf");
    MAGIC.put(HexFormat.of().parseHex("89504e470d0a1a0a"), "image/png");
    MAGIC.put(HexFormat.of().parseHex("ffd8ff"), "image/jpeg");
    MAGIC.put(HexFormat.of().parseHex("504b0304"), "application/zip");
    MAGIC.put(HexFormat.of().parseHex("1f8b"), "application/gzip");
    MAGIC.put(HexFormat.of().parseHex("377abcaf271c"), "application/x-7z-compressed");
  }

  private EvidenceMediaPolicy() {}

  static String sniff(byte[] head) {
    return MAGIC.entrySet().stream()
        .filter(magic -> startsWith(head, magic.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(BYTES);
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
