package fr.vigie.investigation;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;

/** The certificate for which a controller's lists are sealed when they leave; one is in use. */
@Entity
@Table(name = "list_certificate")
public class ListCertificate extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int PEM_MAX = 8000;
  private static final int SUBJECT_MAX = 400;
  private static final int LEAST_BITS = 2048;

  @ManyToOne(optional = false)
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private String pem;
  private String subject;
  private String fingerprint;

  @Column(name = "valid_to")
  private Instant validTo;

  @Column(name = "registered_by")
  private long registeredBy;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected ListCertificate() {}

  ListCertificate(Organisation organisation, String typed, long author, Instant now) {
    String text = Text.check("pem", typed, 1, PEM_MAX);
    X509Certificate read = read(text);
    mustServe(read, now);
    String name = read.getSubjectX500Principal().getName();
    this.organisation = organisation;
    this.pem = text;
    this.subject = name.substring(0, Math.min(SUBJECT_MAX, name.length()));
    this.fingerprint = fingerprint(read);
    this.validTo = read.getNotAfter().toInstant();
    this.registeredBy = author;
    this.registeredAt = now;
  }

  private static X509Certificate read(String pem) {
    if (pem.contains("PRIVATE KEY")) {
      throw RefusedException.at("pem", "investigation.refused.privateKey");
    }
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException unreadable) {
      throw RefusedException.at("pem", "investigation.refused.certificate");
    }
  }

  private static void mustServe(X509Certificate certificate, Instant now) {
    boolean strong =
        certificate.getPublicKey() instanceof RSAPublicKey key
            && key.getModulus().bitLength() >= LEAST_BITS;
    if (!strong) {
      throw RefusedException.at("pem", "investigation.refused.certificateKey", LEAST_BITS);
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())
        || !now.isBefore(certificate.getNotAfter().toInstant())) {
      throw RefusedException.at("pem", "investigation.refused.certificateTime");
    }
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To seal with, while it is valid. */
  X509Certificate toSealWith(Instant now) {
    X509Certificate read = read(pem);
    mustServe(read, now);
    return read;
  }

  void end(Instant now) {
    endedAt = now;
  }

  public String getSubject() {
    return subject;
  }

  /** SHA-256 of the certificate, to be compared by telephone. */
  public String getFingerprint() {
    return fingerprint;
  }

  public Instant getValidTo() {
    return validTo;
  }

  public Instant getRegisteredAt() {
    return registeredAt;
  }

  public long getRegisteredBy() {
    return registeredBy;
  }
}
