package fr.vigie.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.vigie.platform.RefusedException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file as people send it, of unknown encoding and separator: UTF-8 with or without a mark,
 * UTF-16 with a mark, else Windows-1252; semicolon, comma or tab. Size, lines and line length are
 * bounded; the whole file is refused when it cannot be read to its end.
 */
final class ImportedFile {
  static final int MOST_BYTES = 8 * 1024 * 1024;
  static final int MOST_LINES = 50_000;
  static final int LONGEST_LINE = 8_000;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final String text;
  private final Charset encoding;
  private final char separator;

  private ImportedFile(String text, Charset encoding, char separator) {
    this.text = text;
    this.encoding = encoding;
    this.separator = separator;
  }

  static ImportedFile of(byte[] bytes) {
    if (bytes.length == 0) {
      throw RefusedException.at("file", "reference.refused.fileEmpty");
    }
    if (bytes.length > MOST_BYTES) {
      throw RefusedException.at("file", "reference.refused.fileTooBig", MOST_BYTES / 1024 / 1024);
    }
    Charset encoding = encoding(bytes);
    String text = new String(bytes, encoding);
    String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (unmarked.indexOf('\0') >= 0) {
      throw RefusedException.at("file", "reference.refused.fileNotText");
    }
    return new ImportedFile(unmarked, encoding, separator(unmarked));
  }

  /** Lines with their cells; the first is the header. Empty lines are left out. */
  List<CsvRecord> records() {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(LONGEST_LINE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        checkSize(record, records.size());
        records.add(record);
      }
    } catch (CsvParseException broken) {
      throw RefusedException.at("file", "reference.refused.fileBroken", records.size() + 1);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
    if (records.size() < 2) {
      throw RefusedException.at("file", "reference.refused.fileEmpty");
    }
    return records;
  }

  private static void checkSize(CsvRecord record, int before) {
    int length = record.getFields().stream().mapToInt(String::length).sum();
    if (length > LONGEST_LINE) {
      throw RefusedException.at(
          "file", "reference.refused.lineTooLong", record.getStartingLineNumber(), LONGEST_LINE);
    }
    if (before > MOST_LINES) {
      throw RefusedException.at("file", "reference.refused.tooManyLines", MOST_LINES);
    }
  }

  Charset encoding() {
    return encoding;
  }

  char separator() {
    return separator;
  }

  private static Charset encoding(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return WINDOWS;
    }
  }

  /** The separator that the header uses most, outside quotes. */
  private static char separator(String text) {
    int[] seen = new int[3];
    boolean quoted = false;
    for (int i = 0; i < Math.min(text.length(), LONGEST_LINE); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && ";,\t".indexOf(c) >= 0) {
        seen[";,\t".indexOf(c)]++;
      }
    }
    if (seen[2] > seen[0] && seen[2] > seen[1]) {
      return '\t';
    }
    return seen[1] > seen[0] ? ',' : ';';
  }
}
