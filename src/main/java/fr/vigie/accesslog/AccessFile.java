package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.ShapeText;
import fr.vigie.incident.EvidenceFile;
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
 * An access log of a case: received and sealed as a piece, shown for its shape to be confirmed,
 * then read whole once, which counts its lines and keeps every rejected one. The original stays
 * what it is; runs read it again.
 */
@Entity
@Table(name = "access_file")
public class AccessFile extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @ManyToOne(optional = false)
  @JoinColumn(name = "source_id")
  private AccessSource source;

  @ManyToOne(optional = false)
  @JoinColumn(name = "evidence_id")
  private EvidenceFile evidence;

  @Enumerated(EnumType.STRING)
  private State state = State.RECEIVED;

  @Column(name = "shape_json")
  private String shapeJson;

  @Column(name = "added_by_id")
  private long addedById;

  @Column(name = "added_by")
  private String addedBy;

  @Column(name = "added_at")
  private Instant addedAt;

  @Embedded private FileFigures figures = new FileFigures();
  @Embedded private JobState job = new JobState();

  protected AccessFile() {}

  AccessFile(AccessSource source, EvidenceFile evidence, Caller by, Instant now) {
    this.incident = evidence.getIncident();
    this.source = source;
    this.evidence = evidence;
    this.addedById = by.id();
    this.addedBy = by.displayName();
    this.addedAt = now;
  }

  /** How far it is. */
  public enum State {
    /** Its shape waits to be confirmed. */
    RECEIVED,
    /** Waits to be read, or is being read. */
    READING,
    /** Lines are counted; runs may use it. */
    READ,
    /** Cannot be read with that shape. */
    FAILED,
    /** Not used; the piece stays with the case. */
    SET_ASIDE
  }

  /** A person confirmed how it is written; it is read, again if it was before. */
  void confirm(LogShape shape) {
    if (state == State.READING) {
      throw new RefusedException("accesslog.refused.reading", evidence.getName());
    }
    shapeJson = ShapeText.write(shape);
    state = State.READING;
    figures = new FileFigures();
    job = JobState.waiting(evidence.getSize());
  }

  void read(FileFigures counted, Instant now) {
    figures = counted;
    state = State.READ;
    job.end(now);
  }

  /**
   * @param problem message key of why
   */
  void failed(String problem, Instant now) {
    state = State.FAILED;
    job.fail(problem, now);
  }

  void setAside(Instant now) {
    if (state == State.READING) {
      job.cancel(now);
    }
    state = State.SET_ASIDE;
  }

  /** Its shape waits to be confirmed, as when it came. */
  void takeBack() {
    if (state != State.SET_ASIDE) {
      throw new RefusedException("accesslog.refused.notAside");
    }
    state = State.RECEIVED;
    figures = new FileFigures();
    job = new JobState();
  }

  /** Null until somebody confirmed it. */
  public LogShape shape() {
    return shapeJson == null ? null : ShapeText.read(shapeJson);
  }

  String shapeText() {
    return shapeJson;
  }

  public Incident getIncident() {
    return incident;
  }

  public AccessSource getSource() {
    return source;
  }

  public EvidenceFile getEvidence() {
    return evidence;
  }

  public State getState() {
    return state;
  }

  /** No question reads it yet, and nobody said that none shall. */
  public boolean isLeftOut() {
    return state != State.READ && state != State.SET_ASIDE;
  }

  /** Read, or read anew, after a time. */
  boolean isReadAfter(Instant at) {
    return state == State.READ && job.getEndedAt().isAfter(at);
  }

  public FileFigures getFigures() {
    return figures;
  }

  public JobState getJob() {
    return job;
  }

  public String getAddedBy() {
    return addedBy;
  }

  public Instant getAddedAt() {
    return addedAt;
  }
}
