package fr.vigie.audit;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One line of the trail. Never changed once written: the table refuses updates and deletes. Holds
 * no patient's name: subjects are references, facts are codes and counts.
 */
@Entity
@Table(name = "audit_entry")
@Access(AccessType.FIELD)
public class AuditEntry implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How the act ended. */
  public enum Outcome {
    DONE,
    REFUSED,
    DENIED,
    /** Not there, or not the caller's to see. */
    NOT_FOUND
  }

  @Id private long seq;

  @Column(name = "at_utc")
  private Instant at;

  @Column(name = "actor_id")
  private long actorId;

  private String actor;
  private String act;

  @Column(name = "subject_type")
  private String subjectType;

  private String subject;

  @Column(name = "region_code")
  private String region;

  private String facts;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "previous_hash")
  private String previousHash;

  private String hash;

  protected AuditEntry() {}

  AuditEntry(long seq, Instant at, Facts written, Outcome outcome, String previousHash) {
    this.seq = seq;
    this.at = at.truncatedTo(ChronoUnit.MICROS);
    this.actorId = written.actorId();
    this.actor = written.actor();
    this.act = written.act();
    this.subjectType = written.subjectType();
    this.subject = written.subject();
    this.region = written.region();
    this.facts = written.facts();
    this.outcome = outcome;
    this.previousHash = previousHash;
    this.hash = computedHash();
  }

  /** What a line says of the act, before it has a place in the chain. */
  record Facts(
      long actorId,
      String actor,
      String act,
      String subjectType,
      String subject,
      String region,
      String facts) {}

  /** The hash that this line should carry. */
  String computedHash() {
    return HashChain.next(
        previousHash,
        List.of(
            Long.toString(seq),
            at.toString(),
            Long.toString(actorId),
            actor,
            act,
            subjectType,
            subject,
            region,
            facts,
            outcome.name()));
  }

  public long getSeq() {
    return seq;
  }

  public Instant getAt() {
    return at;
  }

  public long getActorId() {
    return actorId;
  }

  public String getActor() {
    return actor;
  }

  public String getAct() {
    return act;
  }

  public String getSubjectType() {
    return subjectType;
  }

  public String getSubject() {
    return subject;
  }

  public String getRegion() {
    return region;
  }

  public String getFacts() {
    return facts;
  }

  public Outcome getOutcome() {
    return outcome;
  }

  public String getPreviousHash() {
    return previousHash;
  }

  public String getHash() {
    return hash;
  }
}
