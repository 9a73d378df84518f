package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the rows of a log are that an engine holds, as a sealed piece says it:
 *
 * <pre>
 * vigie-table 1
 * table: hive.journaux.acces
 * file-column: fichier
 * line-column: ligne
 * text-column: texte
 * file: acces-2025-10-25.csv
 * file: acces-2025-10-26.csv
 * </pre>
 *
 * The files are those whose rows count: a table that grows is another log. Its names come into SQL,
 * so they are ASCII letters, digits and underscores, and nothing else.
 *
 * @param name catalog, schema and table, or schema and table
 * @param fileColumn holds the name of the file that a row was in
 * @param lineColumn the number of its line there
 * @param textColumn the line itself
 * @param files in the order by which they are numbered
 */
public record LogTable(
    List<String> name,
    String fileColumn,
    String lineColumn,
    String textColumn,
    List<String> files) {
  /** Most bytes of such a piece: it is known by its first ones. */
  static final int MOST = LogGuess.SAMPLE;

  static final int MOST_FILES = 500;

  private static final String MARK = "vigie-table 1";
  private static final Set<String> KEYS =
      Set.of("table", "file-column", "line-column", "text-column");
  private static final String BOM = "\uFEFF";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final Pattern FILE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Co}]{1,255}");

  public LogTable {
    if (name.size() < 2 || name.size() > 3 || files.isEmpty() || files.size() > MOST_FILES) {
      throw unreadable();
    }
    name.forEach(LogTable::name);
    List.of(fileColumn, lineColumn, textColumn).forEach(LogTable::name);
    boolean wrong = files.stream().anyMatch(file -> !FILE.matcher(file).matches());
    if (wrong || files.stream().distinct().count() < files.size()) {
      throw unreadable();
    }
    name = List.copyOf(name);
    files = List.copyOf(files);
  }

  /** A name that may come into SQL. */
  static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw RefusedException.at("file", "accesslog.refused.tableName");
    }
    return text;
  }

  /** Catalog and schema, as an operator names them. */
  public String schema() {
    return String.join(".", name.subList(0, name.size() - 1));
  }

  /** Whether a file begins like the description of a table. */
  static boolean isOne(byte[] head) {
    int length = Math.min(head.length, MARK.length() + 3);
    String text = new String(head, 0, length, StandardCharsets.UTF_8);
    return (text.startsWith(BOM) ? text.substring(1) : text).startsWith("vigie-table ");
  }

  /**
   * Reads the description of a table.
   *
   * @throws RefusedException when it is none
   */
  public static LogTable read(LogInput.Entry entry) throws IOException {
    if (entry == null || entry.number() > 0) { // files of a table are numbered themselves
      throw unreadable();
    }
    byte[] bytes = entry.bytes().readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw unreadable();
    }
    return parse(bytes);
  }

  /** The same from its bytes. */
  static LogTable parse(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw unreadable();
    }
    List<String> lines = (text.startsWith(BOM) ? text.substring(1) : text).lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(MARK)) {
      throw unreadable();
    }
    Map<String, String> said = new TreeMap<>();
    List<String> files = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw unreadable();
      }
      String key = line.substring(0, colon);
      String value = line.substring(colon + 2);
      if (key.equals("file")) {
        files.add(value);
      } else if (said.put(key, value) != null) {
        throw unreadable();
      }
    }
    if (!said.keySet().equals(KEYS)) {
      throw unreadable();
    }
    return new LogTable(
        List.of(said.get("table").split("\\.", -1)),
        said.get("file-column"),
        said.get("line-column"),
        said.get("text-column"),
        files);
  }

  private static RefusedException unreadable() {
    return RefusedException.at("file", "accesslog.refused.tableNote");
  }
}
