package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads rows of cells on their bytes: a row is made into texts only if it concerns somebody. Rows
 * are cut ahead, in a thread of their own; what they say is read here, in the order of the file.
 */
final class CsvLogReader implements LogReader {
  private static final byte QUOTE = '"';

  private final LogShape shape;
  private final Charset charset;
  private final TimeReader times;

  private RecordTeller teller;
  private LogField[] fields;
  private int[] columns;
  private int timeColumn;
  private int expected = -1;

  private boolean everybody;
  private int[] soughtColumns;
  private Watch.Needles[] sought;

  private RowBatch rows;
  private int row;

  CsvLogReader(LogShape shape) {
    this.shape = shape;
    this.charset = AsUtf8.charset(shape.charset());
    this.times = new TimeReader(shape.timeFormat(), shape.zone(), shape.clockOffset());
  }

  @Override
  public void read(LogInput.Entry entry, Watch watch, LogSink sink) throws IOException {
    teller = new RecordTeller(entry, watch, shape, sink);
    boolean heading = shape.heading();
    if (!heading) {
      columns(List.of(), watch);
    }
    try (RowCutter cutter =
        new RowCutter(AsUtf8.of(entry.bytes(), shape.charset()), shape.separator())) {
      for (rows = cutter.next(); rows != null; rows = cutter.next()) {
        for (row = 0; row < rows.rows; row++) {
          if (heading) {
            columns(headings(), watch);
            heading = false;
          } else {
            take();
          }
        }
      }
    }
  }

  private void take() {
    RejectReason wrong = rows.broken(row);
    if (wrong == null && rows.cells(row) != expected) {
      if (expected < 0) {
        expected = rows.cells(row);
        resolve();
      } else {
        wrong = RejectReason.COLUMNS;
      }
    }
    long at = 0;
    if (wrong == null) {
      at = times.read(rows.bytes, rows.start(row, timeColumn), rows.end(row, timeColumn));
      wrong = RecordTeller.wrong(at);
    }
    if (wrong != null) {
      teller.rejected(rows.place(row), wrong);
    } else if (concerns()) {
      tell(teller.begin(rows.place(row)).time(at, times.other()));
      teller.concerns();
    } else {
      teller.passed(at);
    }
  }

  private boolean concerns() {
    byte[] bytes = rows.bytes;
    boolean found = everybody;
    for (int i = 0; i < sought.length && !found; i++) {
      int from = rows.start(row, soughtColumns[i]);
      int to = rows.end(row, soughtColumns[i]);
      if (to - from >= 2 && bytes[from] == QUOTE) {
        from++;
        to--;
      }
      while (from < to && bytes[from] == ' ') {
        from++;
      }
      while (to > from && bytes[to - 1] == ' ') {
        to--;
      }
      found = sought[i].has(bytes, from, to, rows.isPlain(row));
    }
    return found;
  }

  private void tell(AccessEvent event) {
    String patients = "";
    String domain = "";
    for (int i = 0; i < fields.length; i++) {
      switch (fields[i]) {
        case TIME -> {}
        case PATIENT -> patients = text(columns[i]);
        case DOMAIN -> domain = text(columns[i]);
        default -> event.set(fields[i], text(columns[i]));
      }
    }
    event.patients(patients, domain);
  }

  private String text(int column) {
    byte[] bytes = rows.bytes;
    int from = rows.start(row, column);
    int to = rows.end(row, column);
    if (!rows.isQuoted(row) || to - from < 2 || bytes[from] != QUOTE) {
      return new String(bytes, from, to - from, charset).strip();
    }
    String inner = new String(bytes, from + 1, to - from - 2, charset);
    return inner.replace("\"\"", "\"").strip();
  }

  private List<String> headings() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows.cells(row); i++) {
      texts.add(text(i).replace("\uFEFF", ""));
    }
    expected = texts.size();
    return texts;
  }

  /** Where each field stands in this file: columns may come in another order than in the last. */
  private void columns(List<String> heading, Watch watch) {
    List<LogField> found = new ArrayList<>();
    List<Integer> where = new ArrayList<>();
    for (Map.Entry<LogField, String> field : shape.fields().entrySet()) {
      int column =
          field.getValue().matches("#\\d{1,4}")
              ? Integer.parseInt(field.getValue().substring(1)) - 1
              : heading.indexOf(field.getValue());
      if (column < 0) {
        throw RefusedException.at("file", "accesslog.refused.noColumn", field.getValue());
      }
      found.add(field.getKey());
      where.add(column);
    }
    fields = found.toArray(LogField[]::new);
    columns = where.stream().mapToInt(Integer::intValue).toArray();
    if (!found.contains(LogField.TIME)) {
      throw RefusedException.at("file", "accesslog.refused.noTimeColumn");
    }
    timeColumn = columns[found.indexOf(LogField.TIME)];
    everybody = teller.anywhere() == null;
    soughtColumns = new int[0];
    sought = new Watch.Needles[0];
    if (!everybody) {
      List<LogField> named = found.stream().filter(watch::looksIn).toList();
      soughtColumns = named.stream().mapToInt(field -> where.get(found.indexOf(field))).toArray();
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
