package fr.vigie.accesslog.format;

/**
 * Finds records among bytes without understanding them, so that a broken one costs itself only. An
 * instance goes through one entry, from front to back.
 */
abstract class Slicer {
  /** What the bytes at hand begin with. */
  enum Found {
    /** Something that may go on behind what is in memory. */
    MORE,
    /** What belongs between records. */
    NOTHING,
    /** A record, as far as its ends tell. */
    RECORD,
    /** What is none, see {@link #why}. */
    BROKEN
  }

  private int start;
  private int end;
  private int next;
  private RejectReason why;

  /**
   * Looks at what comes next.
   *
   * @param last nothing comes behind
   */
  abstract Found next(byte[] bytes, int from, int to, boolean last);

  /** What begins here is longer than anything may be: the rest of it will be passed over. */
  abstract Found giveUp(int from, int to);

  Found nothing(int until) {
    start = until;
    end = until;
    next = until;
    return Found.NOTHING;
  }

  Found record(int from, int to) {
    start = from;
    end = to;
    next = to;
    return Found.RECORD;
  }

  /** Blanks at its end are not part of it. */
  Found broken(byte[] bytes, int from, int to, RejectReason reason) {
    start = from;
    end = to;
    next = to;
    why = reason;
    while (end > start && ByteSearch.isBlank(bytes[end - 1])) {
      end--;
    }
    return Found.BROKEN;
  }

  Found tooLong(int from, int to) {
    start = from;
    end = to;
    next = to;
    why = RejectReason.TOO_LONG;
    return Found.BROKEN;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Where to look on. */
  int next() {
    return next;
  }

  RejectReason why() {
    return why;
  }
}
