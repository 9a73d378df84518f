package fr.vigie.incident.web;

import fr.vigie.platform.UseCases;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What a line of the history is about: the tab of the case where such acts are done. A tab that
 * another feature draws has all acts of that feature.
 */
public enum HistoryKind {
  SUMMARY("Reporting", "Qualification", "Closing", "Restriction"),
  CONTROLLERS("Controllers", "SeverityScoring"),
  DEADLINES,
  ACCOUNTS,
  SCOPE,
  DECLARATIONS,
  NOTIFICATION,
  TASKS("Tasks", "Playbooks"),
  MEASURES("Measures"),
  JOURNAL("Journal", "Comments"),
  EVIDENCE("Evidence");

  private final Set<String> useCases;

  HistoryKind(String... useCases) {
    this.useCases = Set.of(useCases);
  }

  /** As it stands in the address, and in the words of the tabs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Classes whose acts are of this kind. */
  Set<String> useCases(UseCases known) {
    return useCases.isEmpty() ? known.of(CaseTab.valueOf(name()).feature()) : useCases;
  }

  /** Null when the address asks for none, or for one that does not exist. */
  static HistoryKind read(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst().orElse(null);
  }
}
