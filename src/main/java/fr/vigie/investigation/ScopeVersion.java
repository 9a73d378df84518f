package fr.vigie.investigation;

import fr.vigie.incident.Count;
import fr.vigie.incident.Involvement;
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
import java.util.Optional;

/**
 * One version of a controller's list: a draft that imports fill, proposed with its method and what
 * remains unknown, frozen by another person (BR-11). A frozen version never changes; later
 * knowledge is a new version, with what differs (BR-08).
 */
@Entity
@Table(name = "scope_version")
public class ScopeVersion extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int TEXT_MAX = 2_000;

  /** A change beyond this share of the former number is told to the CNIL (BR-08). */
  private static final int TOLERATED_PERCENT = 10;

  /** Where a version stands. */
  public enum State {
    DRAFT,
    PROPOSED,
    FROZEN
  }

  /** What differs from the frozen version before, in persons. */
  public record Difference(long added, long removed, long changed) {}

  @ManyToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  @Column(name = "version_number")
  private int number;

  @Enumerated(EnumType.STRING)
  private State state = State.DRAFT;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "author_id")
  private long authorId;

  @Embedded private ScopeFigures figures = new ScopeFigures();

  /** Persons that may be affected and stand in no list, at most; null is not known yet. */
  @Column(name = "unlisted_max")
  private Long unlistedMax;

  private String method;

  @Column(name = "residual_unknown")
  private String residualUnknown;

  @Column(name = "proposed_by")
  private Long proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "frozen_by")
  private Long frozenBy;

  @Column(name = "frozen_at")
  private Instant frozenAt;

  private Long added;
  private Long removed;
  private Long changed;

  @Column(name = "doubts_left_by")
  private Long doubtsLeftBy;

  @Column(name = "doubts_left_at")
  private Instant doubtsLeftAt;

  @Column(name = "complement_due")
  private boolean complementDue;

  @Column(name = "complement_note")
  private String complementNote;

  protected ScopeVersion() {}

  ScopeVersion(Involvement involvement, int number, long authorId, Instant now) {
    this.involvement = involvement;
    this.number = number;
    this.authorId = authorId;
    this.createdAt = now;
  }

  void counted(ScopeFigures newFigures, Difference difference) {
    mustBe(State.DRAFT);
    figures = newFigures;
    added = difference == null ? null : difference.added();
    removed = difference == null ? null : difference.removed();
    changed = difference == null ? null : difference.changed();
  }

  /** After one verdict; what differs from the list in force is counted when it is proposed. */
  void recounted(ScopeFigures newFigures) {
    mustBe(State.DRAFT);
    figures = newFigures;
  }

  void mustBeDraft() {
    mustBe(State.DRAFT);
  }

  /**
   * Method and residual unknown are part of the decision: a number alone is not one (pitfall 11).
   */
  void propose(String how, String unknown, Long unlisted, long author, Instant now) {
    mustBe(State.DRAFT);
    if (figures.getRows() == 0) {
      throw new RefusedException("investigation.refused.emptyList");
    }
    mustBeWithoutDoubt();
    method = how;
    residualUnknown = unknown;
    unlistedMax = unlisted;
    proposedBy = author;
    proposedAt = now;
    state = State.PROPOSED;
  }

  /** Nobody looks at the rest: who is not proven to be one person counts as two, and is told. */
  void leaveDoubts(long author, Instant now) {
    mustBe(State.DRAFT);
    doubtsLeftBy = author;
    doubtsLeftAt = now;
  }

  /** More rows came: they are looked at first. */
  void doubtsCame() {
    doubtsLeftBy = null;
    doubtsLeftAt = null;
  }

  public Instant getDoubtsLeftAt() {
    return doubtsLeftAt;
  }

  /** Rows that may be about the same person are decided about before they count (BR-09). */
  private void mustBeWithoutDoubt() {
    if (figures.getCandidates() > 0 && doubtsLeftAt == null) {
      throw new RefusedException("investigation.refused.doubts", figures.getCandidates());
    }
  }

  /** Back to the draft, to be corrected. */
  void sendBack() {
    mustBe(State.PROPOSED);
    state = State.DRAFT;
    proposedBy = null;
    proposedAt = null;
  }

  /**
   * @param before the frozen version that this one replaces, or null
   */
  void freeze(ScopeVersion before, long approver, Instant now) {
    mustBe(State.PROPOSED);
    mustBeWithoutDoubt();
    if (proposedBy == approver) {
      throw new RefusedException("investigation.refused.fourEyes");
    }
    frozenBy = approver;
    frozenAt = now;
    state = State.FROZEN;
    complementDue = before != null && differsMuchFrom(before);
  }

  private boolean differsMuchFrom(ScopeVersion before) {
    long former = before.figures.getPersons();
    long difference = Math.abs(figures.getPersons() - former);
    return difference * 100 > former * TOLERATED_PERCENT;
  }

  /** Nothing was declared yet that a complement could complete. */
  public void nothingDeclared() {
    complementDue = false;
  }

  /** The complementary notification is under way or reasoned away. */
  void complementHandled(String note) {
    complementDue = false;
    complementNote = note;
  }

  private void mustBe(State wanted) {
    if (state != wanted) {
      throw new RefusedException("investigation.refused.state." + state, number);
    }
  }

  /**
   * Known when every person is proven and nobody may lack; from the proven to the possible when the
   * rest has a bound; else "at least" (pitfall 11).
   */
  public Count persons() {
    Instant asOf = frozenAt == null ? createdAt : frozenAt;
    long proven = figures.getProven();
    long listed = figures.getPersons();
    if (unlistedMax == null) {
      return Count.atLeast(proven, listed, asOf);
    }
    long most = listed + unlistedMax;
    return proven == most ? Count.known(listed, asOf) : Count.estimated(proven, listed, most, asOf);
  }

  public Optional<Difference> difference() {
    if (state == State.DRAFT) {
      return Optional.empty();
    }
    return added == null ? Optional.empty() : Optional.of(new Difference(added, removed, changed));
  }

  public Difference getDifference() {
    return difference().orElse(null);
  }

  public Involvement getInvolvement() {
    return involvement;
  }

  public int getNumber() {
    return number;
  }

  public State getState() {
    return state;
  }

  public boolean isFrozen() {
    return state == State.FROZEN;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public long getAuthorId() {
    return authorId;
  }

  public ScopeFigures getFigures() {
    return figures;
  }

  public Long getUnlistedMax() {
    return unlistedMax;
  }

  public String getMethod() {
    return method;
  }

  public String getResidualUnknown() {
    return residualUnknown;
  }

  public Long getProposedBy() {
    return proposedBy;
  }

  public Instant getProposedAt() {
    return proposedAt;
  }

  public Long getFrozenBy() {
    return frozenBy;
  }

  public Instant getFrozenAt() {
    return frozenAt;
  }

  public boolean isComplementDue() {
    return complementDue;
  }

  public String getComplementNote() {
    return complementNote;
  }
}
