package fr.vigie.notification;

import java.util.Locale;
import java.util.Optional;

/**
 * What a template may leave open, written {@code {nom}}: filled for each person from the list, or
 * from what the case proves when the message leaves.
 */
public enum Placeholder {
  NOM(false),
  PRENOM(false),
  ETABLISSEMENT(false),
  REFERENCE(false),
  DONNEES_CONCERNEES(false),
  /** Kinds of data that the controller's part says are not affected. */
  DONNEES_NON_CONCERNEES(true),
  /** Day on which the event began. */
  DATE_INCIDENT(true),
  /** That all accounts are blocked, with the day. */
  COMPTES_BLOQUES(true),
  /** That a complaint was lodged, with the day. */
  PLAINTE(true),
  /** Which authorities were told. */
  AUTORITES(true);

  private final boolean ofTheCase;

  Placeholder(boolean ofTheCase) {
    this.ofTheCase = ofTheCase;
  }

  /** Says something of the case: only {@link CaseFacts} gives it a value. */
  boolean isOfTheCase() {
    return ofTheCase;
  }

  /** The word between the braces. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is written in a text. */
  String written() {
    return "{" + word() + "}";
  }

  static Optional<Placeholder> of(String word) {
    for (Placeholder placeholder : values()) {
      if (placeholder.word().equals(word)) {
        return Optional.of(placeholder);
      }
    }
    return Optional.empty();
  }
}
