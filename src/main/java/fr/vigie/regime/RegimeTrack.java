package fr.vigie.regime;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One regime for one controller of a case, or for the case as a whole: does it apply, when did its
 * clock start, when is it due, when was it fulfilled (domain.md §4). A corrected start moves the
 * deadline, and of a fulfilled duty never what was sent: it may then turn out to be late, and its
 * reasons are owed (BR-02, BR-04). The rule kept is the one in force at the start event (BR-16).
 */
@Entity
@Table(name = "regime_track")
public class RegimeTrack extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int REASON_MAX = RegimeDecision.REASON_MAX;
  public static final int PROOF_MAX = Fulfilment.PROOF_MAX;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @ManyToOne
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  /** The part, or the case: with the regime it is unique, also where there is no part. */
  @Column(name = "subject_id")
  private Long subjectId;

  @Enumerated(EnumType.STRING)
  private Regime regime;

  @ManyToOne(optional = false)
  @JoinColumn(name = "rule_id")
  private RegimeRule rule;

  @Embedded private StageClock stage;

  @Embedded private RegimeDecision decision = new RegimeDecision();

  /** Null as read when nothing was said of it yet. */
  @Embedded private Fulfilment fulfilment = new Fulfilment();

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "start_at")
  private Instant startAt;

  /** Stages before the one it is in. */
  @OneToMany(mappedBy = "track", cascade = CascadeType.PERSIST)
  @OrderBy("rank")
  private List<StageDone> stagesDone = new ArrayList<>();

  /** Open, in an open case: what reminders and the desk look at. */
  private boolean watched = true;

  @OneToMany(mappedBy = "track", cascade = CascadeType.PERSIST)
  @OrderBy("movedAt, id")
  private List<DeadlineMove> history = new ArrayList<>();

  /** Open before done; of the open ones legal before internal, certain before undetermined. */
  public static final Comparator<RegimeTrack> PRESSING =
      Comparator.comparing(RegimeTrack::isSatisfied)
          .thenComparing(track -> !track.isSatisfied() && track.isInternalTarget())
          .thenComparing(track -> !track.isSatisfied() && track.isUndetermined())
          .thenComparing(RegimeTrack::getDueAt, Comparator.nullsLast(Comparator.naturalOrder()));

  protected RegimeTrack() {}

  RegimeTrack(Incident incident, Involvement involvement, RegimeRule rule, Instant now) {
    this.incident = incident;
    this.involvement = involvement;
    this.subjectId = involvement == null ? incident.getId() : involvement.getId();
    this.regime = rule.getRegime();
    this.rule = rule;
    this.stage = new StageClock(rule, 0, null, incident.zone());
    this.createdAt = now;
  }

  /**
   * Starts or moves the clock, also one that was fulfilled: what was sent stays, and whether it was
   * on time shows anew (BR-02). An unchanged start keeps the rule it has.
   *
   * @param start null when the start is not known (any more)
   * @param ruleAtStart the version in force at the start
   * @param why what the author of the change said, if anything
   */
  void startsAt(Instant start, RegimeRule ruleAtStart, String why, Caller author, Instant now) {
    if (Objects.equals(start, startAt) || (isBegun() && !isCorrection(start, ruleAtStart))) {
      return;
    }
    DeadlineMove.Clock before = new DeadlineMove.Clock(startAt, stage.getDueAt());
    DeadlineMove.Cause cause = cause(start);
    boolean lateAnyway = isSatisfiedLate() && !isLateByCorrection();
    startAt = start;
    if (stage.getRank() == 0) {
      rule = ruleAtStart;
      enter(0, start);
    } else if (rule.stage(stage.getRank()).getCountedFrom() == CountedFrom.START_EVENT) {
      enter(stage.getRank(), start);
    }
    stagesDone.forEach(passed -> passed.startsAt(start, rule));
    fulfilment().corrected(isSatisfied() && !lateAnyway ? now : null);
    moved(cause, before, why, author, now);
  }

  /** Somebody said whether it applies, or it was fulfilled in part. */
  boolean isSettledByAnybody() {
    return isBegun() || decision.getBy() != null;
  }

  /** A stage of it, or all of it, was fulfilled. */
  public boolean isBegun() {
    return isSatisfied() || stage.getRank() > 0;
  }

  /** A fact told otherwise; not one unsaid, and not a decision taken once more. */
  private static boolean isCorrection(Instant start, RegimeRule ruleAtStart) {
    return start != null && !ruleAtStart.getStartEvent().isDecision();
  }

  private DeadlineMove.Cause cause(Instant start) {
    if (isSatisfied()) {
      return DeadlineMove.Cause.START_CORRECTED;
    }
    if (startAt == null) {
      return DeadlineMove.Cause.START_KNOWN;
    }
    return start == null ? DeadlineMove.Cause.START_WITHDRAWN : DeadlineMove.Cause.START_MOVED;
  }

  private void moved(
      DeadlineMove.Cause cause, DeadlineMove.Clock before, String why, Caller author, Instant now) {
    DeadlineMove.Clock after = new DeadlineMove.Clock(startAt, stage.getDueAt());
    history.add(new DeadlineMove(this, cause, before, after, why, author, now));
  }

  private void enter(int rank, Instant from) {
    stage = new StageClock(rule, rank, from, incident.zone());
  }

  /** Says whether the regime applies; a "no" needs its reason (BR-06). */
  void decide(Applicability answer, String why, Caller author, Instant now) {
    mustNotBeSatisfied();
    if (answer == Applicability.DOES_NOT_APPLY && why.isBlank()) {
      throw RefusedException.at("reason", "regime.refused.reason");
    }
    if (answer == Applicability.DOES_NOT_APPLY) {
      policy().noMustNotContradictRisk();
    }
    decision.take(answer, why, author, now);
    DeadlineMove.Clock same = new DeadlineMove.Clock(startAt, stage.getDueAt());
    moved(DeadlineMove.Cause.of(answer), same, why.isEmpty() ? null : why, author, now);
    watch();
  }

  private DecisionPolicy policy() {
    return new DecisionPolicy(regime, incident, involvement);
  }

  /** Whether this person's role, over the controller, the case's lead or the region, decides. */
  public boolean isForDecisionBy(Caller caller) {
    return policy().isFor(caller);
  }

  /** Applies because two persons decided so of the risk, whatever one had said before (BR-11). */
  void appliesByRisk(Instant now) {
    if (decision.isNo()) {
      decision.undo();
    }
    appliesBecause("regime.automatic.risk", now);
  }

  /**
   * Something was breached after all: a "does not apply" that said so, or that nobody could give
   * now, is to be decided anew.
   */
  void losesGround(String ground) {
    if (decision.restsOn(ground) || (decision.isNo() && policy().noContradictsRisk())) {
      decision.undo();
      watch();
    }
  }

  /** Who decides on this row, by name of the organisations; see {@link #isForDecisionBy}. */
  public String getDeciders() {
    return policy().deciders();
  }

  /** Text that names who decides; without any organisation it says so. */
  public String getDecidersKey() {
    return policy().decidersKey();
  }

  /**
   * Whether what fulfilled this duty is a fact for a part: each victim complains for itself
   * (domain.md §4), so that a complaint noted for the case is one of the case's lead and of whom
   * its proof names.
   *
   * @param part null for what covers the whole case
   */
  public boolean isFactFor(Involvement part) {
    if (involvement != null || part == null) {
      return part == null || part.equals(involvement);
    }
    Organisation organisation = part.getOrganisation();
    return !regime.isComplaint()
        || organisation.equals(incident.getLead())
        || ComplaintPolicy.names(getProofReference(), organisation);
  }

  /** Applies because of a fact of the case; a person's decision is never overruled. */
  void appliesBecause(String reasonKey, Instant now) {
    decision.because(reasonKey, now);
  }

  /**
   * The duty was fulfilled. After a legal deadline the reasons of the delay are needed (BR-04). The
   * first fulfilment stays; saying it again changes nothing.
   *
   * @param at acceptance by the recipient, not the click
   */
  public void satisfied(Instant at, String lateReason) {
    if (isSatisfied()) {
      return;
    }
    if (decision.isNo()) {
      throw new RefusedException("regime.refused.notApplicable");
    }
    boolean explained = lateReason != null && !lateReason.isBlank();
    if (isLateAt(at) && !isInternalTarget() && !explained) {
      throw RefusedException.at("lateReason", "regime.refused.lateReason");
    }
    fulfil(at, explained ? lateReason.strip() : null);
  }

  /** Fulfilled as a fact of the case says; nobody is there to be asked for reasons. */
  public void fulfil(Instant at, String why) {
    appliesBecause("regime.automatic.fulfilled", at);
    Fulfilment how = fulfilment();
    how.late(why);
    int next = stage.getRank() + 1;
    if (next < rule.getStages().size()) {
      boolean fromStart = rule.stage(next).getCountedFrom() == CountedFrom.START_EVENT;
      DeadlineMove.Clock before = new DeadlineMove.Clock(startAt, stage.getDueAt());
      stagesDone.add(new StageDone(this, stage, at, how));
      how.nextStage();
      enter(next, fromStart ? startAt : at);
      moved(DeadlineMove.Cause.NEXT_STAGE, before, null, Caller.SYSTEM, at);
    } else {
      how.at(at);
    }
    watch();
  }

  /** A fulfilment that facts take back, e.g. persons added to a list: the same clock runs again. */
  public void runsAgain(Caller author, Instant now) {
    if (!isSatisfied()) {
      return;
    }
    DeadlineMove.Clock before = new DeadlineMove.Clock(startAt, stage.getDueAt());
    fulfilment().withdraw();
    moved(DeadlineMove.Cause.RUNS_AGAIN, before, null, author, now);
    watch();
  }

  /** Takes the reasons of a delay that a corrected start has shown, as they were filed (BR-04). */
  public void explained(String why, Instant now) {
    fulfilment().explained(why, now);
  }

  /** Notes how many persons were told: who is exempt is treated without being told. */
  public void told(long people) {
    fulfilment().told(people);
  }

  /** Notes the number of a complaint, a receipt, a contract notice. */
  void proven(String reference) {
    fulfilment().proven(reference);
  }

  /** To be read: reading never changes the row. */
  private Fulfilment known() {
    return fulfilment == null ? new Fulfilment() : fulfilment;
  }

  private Fulfilment fulfilment() {
    fulfilment = known();
    return fulfilment;
  }

  /** Looks again whether reminders and the desk should follow this clock. */
  void watch() {
    watched = !isSatisfied() && !decision.isNo() && !incident.getState().isFinal();
  }

  /** Without its start nobody can tell whether a legal period was kept (BR-17). */
  void mustHaveStarted() {
    boolean legal =
        rule.stage(stage.getRank())
            .period()
            .filter(period -> period.nature() == DeadlineNature.LEGAL)
            .isPresent();
    if (startAt == null && legal) {
      throw new RefusedException("regime.refused.startUnknown");
    }
  }

  private void mustNotBeSatisfied() {
    if (isSatisfied()) {
      throw new RefusedException("regime.refused.satisfied");
    }
  }

  /** On time means at the operational deadline or before. */
  public boolean isLateAt(Instant at) {
    return stage.isLateAt(at);
  }

  public boolean isApplicable() {
    return getApplicability() == Applicability.APPLIES;
  }

  public boolean isUndetermined() {
    return getApplicability() == Applicability.TO_DETERMINE;
  }

  public boolean isSatisfied() {
    return getSatisfiedAt() != null;
  }

  /** Fulfilled after its deadline. */
  public boolean isSatisfiedLate() {
    return isSatisfied() && isLateAt(getSatisfiedAt());
  }

  /** Stages before the one it is in, in their order. */
  public List<StageDone> getStagesDone() {
    return List.copyOf(stagesDone);
  }

  /** It, or a stage on its way, was fulfilled after its deadline: what follows does not mend it. */
  public boolean isSomewhereLate() {
    return isSatisfiedLate() || stagesDone.stream().anyMatch(StageDone::isLate);
  }

  /** Fulfilled after its deadline by a start corrected since: what was sent did not say so. */
  public boolean isLateByCorrection() {
    return known().isCorrected() && isSatisfiedLate();
  }

  /**
   * The authority was not told why it was late: a complement has to (BR-04). What is fulfilled by
   * hand has no complement, and an internal target is never late for the law.
   */
  public boolean isDelayToExplain() {
    return isLateByCorrection()
        && !isInternalTarget()
        && regime.isDoneElsewhere()
        && !known().isExplained();
  }

  public Incident getIncident() {
    return incident;
  }

  /** The controller's part; null for a clock of the whole case. */
  public Involvement getInvolvement() {
    return involvement;
  }

  public Regime getRegime() {
    return regime;
  }

  public RegimeRule getRule() {
    return rule;
  }

  public int getStageRank() {
    return stage.getRank();
  }

  public String getStageCode() {
    return stage.getCode();
  }

  public Applicability getApplicability() {
    return decision.getApplicability();
  }

  public String getReason() {
    return decision.getReason();
  }

  public Long getDecidedBy() {
    return decision.getBy();
  }

  public String getDecidedByName() {
    return decision.getByName();
  }

  public Instant getDecidedAt() {
    return decision.getAt();
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getStartAt() {
    return startAt;
  }

  /** The operational deadline: shown, alarmed and measured; null while the clock has no start. */
  public Instant getDueAt() {
    return stage.getDueAt();
  }

  /** The tolerance of Regulation 1182/71; null for an internal target. */
  public Instant getRegulatoryAt() {
    return stage.getRegulatoryAt();
  }

  /** The figure is the house's own and must never be called a legal deadline (pitfall 29). */
  public boolean isInternalTarget() {
    return stage.isInternalTarget();
  }

  public Instant getSatisfiedAt() {
    return known().getSatisfiedAt();
  }

  /** Null while the duty of art. 34 is not fulfilled. */
  public Long getPeopleTold() {
    return known().getPeopleTold();
  }

  public String getLateReason() {
    return known().getLateReason();
  }

  public String getProofReference() {
    return known().getProofReference();
  }

  public boolean isWatched() {
    return watched;
  }

  public List<DeadlineMove> getHistory() {
    return List.copyOf(history);
  }
}
