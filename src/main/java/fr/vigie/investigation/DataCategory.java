package fr.vigie.investigation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of data about a person; codes of the CNIL's form (domain.md appendix B). */
public enum DataCategory {
  ETAT_CIVIL,
  COORDONNEES,
  NIR,
  IDENTIFICATION_ACCES,
  FINANCIERES,
  DOCUMENTS_OFFICIELS,
  LOCALISATION,
  INFRACTIONS,
  S_SANTE,
  S_ORIGINE,
  S_POLITIQUE,
  S_RELIGION,
  S_SYNDICAT,
  S_ORIENTATION_SEXUELLE,
  S_BIOMETRIQUE,
  S_GENETIQUE,
  AUTRES,
  INCONNUES;

  /** Codes separated by blanks or commas; empty when one is not known. */
  static Optional<Set<DataCategory>> parse(String text) {
    Set<DataCategory> found = EnumSet.noneOf(DataCategory.class);
    for (String part : text.strip().toUpperCase(Locale.ROOT).split("[\\s,;|+]+")) {
      if (!part.isEmpty()) {
        Optional<DataCategory> category =
            Arrays.stream(values()).filter(c -> c.name().equals(part)).findFirst();
        if (category.isEmpty()) {
          return Optional.empty();
        }
        found.add(category.get());
      }
    }
    return Optional.of(found);
  }

  /** As {@link #parse} reads it, in a fixed order. */
  static String write(Set<DataCategory> categories) {
    return categories.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
  }
}
