package fr.vigie.notification;

import java.util.Locale;
import java.util.Optional;

/** What a template may leave open, written {@code {nom}}, and is filled for each person. */
public enum Placeholder {
  CIVILITE,
  NOM,
  PRENOM,
  ETABLISSEMENT,
  DATE_INCIDENT,
  DATE_BLOCAGE,
  DONNEES_CONCERNEES,
  DONNEES_NON_CONCERNEES,
  CONTACT_ADRESSE,
  CONTACT_TELEPHONE,
  CONTACT_HORAIRES,
  REFERENCE;

  /** The word between the braces. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
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
