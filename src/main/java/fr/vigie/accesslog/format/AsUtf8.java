package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-16 as UTF-8, since readers look for separators among bytes. Places in such a file are those
 * of its UTF-8 form.
 */
final class AsUtf8 extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[1 << 15];
  private byte[] bytes = {};
  private int place;
  private int carried;

  private AsUtf8(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  /** The stream itself unless it is UTF-16. */
  static InputStream of(InputStream in, Charset charset) {
    return isWide(charset) ? new AsUtf8(in, charset) : in;
  }

  /** What {@link #of} gives is written in. */
  static Charset charset(Charset charset) {
    return isWide(charset) ? StandardCharsets.UTF_8 : charset;
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[place++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - place);
    System.arraycopy(bytes, place, to, from, count);
    place += count;
    return count;
  }

  /** A pair of surrogates is never cut in two. */
  private boolean fill() throws IOException {
    while (place == bytes.length) {
      int read = reader.read(chars, carried, chars.length - carried);
      int count = carried + Math.max(0, read);
      if (read < 0 && count == 0) {
        return false;
      }
      boolean cut = read >= 0 && Character.isHighSurrogate(chars[count - 1]);
      char high = chars[count - 1];
      bytes = new String(chars, 0, cut ? count - 1 : count).getBytes(StandardCharsets.UTF_8);
      place = 0;
      carried = cut ? 1 : 0;
      chars[0] = cut ? high : chars[0];
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
