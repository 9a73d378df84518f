package fr.vigie.reference.web;

import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.OrganisationData;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What is typed about an organisation, by the names of its inputs. */
class OrganisationForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, String> typed = new HashMap<>();

  OrganisationForm(OrganisationData data) {
    typed.put("type", data.type() == null ? null : data.type().name());
    typed.put("name", data.name());
    typed.put("region", data.regionCode());
    typed.put("siren", data.siren());
    typed.put("finessEj", data.finessEj());
    typed.put("finessEt", data.finessEt());
    typed.put("kind", data.kind());
    typed.put("postalAddress", data.postalAddress());
    typed.put("dpoName", data.dpoName());
    typed.put("dpoEmail", data.dpoEmail());
    typed.put("dpoPhone", data.dpoPhone());
    typed.put("oncallPhone", data.oncallPhone());
    typed.put("senderName", data.senderName());
    typed.put("replyTo", data.replyTo());
    typed.put("validFrom", Objects.toString(data.validFrom(), null));
    typed.put("validTo", Objects.toString(data.validTo(), null));
  }

  Map<String, String> typed() {
    return typed;
  }

  OrganisationData data() {
    String type = typed.get("type");
    return new OrganisationData(
        type == null ? null : Organisation.Type.valueOf(type),
        typed.get("name"),
        typed.get("region"),
        typed.get("siren"),
        typed.get("finessEj"),
        typed.get("finessEt"),
        typed.get("kind"),
        typed.get("postalAddress"),
        typed.get("dpoName"),
        typed.get("dpoEmail"),
        typed.get("dpoPhone"),
        typed.get("oncallPhone"),
        typed.get("senderName"),
        typed.get("replyTo"),
        day("validFrom", typed.get("validFrom")),
        day("validTo", typed.get("validTo")));
  }

  /** A day as a date input sends it. */
  static LocalDate day(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException malformed) {
      throw RefusedException.at(field, "reference.refused.dayMalformed");
    }
  }
}
