package fr.vigie.accesslog.format;

/** Understands one record that a {@link Slicer} found. */
interface RecordParser {
  /** Whether a record must be read whole: somebody who is looked for may be in it. */
  boolean mayConcern(Place place, Watch.Needles sought, boolean sessions);

  /** The time as it stands in the bytes; no instant when that cannot be told so cheaply. */
  long glance(Place place);

  /** Reads a record whole; returns why it is no access, or null when the event is filled. */
  RejectReason read(Place place, AccessEvent event);
}
