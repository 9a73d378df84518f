package fr.vigie.investigation;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/**
 * What a person said of two persons of one list who may be one: the same, who gets one message, or
 * two (BR-09). Names nobody: keyed hashes, gone with the list. Belongs to one version; taken back,
 * it is deleted, as long as the version is a draft.
 */
@Entity
@Table(name = "person_verdict")
public class PersonVerdict extends Persistent {
  private static final long serialVersionUID = 1L;

  /** What is said of a pair. */
  public enum Verdict {
    SAME,
    TWO
  }

  @Column(name = "scope_version_id")
  private Long scopeVersionId;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  /** Names of the kept one; a list that gives other names later is not merged by it. */
  @Column(name = "identity_hash")
  private String identityHash;

  @Column(name = "other_identity_hash")
  private String otherIdentityHash;

  /** The person as whom both are known when they are the same. */
  @Column(name = "kept_key")
  private String keptKey;

  @Column(name = "other_key")
  private String otherKey;

  @Column(name = "decided_by")
  private long decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  protected PersonVerdict() {}

  PersonVerdict(
      ScopeVersion version,
      Verdict verdict,
      AffectedPerson kept,
      AffectedPerson other,
      long author,
      Instant now) {
    this.scopeVersionId = version.getId();
    this.verdict = verdict;
    this.identityHash = kept.identityHash();
    this.otherIdentityHash = other.identityHash();
    this.keptKey = kept.getPersonKey();
    this.otherKey = other.getPersonKey();
    this.decidedBy = author;
    this.decidedAt = now;
  }

  /** The same, with its author and time, for the version that follows. */
  PersonVerdict in(ScopeVersion next) {
    PersonVerdict copy = new PersonVerdict();
    copy.scopeVersionId = next.getId();
    copy.verdict = verdict;
    copy.identityHash = identityHash;
    copy.otherIdentityHash = otherIdentityHash;
    copy.keptKey = keptKey;
    copy.otherKey = otherKey;
    copy.decidedBy = decidedBy;
    copy.decidedAt = decidedAt;
    return copy;
  }

  boolean isSame() {
    return verdict == Verdict.SAME;
  }

  /** Whether one of these keys is one of the two persons'. */
  boolean isAbout(Set<String> keys) {
    return keys.contains(keptKey) || keys.contains(otherKey);
  }

  String keptKey() {
    return keptKey;
  }

  String otherKey() {
    return otherKey;
  }

  String identityHash() {
    return identityHash;
  }

  String otherIdentityHash() {
    return otherIdentityHash;
  }

  public Verdict getVerdict() {
    return verdict;
  }

  public long getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }
}
