package fr.vigie.accesslog;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One file of a run. Until it is done nothing that was found in it counts. */
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
