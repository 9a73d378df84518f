package fr.vigie.accesslog.format;

/** How a log is written inside, whatever it is packed in. */
public enum LogFormat {
  /** Rows of columns: comma, semicolon, tabulator or bar. */
  CSV,
  /** Web servers' combined format. */
  HTTP_COMBINED,
  /** IHE ATNA, DICOM PS3.15 A.5: alone, concatenated, or in RFC 5424 syslog lines. */
  ATNA,
  /** FHIR R4 or R5 AuditEvent: one a line, or in Bundles. */
  FHIR,
  /** The description of a table in a SQL engine that holds the rows: see {@link LogTable}. */
  TABLE
}
