package fr.vigie.incident;

import fr.vigie.platform.Caller;
import fr.vigie.platform.Origin;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A file attached to a case and sealed by the SHA-256 of its content. The row says what it is; the
 * bytes lie in the {@link EvidenceVault} under their hash. Never changed, but for what was last
 * seen of the bytes.
 */
@Entity
@Table(name = "incident_evidence")
public class EvidenceFile extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int DESCRIPTION_MAX = 1_000;
  private static final int SHORT = 12;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  /** The controller whose part of the case it belongs to; null: the case as a whole. */
  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private String name;
  private String description;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "size_bytes")
  private long size;

  private String sha256;

  @Enumerated(EnumType.STRING)
  private Tlp tlp;

  @Column(name = "added_by")
  private long addedBy;

  private String author;

  @Column(name = "added_at")
  private Instant addedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "added_door")
  private Origin.Door addedDoor = Origin.Door.UNKNOWN;

  @Column(name = "added_address")
  private String addedAddress = "";

  @Enumerated(EnumType.STRING)
  private EvidenceSeal seal = EvidenceSeal.UNSEEN;

  /** When the content was last read to its end and was whole; null: never. */
  @Column(name = "seen_whole_at")
  private Instant seenWholeAt;

  @Column(name = "next_look_at")
  private Instant nextLookAt;

  protected EvidenceFile() {}

  EvidenceFile(
      Incident incident,
      Organisation organisation,
      String name,
      String description,
      Tlp tlp,
      EvidenceVault.Sealed sealed) {
    this.incident = incident;
    this.organisation = organisation;
    this.name = name;
    this.description = description;
    this.tlp = tlp;
    this.mediaType = sealed.mediaType();
    this.size = sealed.size();
    this.sha256 = sealed.sha256();
  }

  /** Its content was just sealed. */
  EvidenceFile addedBy(Caller caller, Origin from, Instant at) {
    addedBy = caller.id();
    author = caller.displayName();
    addedAt = at;
    addedDoor = from.door();
    addedAddress = from.address();
    looked(EvidenceSeal.WHOLE, at, at);
    return this;
  }

  /**
   * Keeps what was seen of the content; {@code UNSEEN} when the store did not answer.
   *
   * @return whether it turned bad, or good again
   */
  boolean looked(EvidenceSeal seen, Instant at, Instant next) {
    nextLookAt = next;
    if (seen == EvidenceSeal.UNSEEN) {
      return false;
    }
    boolean turned = seal.isBad() != seen.isBad();
    seal = seen;
    seenWholeAt = seen == EvidenceSeal.WHOLE ? at : seenWholeAt;
    return turned;
  }

  /** Enough of the hash to compare by eye. */
  public String getShortHash() {
    return sha256.substring(0, SHORT);
  }

  public Incident getIncident() {
    return incident;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public String getName() {
    return name;
  }

  public String getDescription() {
    return description;
  }

  public String getMediaType() {
    return mediaType;
  }

  public long getSize() {
    return size;
  }

  public String getSha256() {
    return sha256;
  }

  public Tlp getTlp() {
    return tlp;
  }

  public long getAddedBy() {
    return addedBy;
  }

  public String getAuthor() {
    return author;
  }

  public Instant getAddedAt() {
    return addedAt;
  }

  /** By what the file came in. */
  public Origin.Door getAddedDoor() {
    return addedDoor;
  }

  /** The machine it came from; empty: not known. */
  public String getAddedAddress() {
    return addedAddress;
  }

  public EvidenceSeal getSeal() {
    return seal;
  }

  public Instant getSeenWholeAt() {
    return seenWholeAt;
  }
}
