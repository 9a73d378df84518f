package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.ShapeText;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * One file of a run, as it was said to be written when the question was asked: said otherwise
 * later, an answer stays what it was. Until it is done nothing that was found in it counts.
 */
@Entity
@Table(name = "access_run_file")
public class RunFile extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "run_id")
  private AccessRun run;

  @ManyToOne(optional = false)
  @JoinColumn(name = "file_id")
  private AccessFile file;

  @Column(name = "shape_json")
  private String shapeJson;

  private byte[] coverage;

  private boolean done;

  /** Lines looked at, the rejected ones included. */
  @Column(name = "looked_at")
  private long lookedAt;

  /** Accesses that concern somebody who is looked for, inside the windows. */
  private long found;

  /** Accesses that concern them outside of the windows. */
  private long outside;

  @Column(name = "rejected_concerned")
  private long rejectedConcerned;

  protected RunFile() {}

  RunFile(AccessRun run, AccessFile file) {
    this.run = run;
    this.file = file;
    this.shapeJson = file.shapeText();
    this.coverage = file.getFigures().coverage().pack();
  }

  LogShape shape() {
    return ShapeText.read(shapeJson);
  }

  /** Whether another run reads the same file in the same way. */
  boolean isReadLike(RunFile other) {
    return file.equals(other.file) && shapeJson.equals(other.shapeJson);
  }

  /** Minutes with a line. */
  Coverage coverage() {
    return Coverage.unpack(coverage);
  }

  /** What was counted in it. */
  record Counted(long lookedAt, long found, long outside, long rejectedConcerned) {}

  void done(Counted counted) {
    lookedAt = counted.lookedAt();
    found = counted.found();
    outside = counted.outside();
    rejectedConcerned = counted.rejectedConcerned();
    done = true;
  }

  public AccessRun getRun() {
    return run;
  }

  public AccessFile getFile() {
    return file;
  }

  public boolean isDone() {
    return done;
  }

  public long getLookedAt() {
    return lookedAt;
  }

  public long getFound() {
    return found;
  }

  public long getOutside() {
    return outside;
  }

  /** Lines that could not be read and hold something that is looked for: a person looks at them. */
  public long getRejectedConcerned() {
    return rejectedConcerned;
  }
}
