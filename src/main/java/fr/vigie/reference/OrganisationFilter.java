package fr.vigie.reference;

import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which organisations are wanted; null or empty means any.
 *
 * @param text part of the name, or the start of a SIREN or FINESS number
 * @param openOn a day on which they exist
 */
public record OrganisationFilter(
    String text, String regionCode, Organisation.Type type, LocalDate openOn) {

  public OrganisationFilter {
    text = text == null ? "" : text.strip();
    regionCode = regionCode == null ? "" : regionCode.strip();
  }

  public static OrganisationFilter any() {
    return new OrganisationFilter("", "", null, null);
  }

  String condition() {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (!text.isEmpty()) {
      where
          .append(" and (o.name like :text escape '!' or o.siren like :digits escape '!'")
          .append(" or o.finessEt like :digits escape '!' or o.finessEj like :digits escape '!')");
    }
    if (!regionCode.isEmpty()) {
      where.append(" and o.region.code = :region");
    }
    if (type != null) {
      where.append(" and o.type = :type");
    }
    if (openOn != null) {
      where.append(" and (o.validTo is null or o.validTo >= :day)");
    }
    return where.toString();
  }

  void bind(Query query) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!text.isEmpty()) {
      values.put("text", "%" + LikePattern.escaped(text) + "%");
      String code = Digits.strip(text);
      values.put("digits", code.isEmpty() ? "!%" : LikePattern.escaped(code) + "%");
    }
    if (!regionCode.isEmpty()) {
      values.put("region", regionCode);
    }
    if (type != null) {
      values.put("type", type);
    }
    if (openOn != null) {
      values.put("day", openOn);
    }
    values.forEach(query::setParameter);
  }
}
