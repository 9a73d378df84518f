package fr.vigie.incident;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One version of a controller's severity: what was answered, the exact result, why, by whom and
 * when (domain.md §6.4). Never changed; a better answer is a new version.
 */
@Entity
@Table(name = "severity_assessment")
public class SeverityAssessment extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  /** Rank of the version, from 1. */
  @Column(name = "assessment_number")
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(name = "data_context")
  private DataContext context;

  @Column(name = "context_adjustment")
  private int adjustment;

  @Enumerated(EnumType.STRING)
  private EaseOfIdentification identification;

  @Enumerated(EnumType.STRING)
  private ConfidentialityLoss confidentiality;

  @Enumerated(EnumType.STRING)
  private IntegrityLoss integrity;

  @Enumerated(EnumType.STRING)
  private AvailabilityLoss availability;

  private boolean malicious;
  private boolean unintelligible;

  @Column(name = "score")
  private BigDecimal value;

  @Enumerated(EnumType.STRING)
  @Column(name = "severity_level")
  private SeverityLevel level;

  @Enumerated(EnumType.STRING)
  private CnilGravity gravity;

  private boolean borderline;

  @Enumerated(EnumType.STRING)
  @Column(name = "many_persons")
  private Certainty manyPersons;

  private String reasons;
  private String decision;

  @Column(name = "author_id")
  private long authorId;

  private String author;

  @Column(name = "assessed_at")
  private Instant assessedAt;

  protected SeverityAssessment() {}

  SeverityAssessment(
      Involvement involvement, int number, SeverityInputs inputs, SeverityScore score) {
    this.involvement = involvement;
    this.number = number;
    this.context = inputs.context();
    this.adjustment = inputs.adjustment();
    this.identification = inputs.identification();
    this.confidentiality = inputs.confidentiality();
    this.integrity = inputs.integrity();
    this.availability = inputs.availability();
    this.malicious = inputs.malicious();
    this.unintelligible = inputs.unintelligible();
    this.value = score.value();
    this.level = score.level();
    this.gravity = score.gravity();
    this.borderline = score.borderline();
    this.manyPersons = score.manyPersons();
  }

  /** Why, and by whom; the decision is null where none was needed. */
  SeverityAssessment signed(
      String reasonsGiven, String decisionTaken, long byId, String by, Instant now) {
    reasons = reasonsGiven;
    decision = decisionTaken;
    authorId = byId;
    author = by;
    assessedAt = now;
    return this;
  }

  /** What was answered, to start the next version from. */
  public SeverityInputs inputs() {
    return new SeverityInputs(
        context,
        adjustment,
        identification,
        confidentiality,
        integrity,
        availability,
        malicious,
        unintelligible);
  }

  public Involvement getInvolvement() {
    return involvement;
  }

  public int getNumber() {
    return number;
  }

  public BigDecimal getValue() {
    return value;
  }

  public SeverityLevel getLevel() {
    return level;
  }

  public CnilGravity getGravity() {
    return gravity;
  }

  public boolean isBorderline() {
    return borderline;
  }

  public Certainty getManyPersons() {
    return manyPersons;
  }

  public String getReasons() {
    return reasons;
  }

  public String getDecision() {
    return decision;
  }

  public long getAuthorId() {
    return authorId;
  }

  public String getAuthor() {
    return author;
  }

  public Instant getAssessedAt() {
    return assessedAt;
  }
}
