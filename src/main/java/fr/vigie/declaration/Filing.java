package fr.vigie.declaration;

import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** That the portal took a declaration: when, under which number, who noted it. Never changed. */
@Embeddable
public class Filing implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int ACKNOWLEDGEMENT_MAX = 80;

  @Column(name = "sent_by")
  private Long by;

  @Column(name = "sent_name")
  private String name;

  @Column(name = "sent_at")
  private Instant at;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String acknowledgement;

  /** Why it was filed before it was signed; reasons of a delay are answers of the form. */
  @Column(name = "late_reason")
  private String reason;

  protected Filing() {}

  /** As the portal answered; {@link #check} says whether it may be noted. */
  Filing(Sending sending, Caller author, Instant now) {
    this.at = sending.at();
    this.acknowledgement = sending.number().strip();
    this.reason = sending.reason() == null ? "" : sending.reason().strip();
    this.by = author.id();
    this.name = author.displayName();
    this.recordedAt = now;
  }

  /** Sent means acknowledged, and not in the future. */
  static void check(Sending sending, Instant now) {
    if (sending.number() == null || sending.number().isBlank()) {
      throw RefusedException.at("acknowledgement", "declaration.refused.acknowledgement");
    }
    if (sending.at().isAfter(now)) {
      throw RefusedException.at("sentAt", "declaration.refused.future");
    }
  }

  /** A filing before the signature says why, and no other has anything to say; to the minute. */
  void mustSuit(Instant signedAt) {
    boolean before = at.isBefore(signedAt.truncatedTo(ChronoUnit.MINUTES));
    if (before && reason.length() < Declaration.REASON_MIN) {
      throw RefusedException.at(
          "filingReason", "declaration.refused.beforeSignature", Declaration.REASON_MIN);
    }
    if (!before && !reason.isEmpty()) {
      throw RefusedException.at("filingReason", "declaration.refused.notBeforeSignature");
    }
  }

  String getName() {
    return name;
  }

  Instant getAt() {
    return at;
  }

  String getAcknowledgement() {
    return acknowledgement;
  }

  String getReason() {
    return reason;
  }
}
