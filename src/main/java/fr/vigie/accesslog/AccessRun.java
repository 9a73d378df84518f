package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One time that a question was put to the logs of a case: which files, what they gave. The digest
 * over all lines found says whether another time gave the same.
 */
@Entity
@Table(name = "access_run")
public class AccessRun extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @ManyToOne(optional = false)
  @JoinColumn(name = "question_id")
  private AccessQuestion question;

  @Enumerated(EnumType.STRING)
  private State state = State.RUNNING;

  @Column(name = "asked_by_id")
  private long askedById;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  /** Lines found; 0 before the end. */
  private long found;

  private String digest;

  @Embedded private JobState job = new JobState();

  protected AccessRun() {}

  AccessRun(AccessQuestion question, long bytes, Caller by, Instant now) {
    this.incident = question.getIncident();
    this.question = question;
    this.askedById = by.id();
    this.askedBy = by.displayName();
    this.askedAt = now;
    this.job = JobState.waiting(bytes);
  }

  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  void done(long lines, String overAll, Instant now) {
    found = lines;
    digest = overAll;
    state = State.DONE;
    job.end(now);
  }

  void failed(String problem, Instant now) {
    state = State.FAILED;
    job.fail(problem, now);
  }

  void cancel(Instant now) {
    if (state != State.RUNNING) {
      throw new RefusedException("accesslog.refused.runOver");
    }
    state = State.CANCELLED;
    job.cancel(now);
  }

  void mustBeDone() {
    if (state != State.DONE) {
      throw new RefusedException("accesslog.refused.runNotDone");
    }
  }

  public Incident getIncident() {
    return incident;
  }

  public AccessQuestion getQuestion() {
    return question;
  }

  public State getState() {
    return state;
  }

  public boolean isDone() {
    return state == State.DONE;
  }

  public String getAskedBy() {
    return askedBy;
  }

  public Instant getAskedAt() {
    return askedAt;
  }

  public long getFound() {
    return found;
  }

  public String getDigest() {
    return digest;
  }

  public JobState getJob() {
    return job;
  }
}
