package fr.vigie.accesslog.format;

import java.nio.charset.StandardCharsets;

/** Looking for plain texts among bytes. */
final class ByteSearch {
  private ByteSearch() {}

  static byte[] text(String plain) {
    return plain.getBytes(StandardCharsets.US_ASCII);
  }

  /** Where a text first stands whole; -1 when it does not. */
  static int find(byte[] bytes, int from, int to, byte[] text) {
    byte first = text[0];
    int most = to - text.length;
    for (int i = from; i <= most; i++) {
      if (bytes[i] == first && startsAt(bytes, i, to, text)) {
        return i;
      }
    }
    return -1;
  }

  static int find(byte[] bytes, int from, int to, char wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  static boolean startsAt(byte[] bytes, int from, int to, byte[] text) {
    if (from + text.length > to) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes[from + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first byte that is no blank. */
  static int afterBlanks(byte[] bytes, int from, int to) {
    int place = from;
    while (place < to && isBlank(bytes[place])) {
      place++;
    }
    return place;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static int breaks(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
