package fr.vigie.accesslog.format;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Bytes of a log as places count them, and as a person reads them. */
public final class LogText {
  private LogText() {}

  /** The entry's bytes in which places are counted. */
  public static InputStream stream(LogInput.Entry entry, Charset charset) {
    return AsUtf8.of(entry.bytes(), charset);
  }

  /**
   * The lines at some numbers of a table's file, as bytes; those that are there.
   *
   * @param file its number
   */
  public static Map<Long, byte[]> rows(
      LogTable table, int file, Collection<Long> numbers, Charset charset, LogEngine engine) {
    Map<Long, byte[]> found = new HashMap<>();
    engine.ask(
        TableQuery.lines(table, file, numbers),
        LogEngine.patience(LogGuess.PATIENCE),
        cells -> {
          if (cells[2] != null) {
            found.put(TableLogReader.number(cells[1]), cells[2].getBytes(AsUtf8.charset(charset)));
          }
        });
    return found;
  }

  /** A line, without what could turn a screen upside down. */
  public static String of(byte[] line, Charset charset) {
    return new String(line, AsUtf8.charset(charset)).replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
  }
}
