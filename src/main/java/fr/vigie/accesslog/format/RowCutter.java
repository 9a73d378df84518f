package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts rows into cells and sifts them, in a thread of its own. Cells may be quoted, with doubled
 * quotes and line ends inside. A broken quote costs its own line, not the rest of the file. Empty
 * rows are left out. Bytes are looked at eight at a time.
 */
final class RowCutter implements AutoCloseable {
  /** Longest quoted cell. */
  static final int LONGEST = 1 << 20;

  /** Most line ends in the quotes of one row; or each line of a file could cost a long look. */
  static final int BREAKS_MOST = 200;

  /** Bytes at once, near enough to the processor; more when a row is longer. */
  private static final int CHUNK = 1 << 20;

  private static final int BATCHES = 8;
  private static final byte QUOTE = '"';
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int MORE = -1;
  private static final int BROKEN = -2;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long BREAKS = ONES * '\n';
  private static final long QUOTES = ONES * QUOTE;

  /** Looks at a row as soon as it is cut, while its bytes are near; false leaves it out. */
  interface Sieve {
    boolean keeps(RowBatch rows, int row);
  }

  private final InputStream in;
  private final byte separator;
  private final long separators;
  private final Sieve sieve;
  private final Ahead<RowBatch> batches;

  private RowBatch batch;
  private byte[] carried = {};
  private long offset;
  private long line = 1;
  private boolean ended;

  /** What is cut belongs to a row that was told to be too long. */
  private boolean skipping;

  private long lines;
  private RejectReason broken;
  private int rowEnd;

  RowCutter(InputStream in, char separator, Sieve sieve) {
    this.in = in;
    this.separator = (byte) separator;
    this.separators = ONES * this.separator;
    this.sieve = sieve;
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
    int to = carried.length;
    int from = 0;
    while (from == 0 && !ended && to < RowBatch.SIZE) {
      int wanted = Math.min(RowBatch.SIZE, Math.max(CHUNK, 2 * to));
      to += in.readNBytes(batch.bytes, to, wanted - to);
      ended = to < wanted;
      from = rows(offset == 0 ? afterMark(to) : 0, to);
    }
    carried = Arrays.copyOfRange(batch.bytes, from, to);
    offset += from;
    return true;
  }

  /** Excel and PowerShell write a byte order mark, be it before a quote. */
  private int afterMark(int to) {
    return ByteSearch.startsAt(batch.bytes, 0, to, MARK) ? MARK.length : 0;
  }

  /** Takes all whole rows; returns where what is left begins. */
  private int rows(int first, int to) {
    int from = first;
    while (from < to) {
      int end = row(from, to);
      if (end == MORE) {
        return from;
      }
      from = end;
    }
    return from;
  }

  /** Takes the row that begins at a place; returns where the next one does, or that it is cut. */
  private int row(int from, int to) {
    int first = batch.cells;
    lines = 1;
    broken = null;
    if (skipping) {
      int end = unclosed(first, from, to, RejectReason.TOO_LONG);
      line += lines;
      return end;
    }
    int end = cut(from, to);
    if (end == MORE && to - from == RowBatch.SIZE) {
      end = unclosed(first, from, to, RejectReason.TOO_LONG);
    } else if (end == MORE) {
      batch.cells = first;
      return MORE;
    } else if (end == BROKEN) {
      end = unclosed(first, from, to, RejectReason.QUOTE);
    }
    if (broken != null || batch.cells - first > 1 || rowEnd > from) {
      batch.row(from, rowEnd, first, line, broken);
      if (!sieve.keeps(batch, batch.rows - 1)) {
        batch.rows--;
        batch.cells = first;
      }
    }
    line += lines;
    return end;
  }

  /** Finds the cells of a row. */
  private int cut(int from, int to) {
    byte[] bytes = batch.bytes;
    int start = from;
    while (true) {
      int place = start;
      if (place < to && bytes[place] == QUOTE) {
        place = quote(bytes, place + 1, to);
        if (place < 0) {
          return place;
        }
      }
      place = either(bytes, place, to, separators);
      if (place == to && !ended) {
        return MORE;
      }
      boolean goesOn = place < to && bytes[place] == separator;
      boolean carriage = !goesOn && place > start && bytes[place - 1] == '\r';
      if (batch.cells == batch.starts.length) {
        batch.moreCells();
      }
      batch.starts[batch.cells] = start;
      batch.ends[batch.cells++] = carriage ? place - 1 : place;
      if (!goesOn) {
        rowEnd = carriage ? place - 1 : place;
        return Math.min(to, place + 1);
      }
      start = place + 1;
    }
  }

  /** Behind the quote that closes. */
  private int quote(byte[] bytes, int from, int to) {
    int limit = Math.min(to, from + LONGEST + 1);
    int place = from;
    long breaks = 0;
    while (true) {
      place = either(bytes, place, limit, QUOTES);
      if (place == limit) {
        return limit < to || ended ? BROKEN : MORE;
      }
      if (bytes[place] == '\n') {
        breaks++;
        place++;
        if (lines + breaks > BREAKS_MOST + 1) {
          return BROKEN;
        }
      } else if (place + 1 == to && !ended) {
        return MORE;
      } else if (place + 1 == to || bytes[place + 1] != QUOTE) {
        lines += breaks;
        return isClosed(bytes, place + 1, to) ? place + 1 : BROKEN;
      } else {
        place = Math.min(limit, place + 2); // a doubled one
      }
    }
  }

  /**
   * The next line end or other byte that is looked for. In {@code word ^ wanted} it is zero, and
   * the first byte that is zero is the first with its top bit set in {@code (w - 1…) & ~w & 0x80…}.
   *
   * @param wanted that byte, eight times
   */
  private static int either(byte[] bytes, int from, int to, long wanted) {
    int words = to - Long.BYTES;
    int place = from;
    while (place <= words) {
      long word = (long) WORDS.get(bytes, place);
      long one = word ^ wanted;
      long two = word ^ BREAKS;
      long found = ((one - ONES) & ~one | (two - ONES) & ~two) & TOPS;
      if (found != 0) {
        return place + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      place += Long.BYTES;
    }
    while (place < to && bytes[place] != (byte) wanted && bytes[place] != '\n') {
      place++;
    }
    return place;
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
    batch.cells = first;
    rowEnd = place > from && batch.bytes[place - 1] == '\r' ? place - 1 : place;
    skipping = place == to;
    lines = skipping ? 0 : 1;
    return Math.min(to, place + 1);
  }
}
