package fr.vigie.reference;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * One of the 18 regions, or a territory without ARS (domain.md §9). The code is text: {@code 01} is
 * not 1.
 */
@Entity
@Table(name = "region")
@Access(AccessType.FIELD)
public class Region implements Serializable {
  private static final long serialVersionUID = 1L;

  /** INSEE code of a region, or the ISO 3166-2 letters of a territory. */
  @Id private String code;

  private String name;

  @Column(name = "iso_code")
  private String isoCode;

  /** What stands first in incident references: NOR, HDF, 971. */
  @Column(name = "reference_prefix")
  private String referencePrefix;

  @Column(name = "zone_id")
  private String zoneId;

  /** Powers of an ARS exist here. */
  @Column(name = "has_ars")
  private boolean hasArs;

  private boolean territory;

  protected Region() {}

  public ZoneId zone() {
    return ZoneId.of(zoneId);
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public String getIsoCode() {
    return isoCode;
  }

  public String getReferencePrefix() {
    return referencePrefix;
  }

  public String getZoneId() {
    return zoneId;
  }

  public boolean isHasArs() {
    return hasArs;
  }

  public boolean isTerritory() {
    return territory;
  }
}
