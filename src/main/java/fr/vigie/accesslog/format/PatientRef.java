package fr.vigie.accesslog.format;

/**
 * A patient as a log names one. A number means nothing without its domain (domain.md §7.3).
 *
 * @param domain OID, FINESS or any other name of the numbering domain; empty when the log has none
 */
public record PatientRef(String id, String domain) {
  /** Longest that is read; a longer one is no patient number. */
  static final int MOST = 200;

  /** An identifier in HL7's form, {@code id^^^name&oid&ISO}, or a plain one. */
  static PatientRef of(String text, String domain) {
    int end = text.indexOf('^');
    if (end < 0) {
      return new PatientRef(text.strip(), plain(domain));
    }
    String[] components = text.split("\\^", -1);
    String[] authority = components.length > 3 ? components[3].split("&", -1) : new String[] {""};
    String said = authority[authority.length >= 2 && !authority[1].isBlank() ? 1 : 0].strip();
    return new PatientRef(text.substring(0, end).strip(), plain(said.isEmpty() ? domain : said));
  }

  /** FHIR writes an OID as a URI. */
  private static String plain(String domain) {
    return domain.startsWith("urn:oid:") ? domain.substring(8) : domain;
  }
}
