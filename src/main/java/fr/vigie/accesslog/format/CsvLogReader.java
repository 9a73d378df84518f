package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads rows of cells on their bytes: a row is made into texts only if it concerns somebody. Rows
 * are cut and sifted ahead, in a thread of their own; what they say is read in the caller's, in the
 * order of the file.
 */
final class CsvLogReader implements LogReader {
  private static final byte QUOTE = '"';

  private final LogShape shape;
  private final Charset charset;
  private final TimeReader times;

  private RecordTeller teller;
  private Watch watch;

  // known once the first row was sifted
  private int[] columns; // by field, -1 for none
  private CellText[] texts;
  private int expected = -1;
  private int[] soughtColumns;
  private Watch.Needles[] sought;

  private RowBatch told;
  private int toldRow;

  CsvLogReader(LogShape shape) {
    this.shape = shape;
    this.charset = AsUtf8.charset(shape.charset());
    this.times = new TimeReader(shape.timeFormat(), shape.zone(), shape.clockOffset());
  }

  @Override
  public void read(LogInput.Entry entry, Watch wanted, LogSink sink) throws IOException {
    watch = wanted;
    teller = new RecordTeller(entry, wanted, shape, sink);
    if (!shape.heading()) {
      columns(List.of());
    }
    try (RowCutter cutter =
        new RowCutter(AsUtf8.of(entry.bytes(), shape.charset()), shape.separator(), this::keeps)) {
      for (RowBatch rows = cutter.next(); rows != null; rows = cutter.next()) {
        sink.waiting(); // there may be no row in it
        for (int row = 0; row < rows.rows; row++) {
          take(rows, row);
        }
      }
    }
  }

  /**
   * In the thread that cuts: whether it is a row, and whether somebody who is looked for is in it.
   */
  private boolean keeps(RowBatch rows, int row) {
    if (columns == null) {
      columns(headings(rows, row));
      return false;
    }
    if (rows.broken(row) == null && expected < 0) {
      expected = rows.cells(row);
      resolve();
    }
    if (rows.broken(row) == null && rows.cells(row) != expected) {
      rows.reject(row, RejectReason.COLUMNS);
    }
    if (rows.broken(row) == null) {
      int time = columns[LogField.TIME.ordinal()];
      long at = times.read(rows.bytes, rows.start(row, time), rows.end(row, time));
      rows.time(row, at, times.other());
      rows.reject(row, RecordTeller.wrong(at));
    }
    rows.concern(row, rows.broken(row) == null && concerns(rows, row));
    return true;
  }

  private void take(RowBatch rows, int row) {
    if (rows.broken(row) != null) {
      teller.rejected(rows.place(row), rows.broken(row));
    } else if (rows.isConcerned(row)) {
      told = rows;
      toldRow = row;
      tell(teller.begin(rows.place(row)).time(rows.at(row), rows.other(row)));
      teller.concerns();
    } else {
      teller.passed(rows.at(row));
    }
  }

  private boolean concerns(RowBatch rows, int row) {
    byte[] bytes = rows.bytes;
    boolean found = sought == null;
    for (int i = 0; !found && i < sought.length; i++) {
      int from = rows.start(row, soughtColumns[i]);
      int to = rows.end(row, soughtColumns[i]);
      boolean quoted = to - from >= 2 && bytes[from] == QUOTE;
      if (quoted) {
        from++;
        to--;
      }
      while (from < to && isBlank(bytes[from])) {
        from++;
      }
      while (to > from && isBlank(bytes[to - 1])) {
        to--;
      }
      found = sought[i].has(bytes, from, to, quoted);
    }
    return found;
  }

  /** As {@link String#strip} has it, of ASCII. */
  private static boolean isBlank(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r' || b >= 0x1C && b <= 0x1F;
  }

  private void tell(AccessEvent event) {
    event.in(this::text);
    event.set(LogField.ACTION, text(LogField.ACTION));
    event.set(LogField.RESULT, text(LogField.RESULT));
    event.patients(text(LogField.PATIENT), text(LogField.DOMAIN));
  }

  /** Of the row that is told. */
  private String text(LogField field) {
    int column = columns[field.ordinal()];
    return column < 0
        ? ""
        : texts[field.ordinal()].of(
            told.bytes, told.start(toldRow, column), told.end(toldRow, column));
  }

  private List<String> headings(RowBatch rows, int row) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.cells(row); i++) {
      names.add(new CellText(charset).of(rows.bytes, rows.start(row, i), rows.end(row, i)));
    }
    expected = names.size();
    return names;
  }

  /** Where each field stands in this file: columns may come in another order than in the last. */
  private void columns(List<String> heading) {
    int[] found = new int[LogField.values().length];
    Arrays.fill(found, -1);
    for (Map.Entry<LogField, String> field : shape.fields().entrySet()) {
      int column =
          field.getValue().matches("#\\d{1,4}")
              ? Integer.parseInt(field.getValue().substring(1)) - 1
              : heading.indexOf(field.getValue());
      if (column < 0) {
        throw RefusedException.at("file", "accesslog.refused.noColumn", field.getValue());
      }
      found[field.getKey().ordinal()] = column;
    }
    if (found[LogField.TIME.ordinal()] < 0) {
      throw RefusedException.at("file", "accesslog.refused.noTimeColumn");
    }
    columns = found;
    texts = new CellText[found.length];
    Arrays.setAll(texts, field -> new CellText(charset));
    if (teller.anywhere() != null) {
      List<LogField> named = shape.fields().keySet().stream().filter(watch::looksIn).toList();
      soughtColumns = named.stream().mapToInt(field -> found[field.ordinal()]).toArray();
      sought = named.stream().map(field -> watch.in(field, charset)).toArray(Watch.Needles[]::new);
    }
    if (expected >= 0) {
      resolve();
    }
  }

  private void resolve() {
    for (int column : columns) {
      if (column >= expected) {
        throw RefusedException.at("file", "accesslog.refused.noColumn", "#" + (column + 1));
      }
    }
  }
}
