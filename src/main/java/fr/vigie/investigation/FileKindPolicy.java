package fr.vigie.investigation;

import fr.vigie.platform.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether a file is one text in one encoding. A workbook or an archive read as text would give
 * nonsense rows, and a file pasted together from two encodings wrong names; both are refused, with
 * what to do instead.
 */
final class FileKindPolicy {
  /** How ZIP (and xlsx, ods), old Excel, PDF, gzip, RAR and 7z files begin. */
  private static final List<byte[]> NOT_TEXT =
      List.of(
          begin('P', 'K', 3, 4),
          begin('P', 'K', 5, 6),
          begin('P', 'K', 7, 8),
          begin(0xD0, 0xCF, 0x11, 0xE0),
          begin('%', 'P', 'D', 'F'),
          begin(0x1F, 0x8B),
          begin('R', 'a', 'r', '!'),
          begin('7', 'z', 0xBC, 0xAF));

  private FileKindPolicy() {}

  /**
   * @param head the first bytes
   * @param utf8 what the whole file went through
   * @throws RefusedException unless it is one text
   */
  static void check(byte[] head, Utf8Check utf8) {
    boolean valid = utf8.isValid();
    boolean oneByte =
        List.of(StandardCharsets.UTF_8, CsvShape.WINDOWS).contains(CsvShape.charset(head, valid));
    if (NOT_TEXT.stream().anyMatch(begin -> startsWith(head, begin))
        || (oneByte && contains(head, (byte) 0))) {
      throw RefusedException.at("file", "investigation.refused.notText");
    }
    if (oneByte && !valid && utf8.hasLetters()) {
      throw RefusedException.at("file", "investigation.refused.mixedEncodings");
    }
  }

  private static byte[] begin(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static boolean startsWith(byte[] bytes, byte[] begin) {
    for (int i = 0; i < begin.length; i++) {
      if (bytes.length <= i || bytes[i] != begin[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] bytes, byte wanted) {
    for (byte one : bytes) {
      if (one == wanted) {
        return true;
      }
    }
    return false;
  }
}
