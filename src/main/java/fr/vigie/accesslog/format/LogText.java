package fr.vigie.accesslog.format;

import java.io.InputStream;
import java.nio.charset.Charset;

/** Bytes of a log as places count them, and as a person reads them. */
public final class LogText {
  private LogText() {}

  /** The entry's bytes in which places are counted. */
  public static InputStream stream(LogInput.Entry entry, Charset charset) {
    return AsUtf8.of(entry.bytes(), charset);
  }

  /** A line, without what could turn a screen upside down. */
  public static String of(byte[] line, Charset charset) {
    return new String(line, AsUtf8.charset(charset)).replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
  }
}
