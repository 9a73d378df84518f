package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
import fr.vigie.platform.Caller;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of the question of a case. Never changed: what is asked otherwise is a new one. */
@Entity
@Table(name = "access_question")
public class AccessQuestion extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @Column(name = "question_number")
  private int number;

  private String document;
  private String sha256;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by_id")
  private long createdById;

  @Column(name = "created_by")
  private String createdBy;

  protected AccessQuestion() {}

  AccessQuestion(Incident incident, int number, Question question, Caller by, Instant now) {
    this.incident = incident;
    this.number = number;
    this.document = QuestionText.write(question);
    this.sha256 = Sha256.hex(document);
    this.createdAt = now;
    this.createdById = by.id();
    this.createdBy = by.displayName();
  }

  public Question question() {
    return QuestionText.read(document);
  }

  /** Asks the same. */
  boolean is(Question other) {
    return document.equals(QuestionText.write(other));
  }

  public Incident getIncident() {
    return incident;
  }

  public int getNumber() {
    return number;
  }

  public String getSha256() {
    return sha256;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getCreatedBy() {
    return createdBy;
  }
}
