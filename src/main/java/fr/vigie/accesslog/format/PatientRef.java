package fr.vigie.accesslog.format;

/**
 * A patient as a log names one. A number means nothing without its domain (domain.md §7.3).
 *
 * @param domain OID, FINESS or any other name of the numbering domain; empty when the log has none
 */
public record PatientRef(String id, String domain) {
  /** Longest that is read; a longer one is no patient number. */
  static final int MOST = 200;

  /** An identifier in HL7's form, {@code id^^^&oid&ISO}, or a plain one. */
  static PatientRef of(String text, String domain) {
    int end = text.indexOf('^');
    if (end < 0) {
      return new PatientRef(text.strip(), domain);
    }
    String[] parts = text.substring(end).split("&", -1);
    String said = parts.length >= 2 && !parts[1].isBlank() ? parts[1].strip() : domain;
    return new PatientRef(text.substring(0, end).strip(), said);
  }
}
