package fr.vigie.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows for a spreadsheet: quoted where needed, and no cell that it would run as a formula. */
public final class CsvText {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvText() {}

  /** One row with semicolons, as French spreadsheets expect, and its line end. */
  public static String row(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> quote(safe(cell == null ? "" : cell.toString())))
        .collect(Collectors.joining(";", "", "\r\n"));
  }

  /** A leading apostrophe makes a formula a text. */
  static String safe(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }

  private static String quote(String cell) {
    boolean needed = cell.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
