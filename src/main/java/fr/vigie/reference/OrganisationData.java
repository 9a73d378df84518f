package fr.vigie.reference;

import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation.Type;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What people say of an organisation, as typed or imported. {@link #checked()} gives the form in
 * which it is kept: identifiers without spaces, telephone numbers in E.164, empty texts as null.
 */
public record OrganisationData(
    Type type,
    String name,
    String regionCode,
    String siren,
    String finessEj,
    String finessEt,
    String kind,
    String postalAddress,
    String dpoName,
    String dpoEmail,
    String dpoPhone,
    String oncallPhone,
    String senderName,
    String replyTo,
    LocalDate validFrom,
    LocalDate validTo) {

  /**
   * Refuses what cannot be kept, naming the field; forgives spaces. A doubtful identifier passes:
   * see {@link #doubts()}.
   */
  OrganisationData checked() {
    if (type == null) {
      throw RefusedException.at("type", "reference.refused.typeNeeded");
    }
    if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
      throw RefusedException.at("validTo", "reference.refused.validityReversed");
    }
    String kept = Written.text("name", name, Organisation.NAME_MAX);
    if (kept == null) {
      throw RefusedException.at("name", "reference.refused.nameNeeded");
    }
    return new OrganisationData(
        type,
        kept,
        Written.text("region", regionCode, 3),
        identifier("siren", siren, Siren.check(siren)),
        identifier("finessEj", finessEj, Finess.check(finessEj)),
        identifier("finessEt", finessEt, Finess.check(finessEt)),
        Written.text("kind", kind, Organisation.KIND_MAX),
        Written.text("postalAddress", postalAddress, Organisation.ADDRESS_MAX),
        Written.text("dpoName", dpoName, Organisation.DPO_MAX),
        Written.email("dpoEmail", dpoEmail),
        Written.phone("dpoPhone", dpoPhone),
        Written.phone("oncallPhone", oncallPhone),
        Written.text("senderName", senderName, Organisation.SENDER_MAX),
        Written.email("replyTo", replyTo),
        validFrom,
        validTo);
  }

  /** Fields whose identifier has the right form but a doubtful key: kept, and said. */
  public Set<String> doubts() {
    Set<String> doubts = new LinkedHashSet<>();
    addDoubt(doubts, "siren", siren, Siren.check(siren));
    addDoubt(doubts, "finessEj", finessEj, Finess.check(finessEj));
    addDoubt(doubts, "finessEt", finessEt, Finess.check(finessEt));
    return doubts;
  }

  private static void addDoubt(
      Set<String> doubts, String field, String value, IdentifierCheck check) {
    if (value != null && check == IdentifierCheck.DOUBTFUL) {
      doubts.add(field);
    }
  }

  private static String identifier(String field, String typed, IdentifierCheck check) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (!check.isAcceptable()) {
      throw RefusedException.at(
          field, "reference.refused." + field + "." + check.name(), Written.shortened(typed));
    }
    return Digits.strip(typed);
  }
}
