package fr.vigie.investigation;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.vigie.platform.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * How a file of rows is written: its encoding and its separator. Nothing is declared by the person:
 * both are read from the file and shown for confirmation.
 */
public record CsvShape(Charset charset, char separator) {
  static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Longest row that is read at all; a quote that is never closed ends here. */
  private static final int LONGEST_ROW = 4 * 1024 * 1024;

  private static final char[] SEPARATORS = {';', ',', '\t', '|'};
  private static final int LINES_LOOKED_AT = 50;
  private static final char QUOTE = '"';

  /** What the byte order mark says, else what the bytes allow. */
  static Charset charset(byte[] head, boolean validUtf8) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    if (odd > head.length / 8 && odd > 4 * even) {
      return StandardCharsets.UTF_16LE;
    }
    if (even > head.length / 8 && even > 4 * odd) {
      return StandardCharsets.UTF_16BE;
    }
    return validUtf8 ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The separator that cuts the first rows most evenly. */
  static char separator(String head) {
    char best = SEPARATORS[0];
    double bestScore = 0;
    for (char candidate : SEPARATORS) {
      double score = score(head, candidate);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  /** Separators of the first row, as far as the other rows have as many. */
  private static double score(String head, char candidate) {
    List<Integer> counts = new ArrayList<>();
    boolean quoted = false;
    int count = 0;
    for (int i = 0; i < head.length() && counts.size() < LINES_LOOKED_AT; i++) {
      char c = head.charAt(i);
      if (c == QUOTE) {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        counts.add(count);
        count = 0;
      } else if (c == candidate && !quoted) {
        count++;
      }
    }
    if (counts.isEmpty()) {
      counts.add(count);
    }
    int first = counts.get(0);
    long alike = counts.stream().filter(other -> other == first).count();
    return first * (double) alike / counts.size();
  }

  /**
   * The rows from the first one, heading included. Streams; a row that cannot be read is refused.
   */
  Rows read(InputStream bytes) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    return rows(withoutMark(new BufferedReader(new InputStreamReader(bytes, decoder))));
  }

  private static Reader withoutMark(BufferedReader reader) {
    try {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same over a text already decoded, e.g. the head of a file, whose last row may be cut. */
  Rows readHead(String text) {
    int lastLine = text.lastIndexOf('\n');
    String whole = lastLine > 0 ? text.substring(0, lastLine + 1) : text;
    return rows(new StringReader(whole.startsWith("\uFEFF") ? whole.substring(1) : whole));
  }

  private Rows rows(Reader reader) {
    return new Rows(
        CsvReader.builder()
            .fieldSeparator(separator)
            .quoteCharacter(QUOTE)
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(LONGEST_ROW)
            .build(
                de.siegmar.fastcsv.reader.CsvRecordHandler.builder()
                    .maxFieldSize(LONGEST_ROW)
                    .maxRecordSize(LONGEST_ROW)
                    .maxFields(MOST_COLUMNS)
                    .build(),
                reader)
            .iterator());
  }

  private static final int MOST_COLUMNS = 1000;

  /** One row and the number of its first line in the file. */
  record Row(long line, List<String> cells) {}

  /** Rows one by one. */
  static final class Rows implements Iterator<Row> {
    private final Iterator<CsvRecord> records;
    private long lastLine;

    Rows(Iterator<CsvRecord> records) {
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      return reading(records::hasNext);
    }

    @Override
    public Row next() {
      CsvRecord found = reading(records::next);
      lastLine = found.getStartingLineNumber();
      return new Row(lastLine, found.getFields());
    }

    private <T> T reading(java.util.function.Supplier<T> step) {
      try {
        return step.get();
      } catch (CsvParseException | UncheckedIOException unreadable) {
        // without the cause: its message may quote the file
        throw new RefusedException("investigation.refused.unreadableRow", lastLine + 1);
      }
    }
  }
}
