package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads rows of cells on their bytes: a row is made into texts only if it concerns somebody. Cells
 * may be quoted, with doubled quotes and line ends inside. A broken quote costs its own line, not
 * the rest of the file.
 */
final class CsvLogReader implements LogReader {
  /** Longest row. */
  static final int LONGEST = 1 << 20;

  private static final int MOST_CELLS = 1_000;
  private static final byte QUOTE = '"';

  private final LogShape shape;
  private final Charset charset;
  private final byte separator;
  private final TimeReader times;
  private final AccessEvent event = new AccessEvent();
  private final StringBuilder unquoted = new StringBuilder();

  private final int[] starts = new int[MOST_CELLS];
  private final int[] ends = new int[MOST_CELLS];
  private int cells;
  private boolean quoted;
  private RejectReason broken;

  private LogField[] fields;
  private int[] columns;
  private Watch.Needles[] needles;
  private Watch.Needles anywhere;
  private int timeColumn;
  private int expected = -1;

  private LogInput.Entry entry;
  private LogSink sink;
  private long line = 1;
  private long lines;
  private boolean skipping;

  CsvLogReader(LogShape shape) {
    this.shape = shape;
    this.charset = AsUtf8.charset(shape.charset());
    this.separator = (byte) shape.separator();
    this.times = new TimeReader(shape.timeFormat(), shape.zone(), shape.clockOffset());
  }

  @Override
  public void read(LogInput.Entry in, Watch watch, LogSink into) throws IOException {
    entry = in;
    sink = into;
    RowBuffer rows = new RowBuffer(AsUtf8.of(in.bytes(), shape.charset()), 2 * LONGEST);
    boolean first = true;
    if (!shape.heading()) {
      columns(List.of(), watch);
    }
    while (rows.fill()) {
      boolean rest = skipping;
      int end = row(rows.bytes(), rows.from(), rows.to(), rows.isLast());
      if (rest) {
        end = unclosed(rows.bytes(), rows.from(), rows.to(), RejectReason.TOO_LONG);
      } else if (end < 0 && rows.room()) {
        continue;
      } else if (end < 0) {
        end = unclosed(rows.bytes(), rows.from(), rows.to(), RejectReason.TOO_LONG);
      }
      boolean empty = rest || cells == 1 && ends[0] == starts[0] && broken == null;
      if (!empty && first && shape.heading()) {
        columns(texts(rows.bytes()), watch);
        first = false;
      } else if (!empty) {
        take(rows, end);
      }
      line += lines;
      rows.pass(end);
    }
  }

  /** Finds the cells of the row that begins at a place; returns where the next begins, or -1. */
  private int row(byte[] bytes, int from, int to, boolean last) {
    cells = 0;
    lines = 1;
    quoted = false;
    broken = null;
    byte by = separator;
    int place = from;
    int start = from;
    while (place < to) {
      byte b = bytes[place];
      if (b == by) {
        cell(start, place);
        start = ++place;
      } else if (b == '\n') {
        cell(start, place > start && bytes[place - 1] == '\r' ? place - 1 : place);
        return place + 1;
      } else if (b == QUOTE && place == start) {
        int closed = quote(bytes, place + 1, to, last);
        if (closed == -1) {
          return -1;
        }
        if (closed < 0) {
          return unclosed(bytes, from, to, RejectReason.QUOTE);
        }
        quoted = true;
        place = closed;
      } else {
        place++;
      }
    }
    if (!last) {
      return -1;
    }
    cell(start, to > start && bytes[to - 1] == '\r' ? to - 1 : to);
    return to;
  }

  private void cell(int from, int to) {
    if (cells < MOST_CELLS) {
      starts[cells] = from;
      ends[cells] = to;
    }
    cells++;
  }

  /** After the closing quote; -1 when more bytes are needed, -2 when there is none. */
  private int quote(byte[] bytes, int from, int to, boolean last) {
    int place = from;
    long breaks = 0;
    while (place < to) {
      byte b = bytes[place];
      if (place - from > LONGEST) {
        return -2;
      }
      if (b == '\n') {
        breaks++;
      } else if (b == QUOTE) {
        if (place + 1 == to && !last) {
          return -1;
        }
        if (place + 1 < to && bytes[place + 1] == QUOTE) {
          place++;
        } else {
          return closed(bytes, place + 1, to, breaks);
        }
      }
      place++;
    }
    return last ? -2 : -1;
  }

