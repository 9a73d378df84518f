package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts rows into cells, in a thread of its own. Cells may be quoted, with doubled quotes and line
 * ends inside. A broken quote costs its own line, not the rest of the file. Empty rows are left
 * out.
 */
final class RowCutter implements AutoCloseable {
  /** Longest quoted cell. */
  static final int LONGEST = 1 << 20;

  private static final int BATCHES = 3;
  private static final byte QUOTE = '"';
  private static final int MORE = -1;
  private static final int BROKEN = -2;

  private final InputStream in;
  private final byte separator;
  private final Ahead<RowBatch> batches;

  private RowBatch batch;
  private byte[] carried = {};
  private long offset;
  private long line = 1;
  private boolean ended;

  /** What is cut belongs to a row that was told to be too long. */
  private boolean skipping;

  private long lines;
  private int seen;
  private boolean quoted;
  private RejectReason broken;
  private int rowEnd;

  RowCutter(InputStream in, char separator) {
    this.in = in;
    this.separator = (byte) separator;
    batches = new Ahead<>("log-rows", BATCHES, RowBatch::new, this::fill);
  }

  /** The next rows; null after the last. Those before are given up. */
  RowBatch next() throws IOException {
    return batches.next();
  }

  @Override
  public void close() {
    batches.close();
  }

  private boolean fill(RowBatch into) throws IOException {
    if (ended) {
      return false;
    }
    batch = into;
    batch.begin(offset, line);
    System.arraycopy(carried, 0, batch.bytes, 0, carried.length);
    int to =
        carried.length + in.readNBytes(batch.bytes, carried.length, RowBatch.SIZE - carried.length);
    ended = to < RowBatch.SIZE;
    int from = 0;
    int next = 0;
    while (from < to && next != MORE) {
      next = row(from, to);
      from = next == MORE ? from : next;
    }
    carried = Arrays.copyOfRange(batch.bytes, from, to);
    offset += from;
    return true;
  }

  /**
   * Takes the row that begins at a place; returns where the next begins, or that it is not whole.
   */
  private int row(int from, int to) {
    int first = batch.cells();
    lines = 1;
    seen = 0;
    quoted = false;
    broken = null;
    if (skipping) {
      int next = unclosed(first, from, to, RejectReason.TOO_LONG);
      line += lines;
      return next;
    }
    int next = cut(from, to);
    if (next == MORE && to - from == RowBatch.SIZE) {
      next = unclosed(first, from, to, RejectReason.TOO_LONG);
    } else if (next == MORE) {
      batch.backTo(first);
      return MORE;
    } else if (next == BROKEN) {
      next = unclosed(first, from, to, RejectReason.QUOTE);
    }
    if (broken != null || batch.cells() - first > 1 || rowEnd > from) {
      batch.row(from, rowEnd, first, line, seen >= 0, quoted, broken);
    }
    line += lines;
    return next;
  }

  /** Finds the cells of a row. */
  private int cut(int from, int to) {
    byte[] bytes = batch.bytes;
    byte by = separator;
    int any = 0;
    int start = from;
    int place = from;
    while (true) {
      if (place < to && bytes[place] == QUOTE && place == start) {
        place = quote(bytes, place + 1, to);
        if (place < 0) {
          return place;
        }
        quoted = true;
      }
      byte b = 0;
      while (place < to && (b = bytes[place]) != by && b != '\n') {
        any |= b;
        place++;
      }
      if (place < to && b == by) {
        batch.cell(start, place);
        start = ++place;
      } else if (place < to || ended) {
        seen |= any;
        rowEnd = place > start && bytes[place - 1] == '\r' ? place - 1 : place;
        batch.cell(start, rowEnd);
        return Math.min(to, place + 1);
      } else {
        return MORE;
      }
    }
  }

  /** After the closing quote. */
  private int quote(byte[] bytes, int from, int to) {
    int limit = Math.min(to, from + LONGEST + 1);
    int place = from;
    int breaks = 0;
    int any = 0;
    while (true) {
      byte b;
      while (place < limit && (b = bytes[place]) != QUOTE) {
        any |= b;
        breaks += b == '\n' ? 1 : 0;
        place++;
      }
      if (place == limit) {
        return limit < to || ended ? BROKEN : MORE;
      }
      if (place + 1 == to && !ended) {
        return MORE;
      }
      if (place + 1 == to || bytes[place + 1] != QUOTE) {
        seen |= any;
        lines += breaks;
        return isClosed(bytes, place + 1, to) ? place + 1 : BROKEN;
      }
      place += 2;
    }
  }

  /** A separator or the row's end follows; else the quote is broken. */
  private boolean isClosed(byte[] bytes, int after, int to) {
    return after == to
        || bytes[after] == separator
        || bytes[after] == '\n'
        || bytes[after] == '\r' && (after + 1 == to || bytes[after + 1] == '\n');
  }

  /** What cannot be a row ends where its first line ends, be it beyond what is in memory. */
  private int unclosed(int first, int from, int to, RejectReason why) {
    broken = why;
    int place = from;
    while (place < to && batch.bytes[place] != '\n') {
      place++;
    }
    batch.backTo(first);
    rowEnd = place > from && batch.bytes[place - 1] == '\r' ? place - 1 : place;
    skipping = place == to;
    lines = skipping ? 0 : 1;
    return Math.min(to, place + 1);
  }
}
