package fr.vigie.accesslog.format;

import fr.vigie.platform.Accents;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody did, as far as it matters for who is affected (domain.md §8.4). */
public enum AccessAction {
  /** A search; the patients named with it were shown in its result. */
  LIST("SEARCH", "QUERY", "LIST", "LISTE", "RECHERCHE", "RECHERCHER", "FIND", "SEARCH-TYPE", "Q"),
  /** A record was opened. */
  VIEW(
      "VIEW",
      "READ",
      "OPEN",
      "R",
      "CONSULTATION",
      "CONSULTER",
      "LECTURE",
      "LIRE",
      "OUVERTURE",
      "AFFICHAGE",
      "VREAD",
      "GET"),
  /** Exported, downloaded or printed. */
  EXPORT(
      "EXPORT",
      "EXPORTER",
      "DOWNLOAD",
      "PRINT",
      "IMPRESSION",
      "IMPRIMER",
      "TELECHARGEMENT",
      "TELECHARGER",
      "EXTRACTION",
      "EXTRACT"),
  /** A record was made, changed or removed, so it was seen as well. */
  CHANGE(
      "CHANGE",
      "CREATE",
      "UPDATE",
      "DELETE",
      "C",
      "U",
      "D",
      "CREATION",
      "MODIFICATION",
      "MODIFIER",
      "SUPPRESSION",
      "PATCH",
      "PUT"),
  LOGIN("LOGIN", "LOGON", "CONNEXION", "SIGNIN", "AUTHENTICATION", "AUTHENTIFICATION"),
  LOGOUT("LOGOUT", "LOGOFF", "DECONNEXION", "SIGNOUT"),
  /** Known, and shows nobody's data. */
  OTHER("OTHER", "AUTRE", "PING", "HEARTBEAT"),
  /** Not in the source's table of actions: counted as a record opened until somebody says. */
  UNKNOWN;

  private static final Map<String, AccessAction> USUAL =
      Arrays.stream(values())
          .flatMap(action -> action.words.stream().map(word -> Map.entry(word, action)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> words;

  AccessAction(String... words) {
    this.words = List.of(words);
  }

  /** What a word of a log usually means. */
  static AccessAction usual(String word) {
    return USUAL.getOrDefault(key(word), UNKNOWN);
  }

  /** Words are compared without accents and case. */
  static String key(String word) {
    boolean plain = word.chars().allMatch(c -> c < 128);
    String letters = plain ? word : Accents.without(word);
    return letters.strip().toUpperCase(Locale.ROOT);
  }

  /** Data of the patient named were shown, or must be taken as shown. */
  public boolean isDisclosing() {
    return this == LIST || this == VIEW || this == EXPORT || this == CHANGE || this == UNKNOWN;
  }
}
