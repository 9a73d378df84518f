package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessOutcome;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One line of a log that a run found: its place and hash, when, what it shows. Written in batches
 * by {@link LogRows}; never changed.
 */
@Entity
@Table(name = "access_hit")
public class AccessHit extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "run_id")
  private AccessRun run;

  @ManyToOne(optional = false)
  @JoinColumn(name = "file_id")
  private AccessFile file;

  @ManyToOne(optional = false)
  @JoinColumn(name = "sitting_id")
  private AccessSitting sitting;

  @Column(name = "entry_number")
  private int entry;

  @Column(name = "line_number")
  private long line;

  @Column(name = "byte_offset")
  private long offset;

  @Column(name = "byte_length")
  private int length;

  @Column(name = "line_hash")
  private byte[] hash;

  private Instant at;

  @Column(name = "other_at")
  private Instant otherAt;

  /** In a window whichever instant the time means. */
  private boolean surely;

  @Enumerated(EnumType.STRING)
  private AccessAction action;

  @Enumerated(EnumType.STRING)
  private AccessOutcome outcome;

  private Integer exposure;

  @Column(name = "rows_returned")
  private Long rows;

  private int patients;

  protected AccessHit() {}

  public AccessRun getRun() {
    return run;
  }

  public AccessFile getFile() {
    return file;
  }

  public AccessSitting getSitting() {
    return sitting;
  }

  /** Number of the file inside an archive, from 0. */
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

  /** SHA-256 of the line, as hexadecimal digits. */
  public String getHash() {
    return HexFormat.of().formatHex(hash);
  }

  public Instant getAt() {
    return at;
  }

  /** The other instant that its local time may mean; null without a doubt. */
  public Instant getOtherAt() {
    return otherAt;
  }

  public boolean isSurely() {
    return surely;
  }

  public AccessAction getAction() {
    return action;
  }

  public AccessOutcome getOutcome() {
    return outcome;
  }

  /** What it proves; null when it shows nobody's data. */
  public Evidenced getEvidenced() {
    return exposure == null ? null : Evidenced.values()[exposure - 1];
  }

  public Long getRows() {
    return rows;
  }

  public int getPatients() {
    return patients;
  }
}
