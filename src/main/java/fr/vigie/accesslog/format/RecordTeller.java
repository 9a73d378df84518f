package fr.vigie.accesslog.format;

/** Tells a sink what became of each record of an entry, by its place. */
final class RecordTeller {
  private final int entry;
  private final Watch watch;
  private final Watch.Needles anywhere;
  private final LogSink sink;
  private final AccessEvent event;
  private Place place;

  RecordTeller(LogInput.Entry entry, Watch watch, LogShape shape, LogSink sink) {
    this.entry = entry.number();
    this.watch = watch;
    this.anywhere = watch.anywhere(AsUtf8.charset(shape.charset()));
    this.sink = sink;
    this.event = new AccessEvent(shape);
  }

  /** Everything that is looked for; null when everybody is. */
  Watch.Needles anywhere() {
    return anywhere;
  }

  /** An event to fill for a record. */
  AccessEvent begin(Place of) {
    place = of;
    return event.at(entry, of.line(), of.offset()).raw(of.bytes(), of.from(), of.to());
  }

  /** The event is filled, and is told if it concerns somebody after all. */
  void filled() {
    if (watch.concerns(event)) {
      concerns();
    } else {
      passed(event.getMicros());
    }
  }

  /** The event is filled and is known to concern somebody. */
  void concerns() {
    if (event.isCrowded()) {
      rejected(place, RejectReason.TOO_LONG, true);
    } else {
      sink.event(event);
    }
  }

  void passed(long micros) {
    sink.passed(Math.floorDiv(micros, 1_000_000L));
  }

  void rejected(Place of, RejectReason why) {
    rejected(of, why, anywhere == null || anywhere.isIn(of.bytes(), of.from(), of.to()));
  }

  private void rejected(Place of, RejectReason why, boolean concerned) {
    int length = of.to() - of.from();
    sink.rejected(new Rejected(entry, of.line(), of.offset(), length, why, concerned));
  }

  /** Why an instant that a {@link TimeReader} gave is none; null when it is one. */
  static RejectReason wrong(long at) {
    if (at == TimeReader.UNREADABLE) {
      return RejectReason.TIME;
    }
    return at == TimeReader.LEFT_OUT ? RejectReason.TIME_LEFT_OUT : null;
  }
}
