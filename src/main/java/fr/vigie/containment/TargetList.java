package fr.vigie.containment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.platform.Accents;
import fr.vigie.platform.FreeText;
import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whose accounts are to be blocked, as pasted or sent: one value a line, or CSV (semicolon, comma
 * or tab) with a heading that names its columns. Each line is read by itself, so that a bad one, an
 * open quote included, costs no other.
 */
final class TargetList {
  static final int MOST_BYTES = 1 << 20;
  static final int MOST_LINES = 2_000;
  static final int LONGEST = 160;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Map<String, Mark> HEADINGS = headings();

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();

  private TargetList() {}

  private enum Mark {
    LOGIN,
    RPPS,
    EMAIL
  }

  /** Why a line cannot be searched. */
  enum Wrong {
    TOO_LONG,
    /** A character that is never shown. */
    CHARACTER,
    /** Several values, and no heading that says what they are. */
    COLUMNS,
    QUOTES,
    /** None of the columns that the heading names is filled. */
    NOTHING,
    /** The line is well, but its account has no login that can be listed. */
    ACCOUNT
  }

  /**
   * One line.
   *
   * @param number in the text, from 1, the heading and blank lines counted
   * @param marks what is searched; of a wrong line, its text made harmless, as the login
   * @param wrong why it cannot be searched; null when it can
   * @param twice an earlier line says the same
   */
  record Line(int number, AccountQuery marks, Wrong wrong, boolean twice) {}

  private static Map<String, Mark> headings() {
    Map<String, Mark> known = new HashMap<>();
    List.of("login", "identifiant", "compte", "utilisateur", "uid", "username", "samaccountname")
        .forEach(name -> known.put(name, Mark.LOGIN));
    List.of("rpps", "nrpps", "numerorpps", "idps", "idnps")
        .forEach(name -> known.put(name, Mark.RPPS));
    List.of("email", "courriel", "mail", "adresseelectronique")
        .forEach(name -> known.put(name, Mark.EMAIL));
    return known;
  }

  /** The text of a file: UTF-8, else Windows-1252. */
  static String text(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw tooBig();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  /**
   * Reads it; what was said before is told once.
   *
   * @throws RefusedException at {@code list} when it is empty or too long
   */
  static List<Line> read(String typed) {
    String text = typed == null ? "" : typed;
    if (text.length() > MOST_BYTES) {
      throw tooBig();
    }
    TargetList list = new TargetList();
    list.all(text.startsWith("\ufeff") ? text.substring(1) : text);
    if (list.lines.isEmpty()) {
      throw RefusedException.at("list", "containment.refused.listEmpty");
    }
    return list.lines;
  }

  private static RefusedException tooBig() {
    return RefusedException.at("list", "containment.refused.listTooBig", MOST_BYTES >> 20);
  }

  private void all(String text) {
    Map<Mark, Integer> columns = null;
    char separator = 0;
    boolean first = true;
    int number = 0;
    for (String line : text.split("\r\n|\n|\r", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (first) {
        separator = separator(line);
        columns = columns(line, separator);
        first = false;
        if (!columns.isEmpty()) {
          continue;
        }
      }
      add(columns.isEmpty() ? alone(number, line) : row(number, line, columns, separator));
    }
  }

  /** Which column holds what; empty when the line is no heading. */
  private static Map<Mark, Integer> columns(String line, char separator) {
    Map<Mark, Integer> columns = new EnumMap<>(Mark.class);
    List<String> cells = line.length() > LONGEST * LONGEST ? null : cells(line, separator);
    if (cells == null) {
      return columns;
    }
    for (int i = 0; i < cells.size(); i++) {
      String name = Accents.without(cells.get(i)).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (cells.get(i).matches("[\\p{L} '’._°-]+") && HEADINGS.containsKey(name)) {
        columns.putIfAbsent(HEADINGS.get(name), i);
      }
    }
    return columns;
  }

  private Line alone(int number, String line) {
    Wrong wrong = unreadable(line, LONGEST);
    List<String> cells = wrong == null ? cells(line, separator(line)) : List.of();
    if (wrong != null || cells == null) {
      return wrong(number, line, wrong == null ? Wrong.QUOTES : wrong);
    }
    List<String> values = cells.stream().filter(cell -> !cell.isBlank()).toList();
    if (values.size() != 1) {
      return wrong(number, line, values.isEmpty() ? Wrong.NOTHING : Wrong.COLUMNS);
    }
    String value = values.get(0).strip();
    if (value.contains("@")) {
      return line(number, new AccountQuery("", "", value));
    }
    boolean rpps = value.matches("\\d{11,12}");
    return line(number, rpps ? new AccountQuery("", value, "") : new AccountQuery(value, "", ""));
  }

  private Line row(int number, String line, Map<Mark, Integer> columns, char separator) {
    List<String> cells = line.length() > LONGEST * LONGEST ? List.of() : cells(line, separator);
    if (cells == null) {
      return wrong(number, line, Wrong.QUOTES);
    }
    Map<Mark, String> values = new EnumMap<>(Mark.class);
    for (Map.Entry<Mark, Integer> column : columns.entrySet()) {
      String value = column.getValue() < cells.size() ? cells.get(column.getValue()).strip() : "";
      Wrong wrong = unreadable(value, LONGEST);
      if (wrong != null) {
        return wrong(number, value, wrong);
      }
      values.put(column.getKey(), value);
    }
    AccountQuery marks =
        new AccountQuery(values.get(Mark.LOGIN), values.get(Mark.RPPS), values.get(Mark.EMAIL));
    return marks.isEmpty() ? wrong(number, "", Wrong.NOTHING) : line(number, marks);
  }

  private static Wrong unreadable(String text, int longest) {
    if (text.length() > longest) {
      return Wrong.TOO_LONG;
    }
    try {
      FreeText.check("list", text);
      return text.chars().anyMatch(c -> c < ' ' && c != '\t') ? Wrong.CHARACTER : null;
    } catch (RefusedException hidden) {
      return Wrong.CHARACTER;
    }
  }

  private Line line(int number, AccountQuery marks) {
    String same = (marks.login() + "\n" + marks.rpps() + "\n" + marks.email());
    boolean twice = known.merge(same.toLowerCase(Locale.ROOT), 1, Integer::sum) > 1;
    return new Line(number, marks, null, twice);
  }

  private static Line wrong(int number, String text, Wrong why) {
    String harmless = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "\ufffd").strip();
    String cut = harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST);
    return new Line(number, AccountQuery.login(cut), why, false);
  }

  private void add(Line line) {
    if (lines.size() == MOST_LINES) {
      throw RefusedException.at("list", "containment.refused.listTooLong", MOST_LINES);
    }
    boolean told =
        line.twice() && lines.stream().anyMatch(l -> l.twice() && isSame(l.marks(), line.marks()));
    if (!told) {
      lines.add(line);
    }
  }

  private static boolean isSame(AccountQuery one, AccountQuery other) {
    return one.login().equalsIgnoreCase(other.login())
        && one.rpps().equals(other.rpps())
        && one.email().equalsIgnoreCase(other.email());
  }

  /** The one of the three that a line uses most. */
  private static char separator(String line) {
    char most = ';';
    for (char candidate : new char[] {',', '\t'}) {
      if (count(line, candidate) > count(line, most)) {
        most = candidate;
      }
    }
    return most;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** The cells of one line; null when its quotes cannot be read. */
  private static List<String> cells(String line, char separator) {
    long quotes = count(line, '"');
    if (quotes % 2 != 0) {
      return null;
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line)) {
      return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (CsvParseException | UncheckedIOException broken) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
