package fr.vigie.accesslog.format;

/** Why a line is not an access. Nothing is dropped without one. */
public enum RejectReason {
  /** Fewer or more cells than there are headings. */
  COLUMNS,
  /** Not a time in the format of the source. */
  TIME,
  /** A local time that the change to summer time leaves out: the zone is not the right one. */
  TIME_LEFT_OUT,
  /** A quote that is not closed, or text after a closing one. */
  QUOTE,
  /** Longer than a line may be, or with more patients. */
  TOO_LONG,
  /** Neither a line of a web server nor a record of the format. */
  SHAPE,
  /** XML or JSON that does not parse. */
  SYNTAX,
  /** A record of the format without what makes it an access, such as a time. */
  INCOMPLETE,
  /** XML with a document type or entities: never read. */
  FORBIDDEN
}
