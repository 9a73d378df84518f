package fr.vigie.accesslog.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the codes of an audit record mean: the source's own table first, then the transaction and
 * the kind of event (DICOM, IHE, FHIR), then whether it read or wrote.
 */
final class AuditCodes {
  private static final Map<String, AccessAction> KINDS =
      Map.ofEntries(
          Map.entry("110122", AccessAction.LOGIN),
          Map.entry("110123", AccessAction.LOGOUT),
          Map.entry("110106", AccessAction.EXPORT),
          Map.entry("110104", AccessAction.EXPORT),
          Map.entry("110102", AccessAction.EXPORT),
          Map.entry("110112", AccessAction.LIST),
          Map.entry("110103", AccessAction.VIEW),
          Map.entry("110105", AccessAction.CHANGE),
          Map.entry("110107", AccessAction.CHANGE),
          Map.entry("110114", AccessAction.LOGIN),
          Map.entry("110100", AccessAction.OTHER),
          Map.entry("110101", AccessAction.OTHER),
          Map.entry("110108", AccessAction.OTHER),
          Map.entry("110113", AccessAction.OTHER),
          Map.entry("SEARCH-SYSTEM", AccessAction.LIST),
          Map.entry("SEARCH-COMPARTMENT", AccessAction.LIST),
          Map.entry("HISTORY", AccessAction.VIEW),
          Map.entry("HISTORY-INSTANCE", AccessAction.VIEW),
          Map.entry("HISTORY-TYPE", AccessAction.VIEW),
          Map.entry("HISTORY-SYSTEM", AccessAction.VIEW),
          Map.entry("$EXPORT", AccessAction.EXPORT));

  /** IHE transactions that are searches; others are told by the kind of event. */
  private static final Set<String> SEARCHES =
      Set.of(
          "ITI-9", "ITI-18", "ITI-21", "ITI-38", "ITI-45", "ITI-47", "ITI-55", "ITI-67", "ITI-78");

  private static final int WORD_MAX = 60;

  private AuditCodes() {}

  /**
   * Fills an event's action.
   *
   * @param codes from the closest one to the most general
   * @param acted C, R, U, D or E; empty when it is not said
   * @param query a search is in the record
   */
  static void tell(
      AccessEvent event, List<String> codes, String acted, boolean query, LogShape shape) {
    String word = codes.isEmpty() ? acted : codes.get(0);
    event.act(
        word.length() > WORD_MAX ? word.substring(0, WORD_MAX) : word,
        action(codes, acted, query, shape));
  }

  private static AccessAction action(
      List<String> codes, String acted, boolean query, LogShape shape) {
    for (String code : codes) {
      AccessAction own = shape.actions().get(AccessAction.key(code));
      if (own != null) {
        return own;
      }
    }
    for (String code : codes) {
      AccessAction usual = usual(code);
      if (usual != AccessAction.UNKNOWN) {
        return usual;
      }
    }
    return switch (acted.toUpperCase(Locale.ROOT)) {
      case "R" -> AccessAction.VIEW;
      case "C", "U", "D" -> AccessAction.CHANGE;
      default -> query ? AccessAction.LIST : AccessAction.UNKNOWN;
    };
  }

  private static AccessAction usual(String code) {
    String key = AccessAction.key(code);
    AccessAction kind = KINDS.get(key);
    if (kind != null) {
      return kind;
    }
    return SEARCHES.contains(key) ? AccessAction.LIST : AccessAction.usual(code);
  }
}
