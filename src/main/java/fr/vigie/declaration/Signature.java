package fr.vigie.declaration;

import fr.vigie.platform.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/** Who submitted a declaration for signature, who signed it, or why it was given back. */
@Embeddable
public class Signature implements Serializable {
  private static final long serialVersionUID = 1L;

  @Column(name = "submitted_by")
  private Long submittedBy;

  @Column(name = "submitted_name")
  private String submittedName;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "approved_by")
  private Long approvedBy;

  @Column(name = "approved_name")
  private String approvedName;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "return_reason")
  private String returnReason;

  protected Signature() {}

  static Signature submitted(Caller author, Instant now) {
    Signature file = new Signature();
    file.submittedBy = author.id();
    file.submittedName = author.displayName();
    file.submittedAt = now;
    return file;
  }

  static Signature sentBack(String reason) {
    Signature file = new Signature();
    file.returnReason = reason;
    return file;
  }

  Signature signed(Caller approver, Instant now) {
    Signature file = new Signature();
    file.submittedBy = submittedBy;
    file.submittedName = submittedName;
    file.submittedAt = submittedAt;
    file.approvedBy = approver.id();
    file.approvedName = approver.displayName();
    file.approvedAt = now;
    return file;
  }

  Long getSubmittedBy() {
    return submittedBy;
  }

  String getSubmittedName() {
    return submittedName;
  }

  Instant getSubmittedAt() {
    return submittedAt;
  }

  Long getApprovedBy() {
    return approvedBy;
  }

  String getApprovedName() {
    return approvedName;
  }

  Instant getApprovedAt() {
    return approvedAt;
  }

  String getReturnReason() {
    return returnReason;
  }
}
