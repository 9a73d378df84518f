package fr.vigie.reference.rest;

import fr.vigie.reference.Organisation;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;

/** An organisation as the API tells it. */
@JsonbPropertyOrder({"id", "type", "name", "region", "siren", "finessEj", "finessEt"})
public record OrganisationView(
    String id,
    String type,
    String name,
    String region,
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

  static OrganisationView of(Organisation organisation) {
    return new OrganisationView(
        organisation.getId().toString(),
        organisation.getType().name(),
        organisation.getName(),
        organisation.getRegionCode(),
        organisation.getSiren(),
        organisation.getFinessEj(),
        organisation.getFinessEt(),
        organisation.getKind(),
        organisation.getPostalAddress(),
        organisation.getDpoName(),
        organisation.getDpoEmail(),
        organisation.getDpoPhone(),
        organisation.getOncallPhone(),
        organisation.getSenderName(),
        organisation.getReplyTo(),
        organisation.getValidFrom(),
        organisation.getValidTo());
  }
}
