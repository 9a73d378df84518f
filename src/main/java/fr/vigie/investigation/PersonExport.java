package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A list in force that left, sealed for its controller: who took it, why and for whom. */
@Entity
@Table(name = "person_export")
public class PersonExport extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int REASON_MAX = 2000;
  static final int RECIPIENT_MAX = 200;

  @ManyToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  @Column(name = "scope_version_id")
  private Long scopeVersionId;

  @Column(name = "exported_by")
  private long exportedBy;

  @Column(name = "exported_at")
  private Instant exportedAt;

  private String reason;
  private String recipient;
  private String fingerprint;

  @Column(name = "row_total")
  private long rows;

  private String sha256;

  @Column(name = "byte_size")
  private long byteSize;

  protected PersonExport() {}

  /**
   * @param certificate null when a passphrase seals it
   */
  PersonExport(
      ScopeVersion version,
      ListExport.Wish wish,
      ListCertificate certificate,
      long author,
      Instant now) {
    this.involvement = version.getInvolvement();
    this.scopeVersionId = version.getId();
    this.reason = Text.check("reason", wish.reason(), 1, REASON_MAX);
    this.recipient = Text.check("recipient", wish.recipient(), 1, RECIPIENT_MAX);
    this.fingerprint = certificate == null ? null : certificate.getFingerprint();
    this.exportedBy = author;
    this.exportedAt = now;
  }

  void written(long rowsWritten, String hash, long size) {
    rows = rowsWritten;
    sha256 = hash;
    byteSize = size;
  }

  public long getExportedBy() {
    return exportedBy;
  }

  public Instant getExportedAt() {
    return exportedAt;
  }

  public String getReason() {
    return reason;
  }

  public String getRecipient() {
    return recipient;
  }

  /** Of the certificate it was sealed for; null when a passphrase opens it. */
  public String getFingerprint() {
    return fingerprint;
  }

  public long getRows() {
    return rows;
  }

  /** Of the sealed file. */
  public String getSha256() {
    return sha256;
  }

  public long getByteSize() {
    return byteSize;
  }
}
