package fr.vigie.accesslog.format;

/**
 * Steps through JSON from one byte that matters to the next: braces, quotes, line ends. Knows which
 * braces are in texts. A text does not go over a line's end: what is not closed there is broken.
 */
final class JsonBraces {
  /** Deepest nesting of objects and lists. */
  static final int DEEPEST = 64;

  private int place;
  private int depth;
  private int nested;
  private boolean text;
  private boolean good;

  /** Just before the opening brace of an object. */
  void begin(int at) {
    begin(at, 0);
  }

  /** Inside of as many objects. */
  void begin(int at, int within) {
    place = at - 1;
    depth = within;
    nested = within;
    text = false;
    good = true;
  }

  /** Goes to the next byte that matters; false when there is none. */
  boolean step(byte[] bytes, int to) {
    for (place++; place < to; place++) {
      byte b = bytes[place];
      if (b == '\\' && text) {
        place++;
      } else if (b == '"') {
        text = !text;
        return true;
      } else if (b == '\n') {
        good &= !text;
        text = false;
        return true;
      } else if (!text && (b == '{' || b == '}' || b == '[' || b == ']')) {
        brace(b);
        if (b == '}') {
          return true;
        }
      }
    }
    return false;
  }

  private void brace(byte b) {
    boolean opens = b == '{' || b == '[';
    nested += opens ? 1 : -1;
    good &= nested <= DEEPEST;
    if (b == '{') {
      depth++;
    } else if (b == '}') {
      depth--;
    }
  }

  /** Of the byte that matters. */
  int place() {
    return place;
  }

  int depth() {
    return depth;
  }

  /** The outermost object ended here. */
  boolean isClosed() {
    return depth <= 0;
  }

  /** Nothing was seen that JSON cannot have. */
  boolean isGood() {
    return good;
  }
}
