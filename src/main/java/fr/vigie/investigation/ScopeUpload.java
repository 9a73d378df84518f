package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.Charset;
import java.time.Instant;

/**
 * A file that somebody gave for a controller's list. Its content waits sealed until the columns are
 * confirmed, and is dropped once imported; name, size, hash, author and result stay.
 */
@Entity
@Table(name = "scope_upload")
public class ScopeUpload extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final long MOST_BYTES = 300L * 1024 * 1024;
  static final int NAME_MAX = 200;

  /** Where a file stands. */
  public enum State {
    WAITING,
    IMPORTED,
    GIVEN_UP
  }

  /**
   * What became of the lines.
   *
   * @param leftOut whom the access logs do not name
   * @param missing patients whom the logs name and no line has; null when they were not asked
   */
  public record Result(long accepted, long rejected, long doubtful, long leftOut, Long missing) {}

  @ManyToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  @Column(name = "scope_version_id")
  private Long scopeVersionId;

  @Enumerated(EnumType.STRING)
  private State state = State.WAITING;

  @Column(name = "file_name")
  private String fileName;

  private String sha256;

  @Column(name = "byte_size")
  private long byteSize;

  @Column(name = "chunk_count")
  private int chunkCount;

  private String charset;

  @Column(name = "delimiter_char")
  private String separator;

  @Column(name = "mapping_json")
  private String mappingJson;

  @Column(name = "exposure_reason")
  private String exposureReason;

  @Column(name = "author_id")
  private long authorId;

  @Column(name = "uploaded_at")
  private Instant uploadedAt;

  @Column(name = "imported_at")
  private Instant importedAt;

  @Column(name = "accepted_lines")
  private long accepted;

  @Column(name = "rejected_lines")
  private long rejected;

  @Column(name = "doubtful_lines")
  private long doubtful;

  @Column(name = "log_run_id")
  private Long logRunId;

  @Column(name = "left_out_lines")
  private long leftOut;

  @Column(name = "missing_persons")
  private Long missing;

  protected ScopeUpload() {}

  ScopeUpload(Involvement involvement, String fileName, long authorId, Instant now) {
    this.involvement = involvement;
    this.fileName = fileName.length() > NAME_MAX ? fileName.substring(0, NAME_MAX) : fileName;
    this.authorId = authorId;
    this.uploadedAt = now;
    this.sha256 = "";
    this.charset = "";
    this.separator = "";
  }

  void received(String hash, long size, int chunks, CsvShape shape) {
    sha256 = hash;
    byteSize = size;
    chunkCount = chunks;
    charset = shape.charset().name();
    separator = String.valueOf(shape.separator());
  }

  void mustWait() {
    if (state != State.WAITING) {
      throw new RefusedException("investigation.refused.uploadDone", fileName);
    }
  }

  void imported(
      ScopeVersion version,
      ColumnMapping mapping,
      ScopeImporting.Options options,
      Result result,
      Instant now) {
    mustWait();
    scopeVersionId = version.getId();
    mappingJson = mapping.toJson();
    exposureReason = options.reason();
    logRunId = options.logRun();
    accepted = result.accepted();
    rejected = result.rejected();
    doubtful = result.doubtful();
    leftOut = result.leftOut();
    missing = result.missing();
    importedAt = now;
    state = State.IMPORTED;
  }

  void giveUp() {
    mustWait();
    state = State.GIVEN_UP;
  }

  CsvShape shape() {
    return new CsvShape(Charset.forName(charset), separator.charAt(0));
  }

  static String chunkContext(long uploadId, int seq) {
    return "scope_upload/" + uploadId + "/" + seq;
  }

  static String lineContext(long uploadId, long line) {
    return "scope_rejection/" + uploadId + "/" + line;
  }

  public Involvement getInvolvement() {
    return involvement;
  }

  public Long getScopeVersionId() {
    return scopeVersionId;
  }

  public State getState() {
    return state;
  }

  public String getFileName() {
    return fileName;
  }

  public String getSha256() {
    return sha256;
  }

  public long getByteSize() {
    return byteSize;
  }

  public int getChunkCount() {
    return chunkCount;
  }

  public String getCharset() {
    return charset;
  }

  public String getSeparator() {
    return separator;
  }

  public String getExposureReason() {
    return exposureReason;
  }

  public long getAuthorId() {
    return authorId;
  }

  public Instant getUploadedAt() {
    return uploadedAt;
  }

  public Instant getImportedAt() {
    return importedAt;
  }

  public long getAccepted() {
    return accepted;
  }

  public long getRejected() {
    return rejected;
  }

  public long getDoubtful() {
    return doubtful;
  }

  /** The answer of the access logs by which its lines were taken; null: all were. */
  public Long getLogRunId() {
    return logRunId;
  }

  /** Lines whose person the logs do not name. */
  public long getLeftOut() {
    return leftOut;
  }

  /** Patients whom the logs name and no line has; null when the logs were not asked. */
  public Long getMissing() {
    return missing;
  }
}
