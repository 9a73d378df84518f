package fr.vigie.investigation;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A line that was not taken, and why; what it said is sealed like the list. */
@Entity
@Table(name = "scope_rejection")
public class ScopeRejection extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int CONTENT_MAX = 2_000;

  @Column(name = "upload_id")
  private Long uploadId;

  @Column(name = "line_number")
  private long lineNumber;

  private String reason;
  private String field;
  private byte[] content;

  protected ScopeRejection() {}

  String line(ListSeal seal) {
    byte[] clear = seal.open(content, ScopeUpload.lineContext(uploadId, lineNumber));
    return new String(clear, java.nio.charset.StandardCharsets.UTF_8);
  }

  public long getLineNumber() {
    return lineNumber;
  }

  /** End of the key {@code investigation.rejected.*}. */
  public String getReason() {
    return reason;
  }

  public String getField() {
    return field;
  }
}
