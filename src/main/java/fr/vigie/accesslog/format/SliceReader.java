package fr.vigie.accesslog.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads records that are not lines. Of a record in which nobody who is looked for can stand, only
 * its ends and its time are checked; one whose time does not stand out, and every other, is parsed
 * whole. So a broken record that concerns nobody may count as passed, one that concerns somebody
 * never does.
 */
final class SliceReader implements LogReader {
  /** Longest record. */
  static final int LONGEST = 1 << 20;

  private final LogShape shape;
  private final Slicer slicer;
  private final RecordParser parser;
  private RecordTeller teller;
  private boolean sessions;
  private long line = 1;

  SliceReader(LogShape shape, Slicer slicer, RecordParser parser) {
    this.shape = shape;
    this.slicer = slicer;
    this.parser = parser;
  }

  @Override
  public void read(LogInput.Entry entry, Watch watch, LogSink sink) throws IOException {
    teller = new RecordTeller(entry, watch, shape, sink);
    sessions = watch.hasSessions();
    InputStream bytes = AsUtf8.of(entry.bytes(), shape.charset());
    RowBuffer rows = new RowBuffer(bytes, 2 * LONGEST, sink::waiting);
    while (rows.fill()) {
      int from = rows.from();
      Slicer.Found found = slicer.next(rows.bytes(), from, rows.to(), rows.isLast());
      if (found == Slicer.Found.MORE && rows.room()) {
        continue;
      }
      if (found == Slicer.Found.MORE) {
        found = slicer.giveUp(from, rows.to());
      }
      take(found, rows);
      line += ByteSearch.breaks(rows.bytes(), slicer.start(), slicer.next());
      rows.pass(slicer.next());
    }
  }

  private void take(Slicer.Found found, RowBuffer rows) {
    int start = slicer.start();
    line += ByteSearch.breaks(rows.bytes(), rows.from(), start);
    long offset = rows.offset() + start - rows.from();
    Place place = new Place(rows.bytes(), start, slicer.end(), line, offset);
    if (found == Slicer.Found.BROKEN) {
      teller.rejected(place, slicer.why());
    } else if (found == Slicer.Found.RECORD && place.to() - place.from() > LONGEST) {
      teller.rejected(place, RejectReason.TOO_LONG);
    } else if (found == Slicer.Found.RECORD) {
      record(place);
    }
  }

  private void record(Place place) {
    Watch.Needles sought = teller.anywhere();
    if (sought != null && !parser.mayConcern(place, sought, sessions)) {
      long at = parser.glance(place);
      if (RecordTeller.wrong(at) == null) {
        teller.passed(at);
        return;
      }
    }
    RejectReason wrong = parser.read(place, teller.begin(place));
    if (wrong == null) {
      teller.filled();
    } else {
      teller.rejected(place, wrong);
    }
  }
}
