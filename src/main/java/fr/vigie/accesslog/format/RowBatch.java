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
  private RejectReason[] broken = new RejectReason[USUAL_ROWS];
  private boolean[] concerned = new boolean[USUAL_ROWS];
  private long[] times = new long[USUAL_ROWS];
  private long[] others = new long[USUAL_ROWS];

  /** Of all rows, one after the other. */
  int cells;

  int[] starts = new int[USUAL_CELLS];
  int[] ends = new int[USUAL_CELLS];

  void begin(long atOffset, long atLine) {
    offset = atOffset;
    line = atLine;
    rows = 0;
    cells = 0;
  }

  /** Makes room for another cell. */
  void moreCells() {
    starts = Arrays.copyOf(starts, 2 * starts.length);
    ends = Arrays.copyOf(ends, 2 * ends.length);
  }

  /**
   * Ends a row.
   *
   * @param first the number of its first cell
   * @param onLine of its first line
   * @param why it is no row; null when it is one
   */
  void row(int from, int to, int first, long onLine, RejectReason why) {
    if (rows == froms.length) {
      grow(2 * rows);
    }
    froms[rows] = from;
    tos[rows] = to;
    firsts[rows] = first;
    counts[rows] = cells - first;
    lines[rows] = (int) (onLine - line);
    broken[rows] = why;
    rows++;
  }

  private void grow(int size) {
    froms = Arrays.copyOf(froms, size);
    tos = Arrays.copyOf(tos, size);
    lines = Arrays.copyOf(lines, size);
    firsts = Arrays.copyOf(firsts, size);
    counts = Arrays.copyOf(counts, size);
    broken = Arrays.copyOf(broken, size);
    concerned = Arrays.copyOf(concerned, size);
    times = Arrays.copyOf(times, size);
    others = Arrays.copyOf(others, size);
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

  /** Why it is no row; null when it is one. */
  RejectReason broken(int row) {
    return broken[row];
  }

  void reject(int row, RejectReason why) {
    broken[row] = why;
  }

  /** As a {@link TimeReader} tells it. */
  void time(int row, long at, long other) {
    times[row] = at;
    others[row] = other;
  }

  long at(int row) {
    return times[row];
  }

  long other(int row) {
    return others[row];
  }

  boolean isConcerned(int row) {
    return concerned[row];
  }

  void concern(int row, boolean somebody) {
    concerned[row] = somebody;
  }
}