  /** A separator or the row's end follows; else the quote is broken. */
  private int closed(byte[] bytes, int after, int to, long breaks) {
    boolean good =
        after == to
            || bytes[after] == separator
            || bytes[after] == '\n'
            || bytes[after] == '\r' && (after + 1 == to || bytes[after + 1] == '\n');
    if (good) {
      lines += breaks;
      return after;
    }
    return -2;
  }

  /** What cannot be a row ends where its first line ends, be it beyond what is in memory. */
  private int unclosed(byte[] bytes, int from, int to, RejectReason why) {
    broken = why;
    int place = from;
    while (place < to && bytes[place] != '\n') {
      place++;
    }
    cells = 0;
    cell(from, place);
    skipping = place == to;
    lines = skipping ? 0 : 1;
    return Math.min(to, place + 1);
  }

  private void take(RowBuffer rows, int end) {
    byte[] bytes = rows.bytes();
    if (broken == null && cells != expected) {
      if (expected < 0) {
        expected = cells;
        resolve();
      } else {
        broken = RejectReason.COLUMNS;
      }
    }
    long at = broken == null ? times.read(bytes, starts[timeColumn], ends[timeColumn]) : 0;
    if (broken == null && at == TimeReader.UNREADABLE) {
      broken = RejectReason.TIME;
    } else if (broken == null && at == TimeReader.LEFT_OUT) {
      broken = RejectReason.TIME_LEFT_OUT;
    }
    int to = end;
    while (to > rows.from() && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) {
      to--;
    }
    if (broken != null) {
      reject(rows, to);
    } else if (concerns(bytes)) {
      event.at(entry.number(), line, rows.offset()).raw(bytes, rows.from(), to);
      event.time(at, times.other());
      tell(bytes);
      sink.event(event);
    } else {
      sink.passed(Math.floorDiv(at, 1_000_000L));
    }
  }

  private void reject(RowBuffer rows, int to) {
    boolean concerned = anywhere == null || anywhere.isIn(rows.bytes(), rows.from(), to);
    sink.rejected(
        new Rejected(entry.number(), line, rows.offset(), to - rows.from(), broken, concerned));
  }

  private boolean concerns(byte[] bytes) {
    for (int i = 0; i < fields.length; i++) {
      if (needles[i] == null) {
        return true;
      }
      int column = columns[i];
      int from = starts[column];
      int to = ends[column];
      if (quoted && to - from >= 2 && bytes[from] == QUOTE) {
        from++;
        to--;
      }
      while (from < to && bytes[from] == ' ') {
        from++;
      }
      while (to > from && bytes[to - 1] == ' ') {
        to--;
      }
      if (needles[i].has(bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  private void tell(byte[] bytes) {
    String patients = "";
    String domain = "";
    for (int i = 0; i < fields.length; i++) {
      String text = text(bytes, columns[i]);
      switch (fields[i]) {
        case TIME -> {}
        case PATIENT -> patients = text;
        case DOMAIN -> domain = text;
        default -> event.set(fields[i], text, shape);
      }
    }
    String of = domain.isEmpty() ? shape.domain() : domain;
    if (!patients.isEmpty()) {
      for (String one : patients.split("[|,;]")) {
        event.patient(PatientRef.of(one, of));
      }
    }
  }

  private String text(byte[] bytes, int column) {
    int from = starts[column];
    int to = ends[column];
    if (!quoted || to - from < 2 || bytes[from] != QUOTE) {
      return new String(bytes, from, to - from, charset).strip();
    }
    String inner = new String(bytes, from + 1, to - from - 2, charset);
    return inner.replace("\"\"", "\"").strip();
  }

  private List<String> texts(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(cells, MOST_CELLS); i++) {
      texts.add(text(bytes, i).replace("\uFEFF", ""));
    }
    expected = cells;
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
    needles = found.stream().map(field -> watch.in(field, charset)).toArray(Watch.Needles[]::new);
    anywhere = watch.anywhere(charset);
    if (expected >= 0) {
      resolve();
    }
  }

  private void resolve() {
    int time = Arrays.asList(fields).indexOf(LogField.TIME);
    if (time < 0) {
      throw RefusedException.at("file", "accesslog.refused.noTimeColumn");
    }
    timeColumn = columns[time];
    for (int column : columns) {
      if (column >= expected) {
        throw RefusedException.at("file", "accesslog.refused.noColumn", "#" + (column + 1));
      }
    }
  }
}
