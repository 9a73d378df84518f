package fr.vigie.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Cells of the CSV files that we give out: quoted, and never read as a formula by a spreadsheet.
 * Files are UTF-8 with a mark, semicolons and CRLF, which French spreadsheets open by themselves.
 */
public final class CsvCell {
  /** First in a file. */
  public static final String MARK = "\ufeff";

  private static final String END = "\r\n";

  private CsvCell() {}

  /** One line, its end included. */
  public static String line(Object... cells) {
    return Arrays.stream(cells).map(CsvCell::quoted).collect(Collectors.joining(";", "", END));
  }

  /** The text as a cell without quotes: an apostrophe first when it could start a formula. */
  public static String safe(Object value) {
    String text = value == null ? "" : value.toString();
    String seen = text.stripLeading();
    boolean formula =
        !text.isEmpty()
            && ("\t\r\n".indexOf(text.charAt(0)) >= 0
                || (!seen.isEmpty() && "=+-@＝＋－＠".indexOf(seen.charAt(0)) >= 0));
    return formula ? "'" + text : text;
  }

  private static String quoted(Object value) {
    String text = safe(value);
    boolean plain = text.chars().noneMatch(c -> c == ';' || c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
