package fr.vigie.accesslog.format;

/**
 * Finds resources by their braces: one a line, one behind another, or in Bundles, whose own parts
 * are passed over. A resource that does not close ends where the next one begins: at a line that
 * begins with one, or at the next {@code "resource":} of a Bundle.
 */
final class FhirSlicer extends Slicer {
  private static final byte[] RESOURCE = ByteSearch.text("\"resource\"");
  private static final byte[] TYPE = ByteSearch.text("\"resourceType\"");
  private static final byte[] BUNDLE = ByteSearch.text("\"Bundle\"");
  private static final byte[] AUDIT_EVENT = ByteSearch.text("\"AuditEvent\"");
  private static final byte[] NEW_LINE = ByteSearch.text("\n{\"");
  private static final byte[] NEW_TOP = ByteSearch.text("\n{\"resourceType\"");
  private static final int HEAD = 300;
  private static final int NONE = -1;
  private static final int UNSURE = -2;

  private final JsonBraces braces = new JsonBraces();

  /** Of braces of the Bundle around; 0 outside of one. */
  private int depth;

  private boolean before;
  private boolean skipping;

  @Override
  Found next(byte[] bytes, int from, int to, boolean last) {
    if (skipping) {
      return skip(bytes, from, to, last);
    }
    if (before) {
      return object(bytes, from, to, last);
    }
    if (depth > 0) {
      return bundle(bytes, from, to, last);
    }
    int begin = afterBlanks(bytes, from, to);
    if (begin > from) {
      return nothing(begin);
    }
    return bytes[from] == '{' ? object(bytes, from, to, last) : junk(bytes, from, to, last);
  }

  /** Commas and brackets of a list, marks of records and of byte order are blanks here. */
  private static int afterBlanks(byte[] bytes, int from, int to) {
    int place = from;
    while (place < to && (ByteSearch.isBlank(bytes[place]) || isMark(bytes[place]))) {
      place++;
    }
    return place;
  }

  private static boolean isMark(byte b) {
    return b == ','
        || b == '['
        || b == ']'
        || b == 0x1E
        || b == (byte) 0xEF
        || b == (byte) 0xBB
        || b == (byte) 0xBF;
  }

  private Found junk(byte[] bytes, int from, int to, boolean last) {
    for (int i = from; i < to; i++) {
      boolean begins = bytes[i] == '{' && ByteSearch.startsAt(bytes, i + 1, to, TYPE);
      if (bytes[i] == '\n' || begins) {
        return broken(bytes, from, i, RejectReason.SHAPE);
      }
    }
    return last ? broken(bytes, from, to, RejectReason.SHAPE) : Found.MORE;
  }

  /** An object that begins here: a resource, or a Bundle of them. */
  private Found object(byte[] bytes, int from, int to, boolean last) {
    braces.begin(from);
    while (braces.step(bytes, to)) {
      int at = braces.place();
      if (bytes[at] == '"') {
        int value = resource(bytes, at, to, last);
        if (value == UNSURE) {
          return Found.MORE;
        }
        if (value >= 0) {
          return marker(bytes, from, at, value);
        }
      } else if (bytes[at] == '\n' && isNext(bytes, from, at, to)) {
        return cut(bytes, from, at + 1);
      }
      if (braces.isClosed()) {
        return closed(bytes, from, at + 1);
      }
    }
    if (!last) {
      return Found.MORE;
    }
    before = false;
    return broken(bytes, from, to, RejectReason.SYNTAX);
  }

  /** The next resource, or in a Bundle the next entry, begins behind this line's end. */
  private boolean isNext(byte[] bytes, int from, int at, int to) {
    return ByteSearch.startsAt(bytes, at, to, NEW_LINE)
        && (depth > 0 || !isBundle(bytes, from, at) || ByteSearch.startsAt(bytes, at, to, NEW_TOP));
  }

  private static boolean isBundle(byte[] bytes, int from, int to) {
    int head = Math.min(to, from + HEAD);
    return ByteSearch.find(bytes, from, head, BUNDLE) >= 0
        && ByteSearch.find(bytes, from, head, AUDIT_EVENT) < 0;
  }

  private Found closed(byte[] bytes, int from, int end) {
    before = false;
    if (!braces.isGood()) {
      return broken(bytes, from, end, RejectReason.SYNTAX);
    }
    boolean empty = depth == 0 && isBundle(bytes, from, end);
    return empty ? nothing(end) : record(from, end);
  }

  /** A key says that a resource follows: this is a Bundle, or a resource that does not close. */
  private Found marker(byte[] bytes, int from, int key, int value) {
    boolean event = ByteSearch.find(bytes, from, Math.min(key, from + HEAD), AUDIT_EVENT) >= 0;
    if (depth == 0 && !event) {
      depth = braces.depth();
      before = true;
      return nothing(value);
    }
    int entry = key;
    while (entry > from && bytes[entry] != '{') {
      entry--;
    }
    return cut(bytes, from, entry > from ? entry : key);
  }

  private Found cut(byte[] bytes, int from, int at) {
    depth = Math.min(1, depth);
    before = false;
    return broken(bytes, from, at, RejectReason.SYNTAX);
  }

  /** Where the value begins when the key of a resource stands here. */
  private static int resource(byte[] bytes, int from, int to, boolean last) {
    if (from + 64 > to && !last) {
      return UNSURE;
    }
    if (!ByteSearch.startsAt(bytes, from, to, RESOURCE)) {
      return NONE;
    }
    int colon = ByteSearch.afterBlanks(bytes, from + RESOURCE.length, to);
    if (colon >= to || bytes[colon] != ':') {
      return NONE;
    }
    int value = ByteSearch.afterBlanks(bytes, colon + 1, to);
    return value < to && bytes[value] == '{' ? value : NONE;
  }

  /** What stands in a Bundle around its resources. */
  private Found bundle(byte[] bytes, int from, int to, boolean last) {
    braces.begin(from, depth);
    while (braces.step(bytes, to)) {
      int at = braces.place();
      int value = bytes[at] == '"' ? resource(bytes, at, to, last) : NONE;
      if (value == UNSURE) {
        break;
      }
      if (value >= 0) {
        depth = braces.depth();
        before = true;
        return nothing(value);
      }
      if (bytes[at] == '\n' && ByteSearch.startsAt(bytes, at, to, NEW_TOP)) {
        depth = 0;
        return nothing(at + 1);
      }
      if (braces.isClosed()) {
        depth = 0;
        return nothing(at + 1);
      }
    }
    return last ? broken(bytes, from, to, RejectReason.SYNTAX) : Found.MORE;
  }

  @Override
  Found giveUp(int from, int to) {
    skipping = true;
    before = false;
    return tooLong(from, to);
  }

  private Found skip(byte[] bytes, int from, int to, boolean last) {
    for (int i = from; i < to; i++) {
      boolean line = bytes[i] == '\n' && ByteSearch.startsAt(bytes, i, to, NEW_LINE);
      int value = bytes[i] == '"' ? resource(bytes, i, to, last) : NONE;
      if (value == UNSURE) {
        return i > from ? nothing(i) : Found.MORE;
      }
      if (line || value >= 0) {
        skipping = false;
        depth = line ? Math.min(1, depth) : 2;
        before = value >= 0;
        return nothing(line ? i + 1 : value);
      }
    }
    int kept = last ? 0 : NEW_LINE.length - 1;
    return to - from > kept ? nothing(to - kept) : Found.MORE;
  }
}
