package fr.vigie.accesslog.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * The places of the fields in a line of a web server, common or combined format: {@code address
 * ident user [time] "request" status bytes "referer" "agent" "forwarded for"}. The last three may
 * be left out. A user's name may have blanks; quotes inside quotes are escaped with a backslash.
 */
final class HttpLine {
  static final int ADDRESS = 0;
  static final int USER = 1;
  static final int TIME = 2;
  static final int REQUEST = 3;
  static final int STATUS = 4;
  static final int AGENT = 5;
  static final int FORWARDED = 6;
  private static final int FIELDS = 7;

  private final Charset charset;
  private final int[] starts = new int[FIELDS];
  private final int[] ends = new int[FIELDS];
  private byte[] bytes;
  private int place;
  private int end;

  HttpLine(Charset charset) {
    this.charset = charset;
  }

  /** Finds the fields; returns why it is no such line, or null when it is one. */
  RejectReason find(byte[] in, int from, int to) {
    bytes = in;
    place = from;
    end = to;
    java.util.Arrays.fill(starts, 0);
    java.util.Arrays.fill(ends, 0);
    boolean begun = word(ADDRESS) && word(-1) && user();
    if (!begun) {
      return RejectReason.SHAPE;
    }
    if (place >= end || bytes[place] != '"') {
      return RejectReason.SHAPE;
    }
    if (!quoted(REQUEST)) {
      return RejectReason.QUOTE;
    }
    if (!word(STATUS) || !isStatus()) {
      return RejectReason.SHAPE;
    }
    word(-1);
    return rest();
  }

  private boolean isStatus() {
    int from = starts[STATUS];
    boolean three = ends[STATUS] - from == 3;
    return three
        && bytes[from] >= '1'
        && bytes[from] <= '5'
        && isDigit(bytes[from + 1])
        && isDigit(bytes[from + 2]);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** A stretch without blanks, and the blank behind it. */
  private boolean word(int field) {
    int from = place;
    while (place < end && bytes[place] != ' ') {
      place++;
    }
    keep(field, from, place);
    boolean found = place > from;
    while (place < end && bytes[place] == ' ') {
      place++;
    }
    return found;
  }

  /** All before the bracket that the time stands in, and the time. */
  private boolean user() {
    int from = place;
    int open = bracket(true);
    open = open < 0 ? bracket(false) : open;
    int close = Math.max(open, from);
    while (close < end && bytes[close] != ']') {
      close++;
    }
    if (open < 0 || close == end) {
      return false;
    }
    keep(USER, from, open - 1);
    keep(TIME, open + 1, close);
    place = Math.min(end, close + 2);
    return true;
  }

  /**
   * The first bracket behind a blank; -1 when there is none.
   *
   * @param dated a digit must follow: a user's name may have brackets of its own
   */
  private int bracket(boolean dated) {
    for (int i = place + 1; i + 1 < end; i++) {
      if (bytes[i] == '[' && bytes[i - 1] == ' ' && (!dated || isDigit(bytes[i + 1]))) {
        return i;
      }
    }
    return -1;
  }

  /** What stands between quotes, and the blanks behind them; false when it is never closed. */
  private boolean quoted(int field) {
    int from = ++place;
    while (place < end && bytes[place] != '"') {
      place += bytes[place] == '\\' ? 2 : 1;
    }
    if (place >= end) {
      return false;
    }
    keep(field, from, place);
    place++;
    while (place < end && bytes[place] == ' ') {
      place++;
    }
    return true;
  }

  /** The second quoted text is the browser, a third one is whom a proxy spoke for. */
  private RejectReason rest() {
    int number = 0;
    while (place < end) {
      if (bytes[place] != '"') {
        word(-1);
        continue;
      }
      number++;
      if (!quoted(number == 2 ? AGENT : number == 3 ? FORWARDED : -1)) {
        return RejectReason.QUOTE;
      }
    }
    return null;
  }

  private void keep(int field, int from, int to) {
    if (field >= 0) {
      starts[field] = from;
      ends[field] = to;
    }
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  /** A field without its escapes; empty for a dash. */
  String text(int field) {
    int from = starts[field];
    int length = ends[field] - from;
    String said = new String(bytes, from, length, charset);
    if (said.indexOf('\\') >= 0) {
      said = unescaped(from, ends[field]);
    }
    String text = said.strip();
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    }
    return text.equals("-") ? "" : text;
  }

  /** Apache writes {@code \"}, both write {@code \xhh} for bytes that are not plain. */
  private String unescaped(int from, int to) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    int i = from;
    while (i < to) {
      byte b = bytes[i++];
      if (b != '\\' || i == to) {
        plain.write(b);
        continue;
      }
      byte escaped = bytes[i++];
      int high = i + 1 < to ? Character.digit(bytes[i], 16) : -1;
      int low = i + 1 < to ? Character.digit(bytes[i + 1], 16) : -1;
      if (escaped == 'x' && high >= 0 && low >= 0) {
        plain.write(high << 4 | low);
        i += 2;
      } else {
        plain.write(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
      }
    }
    return plain.toString(charset);
  }
}
