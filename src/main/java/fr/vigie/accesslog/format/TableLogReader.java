package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a log that lies as rows in an engine's table. Only rows that concern somebody, and those
 * that cannot be read, come over; the rest is counted by the minute where it lies. A row's place is
 * its file's number and, for an offset, its line: that is how it is found again.
 */
final class TableLogReader implements LogReader {
  private static final int CELLS_BEFORE = 4;

  private final LogShape shape;
  private final LogEngine engine;
  private final Charset charset;
  private final TimeReader times;
  private final List<LogField> fields;

  private LogTable table;
  private Watch watch;
  private LogSink sink;
  private final Map<Long, Long> told = new HashMap<>();

  private RecordTeller teller;
  private int file = -1;
  private long line;

  TableLogReader(LogShape shape, LogEngine engine) {
    this.shape = shape;
    this.engine = engine;
    this.charset = AsUtf8.charset(shape.charset());
    this.times = new TimeReader(shape.timeFormat(), shape.zone(), shape.clockOffset());
    this.fields = TableQuery.told(shape);
  }

  @Override
  public void read(LogInput.Entry entry, Watch whom, LogSink into) throws IOException {
    if (whom == Watch.EVERYBODY) {
      throw new IllegalArgumentException("A table does not come over whole");
    }
    open(entry, whom, into);
    ask(TableQuery.concerning(table, shape, whom), this::concerned);
    ask(TableQuery.minutes(table, shape), this::minute);
  }

  @Override
  public void count(LogInput.Entry entry, LogSink into) throws IOException {
    open(entry, Watch.EVERYBODY, into);
    if (shape.columns().containsKey(LogField.ACTION)) {
      ask(TableQuery.words(table, shape), this::word);
    }
    ask(TableQuery.minutes(table, shape), this::minute);
  }

  private void open(LogInput.Entry entry, Watch whom, LogSink into) throws IOException {
    table = LogTable.read(entry);
    watch = whom;
    sink = into;
    ask(TableQuery.unreadable(table, shape), this::unreadable);
  }

  private interface Row {
    void take(String[] cells);
  }

  private void ask(TableQuery query, Row row) {
    file = -1;
    engine.ask(query, sink::waiting, row::take);
  }

  private void unreadable(String[] cells) {
    Place place = place(cells); // chooses who is told
    teller.rejected(place, RejectReason.INCOMPLETE);
  }

  private void concerned(String[] cells) {
    Place place = place(cells);
    long at = time(cells[CELLS_BEFORE - 1]);
    AccessEvent event = teller.begin(place).time(at, times.other());
    String patients = "";
    String domain = "";
    int column = CELLS_BEFORE;
    for (LogField field : fields) {
      String cell = cells[column] == null ? "" : cells[column].strip();
      column++;
      switch (field) {
        case PATIENT -> patients = cell;
        case DOMAIN -> domain = cell;
        default -> event.set(field, cell);
      }
    }
    event.patients(patients, domain);
    if (watch.concerns(event)) {
      told.merge(number(cells[CELLS_BEFORE - 1]) / TableQuery.minute(shape), 1L, Long::sum);
      teller.concerns();
    }
  }

  /** The rows of a minute but those that were told. */
  private void minute(String[] cells) {
    long first = time(cells[0]);
    long last = time(cells[1]);
    long minute = number(cells[0]) / TableQuery.minute(shape);
    long rest = number(cells[2]) - told.getOrDefault(minute, 0L);
    if (rest < 0) {
      throw otherwise();
    }
    if (rest > 1) {
      sink.passed(Math.floorDiv(first, 1_000_000L), rest - 1);
    }
    if (rest > 0) {
      sink.passed(Math.floorDiv(last, 1_000_000L), 1);
    }
  }

  private void word(String[] cells) {
    String said = cells[0] == null ? "" : cells[0].strip();
    if (shape.action(said) == AccessAction.UNKNOWN) {
      sink.unknown(said, number(cells[1]));
    }
  }

  /** Rows come by file and line; each place once, or a number would not open its line. */
  private Place place(String[] cells) {
    int in = table.files().indexOf(cells[0]);
    long number = number(cells[1]);
    if (in < 0 || number < 1 || cells[2] == null || in == file && number == line) {
      throw otherwise();
    }
    if (in != file) {
      var entry = new LogInput.Entry(in, cells[0], null);
      teller = new RecordTeller(entry, watch, shape, sink);
    }
    file = in;
    line = number;
    byte[] text = cells[2].getBytes(charset);
    return new Place(text, 0, text.length, number, number);
  }

  private long time(String cell) {
    byte[] bytes = String.valueOf(cell).getBytes(StandardCharsets.US_ASCII);
    long at = times.read(bytes, 0, bytes.length);
    if (RecordTeller.wrong(at) != null) {
      throw otherwise();
    }
    return at;
  }

  static long number(String cell) {
    if (cell == null || !cell.matches("\\d{1,18}")) {
      throw otherwise();
    }
    return Long.parseLong(cell);
  }

  /** The table is not what its description says, or changed meanwhile. */
  private static RefusedException otherwise() {
    return new RefusedException("accesslog.problem.table");
  }
}
