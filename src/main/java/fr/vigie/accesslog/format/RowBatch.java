package fr.vigie.accesslog.format;

import java.util.Arrays;

/** A stretch of a file of rows, and where the cells of each of its whole rows stand. */
final class RowBatch {
  /** Bytes at once; also what a row may have at most. */
  static final int SIZE = 1 << 21;

  private static final int USUAL_ROWS = 1 << 14;
  private static final int USUAL_CELLS = 1 << 17;

  /** The stretch; it holds the rows whole. */
  final byte[] bytes = new byte[SIZE];

  /** Of its first byte, in the file. */
  long offset;

  /** Number of the line with which it begins. */
  long line;

  int rows;
  private int[] froms = new int[USUAL_ROWS];
  private int[] tos = new int[USUAL_ROWS];
  private int[] lines = new int[USUAL_ROWS];
  private int[] firsts = new int[USUAL_ROWS];
  private int[] counts = new int[USUAL_ROWS];
  private boolean[] plain = new boolean[USUAL_ROWS];
  private boolean[] quoted = new boolean[USUAL_ROWS];
  private RejectReason[] broken = new RejectReason[USUAL_ROWS];

  private int cells;
  private int[] starts = new int[USUAL_CELLS];
  private int[] ends = new int[USUAL_CELLS];

  void begin(long atOffset, long atLine) {
    offset = atOffset;
    line = atLine;
    rows = 0;
    cells = 0;
  }

  /** How many cells there are so far: of which a row takes back its own when it is none. */
  int cells() {
    return cells;
  }

  void backTo(int before) {
    cells = before;
  }

  void cell(int from, int to) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    starts[cells] = from;
    ends[cells] = to;
    cells++;
  }

  /**
   * Ends a row.
   *
   * @param first the number of its first cell
   * @param onLine of its first line
   * @param isPlain it has ASCII only
   * @param why it is no row; null when it is one
   */
  void row(
      int from,
      int to,
      int first,
      long onLine,
      boolean isPlain,
      boolean hasQuotes,
      RejectReason why) {
    if (rows == froms.length) {
      grow(2 * rows);
    }
    froms[rows] = from;
    tos[rows] = to;
    firsts[rows] = first;
    counts[rows] = cells - first;
    lines[rows] = (int) (onLine - line);
    plain[rows] = isPlain;
    quoted[rows] = hasQuotes;
    broken[rows] = why;
    rows++;
  }

  private void grow(int size) {
    froms = Arrays.copyOf(froms, size);
    tos = Arrays.copyOf(tos, size);
    lines = Arrays.copyOf(lines, size);
    firsts = Arrays.copyOf(firsts, size);
    counts = Arrays.copyOf(counts, size);
    plain = Arrays.copyOf(plain, size);
    quoted = Arrays.copyOf(quoted, size);
    broken = Arrays.copyOf(broken, size);
  }

  /** Where a row stands, without its line's end. */
  Place place(int row) {
    return new Place(bytes, froms[row], tos[row], line + lines[row], offset + froms[row]);
  }

  int cells(int row) {
    return counts[row];
  }

  int start(int row, int column) {
    return starts[firsts[row] + column];
  }

  int end(int row, int column) {
    return ends[firsts[row] + column];
  }

  boolean isPlain(int row) {
    return plain[row];
  }

  boolean isQuoted(int row) {
    return quoted[row];
  }

  RejectReason broken(int row) {
    return broken[row];
  }
}
