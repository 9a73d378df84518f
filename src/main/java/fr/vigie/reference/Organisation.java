package fr.vigie.reference;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/**
 * A legal person or site that can be a controller, a processor or a recipient: hospital, GRADeS,
 * ARS, national body, provider, authority. Identifiers are text and may be doubtful (domain.md
 * §7.4).
 */
@Entity
@Table(name = "organisation")
public class Organisation extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int NAME_MAX = 200;
  public static final int KIND_MAX = 40;
  public static final int ADDRESS_MAX = 400;
  public static final int DPO_MAX = 120;
  public static final int SENDER_MAX = 120;

  /** What kind of body it is. */
  public enum Type {
    GRADES,
    ESTABLISHMENT,
    ARS,
    NATIONAL,
    PROCESSOR,
    AUTHORITY
  }

  @Enumerated(EnumType.STRING)
  private Type type;

  private String name;

  @ManyToOne
  @JoinColumn(name = "region_code")
  private Region region;

  private String siren;

  @Column(name = "finess_ej")
  private String finessEj;

  @Column(name = "finess_et")
  private String finessEt;

  /** E.g. CHU, CH, clinic, psychiatric hospital: the nature that may reveal health (§6.4). */
  private String kind;

  @Column(name = "postal_address")
  private String postalAddress;

  @Column(name = "dpo_name")
  private String dpoName;

  @Column(name = "dpo_email")
  private String dpoEmail;

  @Column(name = "dpo_phone")
  private String dpoPhone;

  @Column(name = "oncall_phone")
  private String oncallPhone;

  @Column(name = "sender_name")
  private String senderName;

  @Column(name = "reply_to")
  private String replyTo;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  protected Organisation() {}

  public Organisation(Type type, String name, Region region) {
    this.type = type;
    this.name = name;
    this.region = region;
  }

  Organisation(OrganisationData data, Region region) {
    describe(data, region);
  }

  /**
   * Takes what people say of it.
   *
   * @param data as {@link OrganisationData#checked()} gives it
   * @param home the region of {@code data}
   */
  void describe(OrganisationData data, Region home) {
    type = data.type();
    name = data.name();
    region = home;
    siren = data.siren();
    finessEj = data.finessEj();
    finessEt = data.finessEt();
    kind = data.kind();
    postalAddress = data.postalAddress();
    dpoName = data.dpoName();
    dpoEmail = data.dpoEmail();
    dpoPhone = data.dpoPhone();
    oncallPhone = data.oncallPhone();
    senderName = data.senderName();
    replyTo = data.replyTo();
    validFrom = data.validFrom();
    validTo = data.validTo();
  }

  /** What is said of it now. */
  public OrganisationData data() {
    return new OrganisationData(
        type,
        name,
        getRegionCode(),
        siren,
        finessEj,
        finessEt,
        kind,
        postalAddress,
        dpoName,
        dpoEmail,
        dpoPhone,
        oncallPhone,
        senderName,
        replyTo,
        validFrom,
        validTo);
  }

  /** Ceases to exist, or to be ours to know, after a day. */
  void close(LocalDate lastDay) {
    if (validFrom != null && lastDay.isBefore(validFrom)) {
      throw RefusedException.at("lastDay", "reference.refused.validityReversed");
    }
    validTo = lastDay;
  }

  public boolean isOpenOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /** Code of its region; null for a national body. */
  public String getRegionCode() {
    return region == null ? null : region.getCode();
  }

  public Type getType() {
    return type;
  }

  public String getName() {
    return name;
  }

  public Region getRegion() {
    return region;
  }

  public String getSiren() {
    return siren;
  }

  public String getFinessEj() {
    return finessEj;
  }

  public String getFinessEt() {
    return finessEt;
  }

  public String getKind() {
    return kind;
  }

  public String getPostalAddress() {
    return postalAddress;
  }

  public String getDpoName() {
    return dpoName;
  }

  public String getDpoEmail() {
    return dpoEmail;
  }

  public String getDpoPhone() {
    return dpoPhone;
  }

  public String getOncallPhone() {
    return oncallPhone;
  }

  /** The name that its patients see as sender of a message, where the own one tells the care. */
  public String getSenderName() {
    return senderName;
  }

  /** Where answers of its patients go; null: to the data protection officer. */
  public String getReplyTo() {
    return replyTo;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }
}
