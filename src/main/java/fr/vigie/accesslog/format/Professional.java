package fr.vigie.accesslog.format;

/** Who acted, from the two names that audit records have for one person. */
final class Professional {
  private Professional() {}

  /**
   * Fills an event's account and RPPS. The number alone is no login: where the other name is one,
   * that is the account.
   */
  static void tell(AccessEvent event, String named, String otherwise) {
    String first = login(named);
    String second = login(otherwise);
    String rpps = rpps(first).isEmpty() ? rpps(second) : rpps(first);
    boolean other =
        first.isEmpty() || !rpps(first).isEmpty() && !second.isEmpty() && rpps(second).isEmpty();
    event.set(LogField.ACCOUNT, other ? second : first);
    event.set(LogField.RPPS, rpps);
  }

  /** The name itself in HL7's {@code id^name^...} and in IHE XUA's {@code alias<user@issuer>}. */
  private static String login(String text) {
    int caret = text.indexOf('^');
    if (caret >= 0) {
      return text.substring(0, caret).strip();
    }
    int open = text.indexOf('<');
    int at = text.indexOf('@', Math.max(open, 0));
    return open >= 0 && at > open && text.endsWith(">")
        ? text.substring(open + 1, at).strip()
        : text.strip();
  }

  /** Eleven digits, or those behind an 8 (domain.md §7.4); empty when it is no RPPS. */
  static String rpps(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits && text.length() == 11) {
      return text;
    }
    return digits && text.length() == 12 && text.charAt(0) == '8' ? text.substring(1) : "";
  }
}
