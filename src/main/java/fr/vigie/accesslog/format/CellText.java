package fr.vigie.accesslog.format;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Makes texts of the cells of one column. The same cell again is the same text: most come often.
 */
final class CellText {
  private static final byte QUOTE = '"';

  private final Charset charset;
  private byte[] last = new byte[64];
  private int length = -1;
  private String text = "";

  CellText(Charset charset) {
    this.charset = charset;
  }

  /** Without the quotes around it and the blanks. */
  String of(byte[] bytes, int from, int to) {
    int size = to - from;
    if (size != length || !Arrays.equals(bytes, from, to, last, 0, size)) {
      text = made(bytes, from, to);
      keep(bytes, from, size);
    }
    return text;
  }

  private void keep(byte[] bytes, int from, int size) {
    length = size > last.length ? -1 : size;
    if (length >= 0) {
      System.arraycopy(bytes, from, last, 0, size);
    }
  }

  private String made(byte[] bytes, int from, int to) {
    if (to - from < 2 || bytes[from] != QUOTE) {
      return new String(bytes, from, to - from, charset).strip();
    }
    String inner = new String(bytes, from + 1, to - from - 2, charset);
    return inner.replace("\"\"", "\"").strip();
  }
}
