package fr.vigie.accesslog.format;

/**
 * Finds audit messages: alone, one behind another, or in syslog lines (RFC 5424, counted or one a
 * line; older and written ones too). XML declarations and headers of syslog belong between
 * messages, anything else there is broken.
 */
final class AtnaSlicer extends Slicer {
  private static final byte[] OPEN = ByteSearch.text("<AuditMessage");
  private static final byte[] CLOSE = ByteSearch.text("</AuditMessage>");
  private static final byte[] DECLARATION = ByteSearch.text("<?xml");
  private static final byte[] DECLARED = ByteSearch.text("?>");
  private static final byte[] DOCTYPE = ByteSearch.text("<!DOCTYPE");
  private static final byte[] ENTITY = ByteSearch.text("<!ENTITY");

  private boolean skipping;

  @Override
  Found next(byte[] bytes, int from, int to, boolean last) {
    if (skipping) {
      return skip(bytes, from, to, last);
    }
    int begin = afterBlanks(bytes, from, to);
    if (begin == to) {
      return nothing(to);
    }
    if (begin > from) {
      return nothing(begin);
    }
    int line = ByteSearch.find(bytes, from, to, '\n');
    int open = open(bytes, from, line < 0 ? to : line + 1, last);
    if (open == from) {
      return message(bytes, from, to, last);
    }
    int end = open >= 0 ? open : line >= 0 ? line : to;
    if (end == to && !last) {
      return Found.MORE;
    }
    return between(bytes, from, end, to, last);
  }

  /** A byte order mark is a blank. */
  private static int afterBlanks(byte[] bytes, int from, int to) {
    int place = ByteSearch.afterBlanks(bytes, from, to);
    boolean mark =
        place + 2 < to
            && bytes[place] == (byte) 0xEF
            && bytes[place + 1] == (byte) 0xBB
            && bytes[place + 2] == (byte) 0xBF;
    return mark ? ByteSearch.afterBlanks(bytes, place + 3, to) : place;
  }

  private static int open(byte[] bytes, int from, int to, boolean last) {
    int place = ByteSearch.find(bytes, from, to, OPEN);
    while (place >= 0 && place + OPEN.length < to) {
      if (isOpen(bytes, place, to)) {
        return place;
      }
      place = ByteSearch.find(bytes, place + 1, to, OPEN);
    }
    return last ? -1 : place;
  }

  private static boolean isOpen(byte[] bytes, int place, int to) {
    int behind = place + OPEN.length;
    return behind < to
        && ByteSearch.startsAt(bytes, place, to, OPEN)
        && (ByteSearch.isBlank(bytes[behind]) || bytes[behind] == '>' || bytes[behind] == '/');
  }

  /** From where a message begins to where it ends, or to where the next begins. */
  private Found message(byte[] bytes, int from, int to, boolean last) {
    int tag = ByteSearch.find(bytes, from + 1, to, '<');
    while (tag >= 0) {
      if (ByteSearch.startsAt(bytes, tag, to, CLOSE)) {
        return record(from, tag + CLOSE.length);
      }
      if (isOpen(bytes, tag, to)) {
        return broken(bytes, from, cut(bytes, from, tag), RejectReason.SYNTAX);
      }
      tag = ByteSearch.find(bytes, tag + 1, to, '<');
    }
    return last ? broken(bytes, from, to, RejectReason.SYNTAX) : Found.MORE;
  }

  /** A message without an end ends where the next one's line begins. */
  private static int cut(byte[] bytes, int from, int other) {
    for (int i = other - 1; i > from; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return other;
  }

  /** A stretch of one line before the next message, or before the line's end. */
  private Found between(byte[] bytes, int from, int end, int to, boolean last) {
    boolean forbidden =
        ByteSearch.find(bytes, from, end, DOCTYPE) >= 0
            || ByteSearch.find(bytes, from, end, ENTITY) >= 0;
    if (forbidden) {
      int close = ByteSearch.find(bytes, end, to, CLOSE);
      if (close < 0 && !last) {
        return Found.MORE;
      }
      return broken(bytes, from, close < 0 ? to : close + CLOSE.length, RejectReason.FORBIDDEN);
    }
    int frame = frame(bytes, from, end);
    if (frame >= 0 && frame <= end) {
      return broken(bytes, from, frame, RejectReason.SHAPE);
    }
    boolean before = end < to && bytes[end] == '<';
    boolean good = isHeader(bytes, from, end) && (before || isDeclared(bytes, from, end));
    return good ? nothing(end) : broken(bytes, from, end, RejectReason.SHAPE);
  }

  /** Where a counted syslog message ends; -1 when it is not counted. */
  private static int frame(byte[] bytes, int from, int to) {
    int place = from;
    int count = 0;
    while (place < to && ByteSearch.isDigit(bytes[place]) && place - from < 7) {
      count = count * 10 + bytes[place++] - '0';
    }
    boolean counted =
        place > from && place + 1 < to && bytes[place] == ' ' && bytes[place + 1] == '<';
    return counted ? place + 1 + count : -1;
  }

  private static boolean isHeader(byte[] bytes, int from, int to) {
    int place = from;
    while (place < to && ByteSearch.isDigit(bytes[place])) {
      place++;
    }
    if (place == from + 4 && place < to && bytes[place] == '-') {
      return true;
    }
    place += place > from && place < to && bytes[place] == ' ' ? 1 : 0;
    boolean priority =
        place + 1 < to && bytes[place] == '<' && ByteSearch.isDigit(bytes[place + 1]);
    return priority
        || ByteSearch.startsAt(bytes, place, to, DECLARATION) && isDeclared(bytes, from, to);
  }

  /** Ends with an XML declaration: its message follows. */
  private static boolean isDeclared(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && ByteSearch.isBlank(bytes[end - 1])) {
      end--;
    }
    return end - from >= 2 && ByteSearch.startsAt(bytes, end - 2, end, DECLARED);
  }

  @Override
  Found giveUp(int from, int to) {
    skipping = true;
    return tooLong(from, to);
  }

  private Found skip(byte[] bytes, int from, int to, boolean last) {
    int close = ByteSearch.find(bytes, from, to, CLOSE);
    int open = open(bytes, from, close < 0 ? to : close, last);
    if (open >= 0 || close >= 0) {
      skipping = false;
      return nothing(open >= 0 ? open : close + CLOSE.length);
    }
    int kept = last ? 0 : CLOSE.length;
    return to - from > kept ? nothing(to - kept) : Found.MORE;
  }
}
