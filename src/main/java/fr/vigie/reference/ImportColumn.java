package fr.vigie.reference;

import fr.vigie.platform.Accents;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns that an import knows, by the header words that files use for them. */
enum ImportColumn {
  NAME("name", "nom", "raison_sociale", "rs", "etablissement", "organisme"),
  TYPE("type"),
  REGION("region", "region_code", "code_region", "region_insee"),
  SIREN("siren"),
  FINESS_EJ("finess_ej", "nofinessej", "ej", "finess_juridique"),
  FINESS_ET("finess_et", "nofinesset", "finess", "et", "finess_geographique"),
  KIND("kind", "nature", "categorie", "libcategetab"),
  POSTAL_ADDRESS("postal_address", "address", "adresse", "adresse_postale"),
  DPO_NAME("dpo_name", "dpo_nom", "dpo", "nom_dpo"),
  DPO_EMAIL("dpo_email", "dpo_mail", "email_dpo", "dpo_courriel"),
  DPO_PHONE("dpo_phone", "dpo_tel", "dpo_telephone", "tel_dpo"),
  ONCALL_PHONE("oncall_phone", "tel_astreinte", "astreinte", "telephone_astreinte");

  private final Set<String> words;

  ImportColumn(String... words) {
    this.words = Set.of(words);
  }

  /** Which column of the file is which; columns that nobody knows are left out. */
  static Map<ImportColumn, Integer> in(List<String> header) {
    Map<ImportColumn, Integer> places = new EnumMap<>(ImportColumn.class);
    for (int i = 0; i < header.size(); i++) {
      String word = plain(header.get(i));
      for (ImportColumn column : values()) {
        if (column.words.contains(word)) {
          places.putIfAbsent(column, i);
        }
      }
    }
    return places;
  }

  private static String plain(String header) {
    return Accents.without(header)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }
}
