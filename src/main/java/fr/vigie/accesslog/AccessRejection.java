package fr.vigie.accesslog;

import fr.vigie.accesslog.format.RejectReason;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/**
 * A line of a log that could not be read, with its reason; its text stays in the file. Found when
 * the file was read, or by a run whom it may concern.
 */
@Entity
@Table(name = "access_rejection")
public class AccessRejection extends Persistent {
  private static final long serialVersionUID = 1L;

  @Column(name = "file_id")
  private Long fileId;

  /** Null of the reading of the file. */
  @Column(name = "run_id")
  private Long runId;

  @Column(name = "entry_number")
  private int entry;

  @Column(name = "line_number")
  private long line;

  @Column(name = "byte_offset")
  private long offset;

  @Column(name = "byte_length")
  private int length;

  @Enumerated(EnumType.STRING)
  private RejectReason reason;

  protected AccessRejection() {}

  public Long getFileId() {
    return fileId;
  }

  public Long getRunId() {
    return runId;
  }

  public int getEntry() {
    return entry;
  }

  public long getLine() {
    return line;
  }

  public long getOffset() {
    return offset;
  }

  public int getLength() {
    return length;
  }

  public RejectReason getReason() {
    return reason;
  }
}
