package fr.vigie.incident;

import fr.vigie.platform.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Categories of data (domain.md appendix B, DATA_CATEGORY); {@code S_} are the sensitive ones. */
public enum DataCategory {
  ETAT_CIVIL,
  NIR,
  COORDONNEES,
  IDENTIFICATION_ACCES,
  FINANCIERES,
  DOCUMENTS_OFFICIELS,
  LOCALISATION,
  INFRACTIONS,
  INCONNUES,
  AUTRES,
  S_ORIGINE,
  S_POLITIQUE,
  S_RELIGION,
  S_SYNDICAT,
  S_ORIENTATION_SEXUELLE,
  S_SANTE,
  S_BIOMETRIQUE,
  S_GENETIQUE;

  /**
   * Codes separated by blanks, each once and in the order of the list; unknown ones are refused.
   */
  public static String checked(String codes) {
    List<String> given = codes == null || codes.isBlank() ? List.of() : List.of(codes.split(" +"));
    List<String> known = Arrays.stream(values()).map(Enum::name).toList();
    given.stream()
        .filter(code -> !known.contains(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw RefusedException.at("dataCategories", "incident.refused.dataCategory", code);
            });
    return known.stream().filter(given::contains).collect(Collectors.joining(" "));
  }
}
