package fr.vigie.reference;

import fr.vigie.platform.Accents;
import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of an import file. An empty cell says nothing: what is known is kept. */
record ImportRow(long number, Map<ImportColumn, Integer> places, List<String> cells) {
  /** By their code, and by the French word that a person writes. */
  private static final Map<String, Type> TYPES = types();

  /** The cell, or null when the column is absent or the cell is empty. */
  String cell(ImportColumn column) {
    Integer place = places.get(column);
    if (place == null || place >= cells.size()) {
      return null;
    }
    String value = cells.get(place).strip();
    return value.isEmpty() ? null : value;
  }

  /** The identifier by which the organisation is recognised: site, then entity, then SIREN. */
  Key key() {
    for (Key.Kind kind : Key.Kind.values()) {
      String value = cell(kind.column);
      if (value != null) {
        return new Key(kind, Digits.strip(value));
      }
    }
    throw new RefusedException("reference.refused.identifierNeeded");
  }

  /** What the line says, over what was known. */
  OrganisationData over(OrganisationData known) {
    return new OrganisationData(
        type(known.type()),
        or(ImportColumn.NAME, known.name()),
        or(ImportColumn.REGION, known.regionCode()),
        or(ImportColumn.SIREN, known.siren()),
        or(ImportColumn.FINESS_EJ, known.finessEj()),
        or(ImportColumn.FINESS_ET, known.finessEt()),
        or(ImportColumn.KIND, known.kind()),
        or(ImportColumn.POSTAL_ADDRESS, known.postalAddress()),
        or(ImportColumn.DPO_NAME, known.dpoName()),
        or(ImportColumn.DPO_EMAIL, known.dpoEmail()),
        or(ImportColumn.DPO_PHONE, known.dpoPhone()),
        or(ImportColumn.ONCALL_PHONE, known.oncallPhone()),
        known.senderName(),
        known.replyTo(),
        known.validFrom(),
        known.validTo());
  }

  private Type type(Type known) {
    String said = cell(ImportColumn.TYPE);
    if (said == null) {
      return known;
    }
    Type type = TYPES.get(plain(said));
    if (type == null) {
      throw RefusedException.at("type", "reference.refused.typeUnknown", Written.shortened(said));
    }
    return type;
  }

  /** Without accents, in capitals, words joined by an underscore. */
  private static String plain(String said) {
    return Accents.without(said).toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
  }

  private static Map<String, Type> types() {
    Map<String, Type> types = new HashMap<>();
    for (Type type : Type.values()) {
      types.put(type.name(), type);
    }
    types.put("ETABLISSEMENT", Type.ESTABLISHMENT);
    types.put("SOUS_TRAITANT", Type.PROCESSOR);
    types.put("AUTORITE", Type.AUTHORITY);
    return Map.copyOf(types);
  }

  private String or(ImportColumn column, String known) {
    String said = cell(column);
    return said == null ? known : said;
  }

  /** An identifier and its kind. */
  record Key(Kind kind, String value) {
    /** In the order of trust. */
    enum Kind {
      FINESS_ET(ImportColumn.FINESS_ET, "finessEt"),
      FINESS_EJ(ImportColumn.FINESS_EJ, "finessEj"),
      SIREN(ImportColumn.SIREN, "siren");

      final ImportColumn column;
      final String attribute;

      Kind(ImportColumn column, String attribute) {
        this.column = column;
        this.attribute = attribute;
      }

      /** Whether an organisation is recognised by this kind: no finer identifier is known of it. */
      boolean names(OrganisationData data) {
        return switch (this) {
          case FINESS_ET -> data.finessEt() != null;
          case FINESS_EJ -> data.finessEt() == null && data.finessEj() != null;
          case SIREN -> data.finessEt() == null && data.finessEj() == null && data.siren() != null;
        };
      }

      String of(OrganisationData data) {
        return switch (this) {
          case FINESS_ET -> data.finessEt();
          case FINESS_EJ -> data.finessEj();
          case SIREN -> data.siren();
        };
      }
    }
  }
}
