package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Reads lines of web servers: combined format, common format, and with an X-Forwarded-For behind.
 * Every line's form and time are checked, whoever it concerns; names and paths are read only where
 * somebody who is looked for may stand. With an X-Forwarded-For, the address is the last one in it
 * that is not of a private network, since whoever asks can write what he likes before it; when all
 * are private, the first.
 */
final class HttpLogReader implements LogReader {
  /** Longest line. */
  static final int LONGEST = 1 << 20;

  private final LogShape shape;
  private final Charset charset;
  private final TimeReader times;
  private final HttpLine fields;
  private final List<PathMatcher> paths;
  private final boolean sessions;

  private RecordTeller teller;
  private boolean encoded;
  private long line = 1;
  private boolean skipping;

  HttpLogReader(LogShape shape) {
    this.shape = shape;
    this.charset = AsUtf8.charset(shape.charset());
    this.times = new TimeReader(shape.timeFormat(), shape.zone(), shape.clockOffset());
    this.fields = new HttpLine(charset);
    this.paths = shape.paths().stream().map(PathMatcher::new).toList();
    this.sessions = paths.stream().anyMatch(PathMatcher::tellsSession);
  }

  @Override
  public void read(LogInput.Entry entry, Watch watch, LogSink sink) throws IOException {
    teller = new RecordTeller(entry, watch, shape, sink);
    encoded = sessions && watch.hasSessions();
    InputStream bytes = AsUtf8.of(entry.bytes(), shape.charset());
    RowBuffer rows = new RowBuffer(bytes, 2 * LONGEST, sink::waiting);
    while (rows.fill()) {
      int found = ByteSearch.find(rows.bytes(), rows.from(), rows.to(), '\n');
      int end = found < 0 ? rows.to() : found;
      boolean whole = end < rows.to() || rows.isLast();
      if (!whole && !skipping && rows.room()) {
        continue;
      }
      if (!skipping) {
        line(rows, end, whole);
      }
      skipping = !whole;
      line += end < rows.to() ? 1 : 0;
      rows.pass(Math.min(rows.to(), end + 1));
    }
  }

  private void line(RowBuffer rows, int end, boolean whole) {
    byte[] bytes = rows.bytes();
    int from = rows.from();
    int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    Place place = new Place(bytes, from, to, line, rows.offset());
    if (!whole || to - from > LONGEST) {
      teller.rejected(place, RejectReason.TOO_LONG);
      return;
    }
    if (line == 1
        && to - from >= 3
        && bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB) {
      from += 3;
    }
    if (!isBlank(bytes, from, to)) {
      take(place, from);
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void take(Place place, int from) {
    RejectReason wrong = fields.find(place.bytes(), from, place.to());
    long at = 0;
    if (wrong == null) {
      at = times.read(place.bytes(), fields.start(HttpLine.TIME), fields.end(HttpLine.TIME));
      wrong = RecordTeller.wrong(at);
    }
    if (wrong != null) {
      teller.rejected(place, wrong);
    } else if (mayConcern(place)) {
      tell(teller.begin(place).time(at, times.other()));
      teller.filled();
    } else {
      teller.passed(at);
    }
  }

  private boolean mayConcern(Place place) {
    return teller.anywhere() == null
        || maySay(place, HttpLine.USER)
        || maySay(place, HttpLine.ADDRESS)
        || maySay(place, HttpLine.FORWARDED)
        || encoded && (maySay(place, HttpLine.REQUEST) || isEncoded(place));
  }

  private boolean maySay(Place place, int field) {
    int from = fields.start(field);
    return teller.anywhere().mayBeIn(place.bytes(), from, fields.end(field), '\\', 'x');
  }

  private boolean isEncoded(Place place) {
    int from = fields.start(HttpLine.REQUEST);
    return ByteSearch.find(place.bytes(), from, fields.end(HttpLine.REQUEST), '%') >= 0;
  }

  private void tell(AccessEvent event) {
    event.set(LogField.ACCOUNT, fields.text(HttpLine.USER));
    event.set(LogField.ADDRESS, address());
    event.set(LogField.USER_AGENT, fields.text(HttpLine.AGENT));
    event.set(LogField.RESULT, fields.text(HttpLine.STATUS));
    String request = fields.text(HttpLine.REQUEST);
    int blank = request.indexOf(' ');
    int last = request.lastIndexOf(' ');
    boolean spoken = blank > 0 && request.startsWith("HTTP/", last + 1);
    String method = blank > 0 ? request.substring(0, blank) : request;
    String target =
        blank < 0
            ? ""
            : request.substring(blank + 1, spoken && last > blank ? last : request.length());
    event.act(cut(method), AccessAction.OTHER);
    event.set(LogField.OBJECT, target);
    for (PathMatcher path : paths) {
      if (path.matches(method, target)) {
        path.tell(event, shape);
        return;
      }
    }
  }

  private static String cut(String method) {
    return method.length() > 20 ? method.substring(0, 20) : method;
  }

  private String address() {
    String forwarded = fields.text(HttpLine.FORWARDED);
    if (forwarded.isEmpty()) {
      return fields.text(HttpLine.ADDRESS);
    }
    String[] hops = forwarded.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!hop.isEmpty() && !PrivateNetworks.contain(hop)) {
        return hop;
      }
    }
    return hops.length == 0 ? fields.text(HttpLine.ADDRESS) : hops[0].strip();
  }
}
