package fr.vigie.reference;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An application that several organisations share: identity server, messaging, patient record. Who
 * answers for its data is told by the {@link ServiceParty} of each organisation.
 */
@Entity
@Table(name = "service")
public class Service extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int NAME_MAX = 200;
  public static final int DESCRIPTION_MAX = 2000;

  private String name;
  private String description;

  @ManyToOne
  @JoinColumn(name = "region_code")
  private Region region;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @OneToMany(mappedBy = "service", cascade = CascadeType.ALL)
  private List<ServiceParty> parties = new ArrayList<>();

  protected Service() {}

  public Service(String name, String description, Region region) {
    describe(name, description, region);
  }

  /** Takes what people say of it; a service without region is national. */
  final void describe(String saidName, String saidDescription, Region home) {
    String kept = Written.text("name", saidName, NAME_MAX);
    if (kept == null) {
      throw RefusedException.at("name", "reference.refused.nameNeeded");
    }
    name = kept;
    description = Written.text("description", saidDescription, DESCRIPTION_MAX);
    region = home;
  }

  /** An organisation takes a role from a day on; it may hold each role once at a time. */
  ServiceParty join(Organisation organisation, ServiceParty.Role role, LocalDate from) {
    boolean held =
        parties.stream()
            .anyMatch(
                party ->
                    party.getOrganisation().equals(organisation)
                        && party.getRole() == role
                        && party.getValidTo() == null);
    if (held) {
      throw RefusedException.at("organisation", "reference.refused.roleHeld");
    }
    ServiceParty party = new ServiceParty(this, organisation, role, from);
    parties.add(party);
    return party;
  }

  /** The service stops after a day, and with it the roles that were still open. */
  void close(LocalDate lastDay) {
    validTo = lastDay;
    parties.stream()
        .filter(party -> party.getValidTo() == null)
        .forEach(party -> party.end(lastDay));
  }

  public boolean isOpenOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  public String getName() {
    return name;
  }

  public String getDescription() {
    return description;
  }

  public Region getRegion() {
    return region;
  }

  /** Code of its region; null for a national service. */
  public String getRegionCode() {
    return region == null ? null : region.getCode();
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public List<ServiceParty> getParties() {
    return List.copyOf(parties);
  }
}
