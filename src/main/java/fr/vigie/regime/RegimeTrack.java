package fr.vigie.regime;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  public static final int REASON_MAX = 2_000;
  public static final int PROOF_MAX = 200;

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

  @Column(name = "stage_rank")
  private int stageRank;

  @Column(name = "stage_code")
  private String stageCode;

  @Enumerated(EnumType.STRING)
  private Applicability applicability = Applicability.TO_DETERMINE;

  private String reason;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "decided_by_name")
  private String decidedByName;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "start_at")
  private Instant startAt;

  @Column(name = "stage_start_at")
  private Instant stageStartAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "regulatory_at")
  private Instant regulatoryAt;

  @Column(name = "internal_target")
  private boolean internalTarget;

  @Column(name = "satisfied_at")
  private Instant satisfiedAt;

  @Column(name = "late_reason")
  private String lateReason;

  /** When its start was corrected after it was fulfilled in time; null when it was not. */
  @Column(name = "corrected_at")
  private Instant correctedAt;

  /** When the reasons of the delay were given that a correction had shown. */
  @Column(name = "explained_at")
  private Instant explainedAt;

  /** Art. 34: how many persons were told when the duty was fulfilled; null before. */
  @Column(name = "people_told")
  private Long peopleTold;

  @Column(name = "proof_reference")
  private String proofReference;

  /** Stages before the one it is in. */
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "regime_stage_done", joinColumns = @JoinColumn(name = "track_id"))
  @OrderColumn(name = "stage_rank")
  private List<StageDone> stagesDone = new ArrayList<>();

  /** Open, in an open case: what reminders and the desk look at. */
  private boolean watched = true;

  @OneToMany(mappedBy = "track", cascade = CascadeType.PERSIST)
  @OrderBy("movedAt, id")
  private List<DeadlineMove> history = new ArrayList<>();

  protected RegimeTrack() {}

  RegimeTrack(Incident incident, Involvement involvement, RegimeRule rule, Instant now) {
    this.incident = incident;
    this.involvement = involvement;
    this.subjectId = involvement == null ? incident.getId() : involvement.getId();
    this.regime = rule.getRegime();
    this.rule = rule;
    this.stageCode = rule.stage(0).getCode();
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
    DeadlineMove.Clock before = new DeadlineMove.Clock(startAt, dueAt);
    DeadlineMove.Cause cause = cause(start);
    boolean lateAnyway = isSatisfiedLate() && !isLateByCorrection();
    startAt = start;
    if (stageRank == 0) {
      rule = ruleAtStart;
      enter(0, start);
    } else if (rule.stage(stageRank).getCountedFrom() == CountedFrom.START_EVENT) {
      enter(stageRank, start);
    }
    recountStagesDone();
    correctedAt = isSatisfied() && !lateAnyway ? now : null;
    moved(cause, before, why, author, now);
  }

  /** Gives stages passed the deadlines that they have from the start as it is known now. */
  private void recountStagesDone() {
    for (int rank = 0; rank < stagesDone.size(); rank++) {
      RegimeStage stage = rule.stage(rank);
      if (stage.getCountedFrom() == CountedFrom.START_EVENT) {
        Instant due =
            stage.deadline(startAt, incident.zone()).map(LegalDeadline::operational).orElse(null);
        stagesDone.set(rank, stagesDone.get(rank).due(due));
      }
    }
  }

  /** A stage of it, or all of it, was fulfilled. */
  public boolean isBegun() {
    return isSatisfied() || stageRank > 0;
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
    DeadlineMove.Clock after = new DeadlineMove.Clock(startAt, dueAt);
    history.add(new DeadlineMove(this, cause, before, after, why, author, now));
  }

  private void enter(int rank, Instant from) {
    RegimeStage stage = rule.stage(rank);
    stageRank = rank;
    stageCode = stage.getCode();
    stageStartAt = from;
    LegalDeadline deadline =
        from == null ? null : stage.deadline(from, incident.zone()).orElse(null);
    dueAt = deadline == null ? null : deadline.operational();
    regulatoryAt = deadline == null ? null : deadline.regulatoryExpiry();
    internalTarget = deadline != null && deadline.isInternalTarget();
  }

  /** Says whether the regime applies; a "no" needs its reason (BR-06). */
  void decide(Applicability answer, String why, Caller author, Instant now) {
    mustNotBeSatisfied();
    if (answer == Applicability.DOES_NOT_APPLY && why.isBlank()) {
      throw RefusedException.at("reason", "regime.refused.reason");
    }
    if (answer == Applicability.DOES_NOT_APPLY) {
      mustNotContradictRisk();
    }
    if (why.length() > REASON_MAX) {
      throw RefusedException.at("reason", "regime.refused.tooLong", REASON_MAX, why.length());
    }
    applicability = answer;
    reason = why;
    boolean open = answer == Applicability.TO_DETERMINE;
    decidedBy = open ? null : Long.valueOf(author.id());
    decidedByName = open ? null : author.displayName();
    decidedAt = open ? null : now;
    watch();
  }

  /**
   * What two persons decided of the risk, one does not undo (BR-11): art. 34 applies at a high
   * risk, and art. 33 unless the risk was decided as unlikely or nothing was breached.
   */
  private void mustNotContradictRisk() {
    if (involvement == null || involvement.getBreach() == Involvement.Breach.NO) {
      return;
    }
    Involvement.Risk risk = involvement.getRisk();
    boolean contradicts =
        switch (regime) {
          case RGPD_33 -> risk != Involvement.Risk.NONE;
          case RGPD_34 -> risk == Involvement.Risk.HIGH;
          default -> false;
        };
    if (contradicts) {
      throw RefusedException.at("applicability", "regime.refused.risk." + regime);
    }
  }

  /** Whether this person's role, over the controller, the case's lead or the region, decides. */
  public boolean isForDecisionBy(Caller caller) {
    RowScope rows = caller.scope(regime.decider());
    return rows.everywhere()
        || rows.regions().contains(incident.getRegion().getCode())
        || (incident.getLead() != null && rows.organisations().contains(incident.getLead().getId()))
        || (involvement != null
            && rows.organisations().contains(involvement.getOrganisation().getId()));
  }

  /** Applies because two persons decided so of the risk, whatever one had said before (BR-11). */
  void appliesByRisk(Instant now) {
    if (applicability == Applicability.DOES_NOT_APPLY) {
      undecide();
    }
    appliesBecause("regime.automatic.risk", now);
  }

  /** The reason of a "does not apply" is no longer true: it is to be decided anew. */
  void losesGround(String ground) {
    if (applicability == Applicability.DOES_NOT_APPLY && Objects.equals(ground, reason)) {
      undecide();
      watch();
    }
  }

  private void undecide() {
    applicability = Applicability.TO_DETERMINE;
    reason = null;
    decidedBy = null;
    decidedByName = null;
    decidedAt = null;
  }

  /** Who decides on this row, by name of the organisations; see {@link #isForDecisionBy}. */
  public String getDeciders() {
    return Stream.of(incident.getLead(), involvement == null ? null : involvement.getOrganisation())
        .filter(Objects::nonNull)
        .map(Organisation::getName)
        .distinct()
        .collect(Collectors.joining(" / "));
  }

  /** Text that names who decides; without any organisation it says so. */
  public String getDecidersKey() {
    String key = "regime.refused.role." + regime.decider();
    return getDeciders().isEmpty() ? key + ".none" : key;
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
        || ComplaintPolicy.names(proofReference, organisation);
  }

  /** Applies because of a fact of the case; a person's decision is never overruled. */
  void appliesBecause(String reasonKey, Instant now) {
    if (applicability == Applicability.TO_DETERMINE) {
      applicability = Applicability.APPLIES;
      reason = reasonKey;
      decidedAt = now;
    }
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
    if (applicability == Applicability.DOES_NOT_APPLY) {
      throw new RefusedException("regime.refused.notApplicable");
    }
    boolean explained = lateReason != null && !lateReason.isBlank();
    if (isLateAt(at) && !internalTarget && !explained) {
      throw RefusedException.at("lateReason", "regime.refused.lateReason");
    }
    fulfil(at, explained ? lateReason.strip() : null);
  }

  /** Fulfilled as a fact of the case says; nobody is there to be asked for reasons. */
  public void fulfil(Instant at, String why) {
    appliesBecause("regime.automatic.fulfilled", at);
    lateReason = why == null ? lateReason : why;
    if (stageRank + 1 < rule.getStages().size()) {
      RegimeStage next = rule.stage(stageRank + 1);
      DeadlineMove.Clock before = new DeadlineMove.Clock(startAt, dueAt);
      stagesDone.add(
          new StageDone(stageCode, dueAt, internalTarget, at).because(lateReason, proofReference));
      lateReason = null;
      proofReference = null;
      enter(stageRank + 1, next.getCountedFrom() == CountedFrom.START_EVENT ? startAt : at);
      moved(DeadlineMove.Cause.NEXT_STAGE, before, null, Caller.SYSTEM, at);
    } else {
      satisfiedAt = at;
      correctedAt = null;
    }
    watch();
  }

  /** A fulfilment that facts take back, e.g. persons added to a list: the same clock runs again. */
  public void runsAgain(Caller author, Instant now) {
    if (!isSatisfied()) {
      return;
    }
    DeadlineMove.Clock before = new DeadlineMove.Clock(startAt, dueAt);
    satisfiedAt = null;
    lateReason = null;
    correctedAt = null;
    peopleTold = null;
    moved(DeadlineMove.Cause.RUNS_AGAIN, before, null, author, now);
    watch();
  }

  /** Takes the reasons of a delay that a corrected start has shown, as they were filed (BR-04). */
  public void explained(String why, Instant now) {
    lateReason = why;
    explainedAt = now;
  }

  /** Notes how many persons were told: who is exempt is treated without being told. */
  public void told(long people) {
    peopleTold = people;
  }

  /** Notes the number of a complaint, a receipt, a contract notice. */
  void proven(String reference) {
    if (reference.length() > PROOF_MAX) {
      throw RefusedException.at("proof", "regime.refused.tooLong", PROOF_MAX, reference.length());
    }
    proofReference = reference;
  }

  /** Looks again whether reminders and the desk should follow this clock. */
  void watch() {
    watched =
        !isSatisfied()
            && applicability != Applicability.DOES_NOT_APPLY
            && !incident.getState().isFinal();
  }

  /** Without its start nobody can tell whether a legal period was kept (BR-17). */
  void mustHaveStarted() {
    boolean legal =
        rule.stage(stageRank)
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
    return dueAt != null && at.isAfter(dueAt);
  }

  public boolean isApplicable() {
    return applicability == Applicability.APPLIES;
  }

  public boolean isUndetermined() {
    return applicability == Applicability.TO_DETERMINE;
  }

  public boolean isSatisfied() {
    return satisfiedAt != null;
  }

  /** Fulfilled after its deadline. */
  public boolean isSatisfiedLate() {
    return isSatisfied() && isLateAt(satisfiedAt);
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
    return correctedAt != null && isSatisfiedLate();
  }

  /**
   * The authority was not told why it was late: a complement has to (BR-04). What is fulfilled by
   * hand has no complement, and an internal target is never late for the law.
   */
  public boolean isDelayToExplain() {
    return isLateByCorrection()
        && !internalTarget
        && regime.isDoneElsewhere()
        && (explainedAt == null || explainedAt.isBefore(correctedAt));
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
    return stageRank;
  }

  public String getStageCode() {
    return stageCode;
  }

  public Applicability getApplicability() {
    return applicability;
  }

  public String getReason() {
    return reason;
  }

  public Long getDecidedBy() {
    return decidedBy;
  }

  public String getDecidedByName() {
    return decidedByName;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getStartAt() {
    return startAt;
  }

  public Instant getStageStartAt() {
    return stageStartAt;
  }

  /** The operational deadline: shown, alarmed and measured; null while the clock has no start. */
  public Instant getDueAt() {
    return dueAt;
  }

  /** The tolerance of Regulation 1182/71; null for an internal target. */
  public Instant getRegulatoryAt() {
    return regulatoryAt;
  }

  /** The figure is the house's own and must never be called a legal deadline (pitfall 29). */
  public boolean isInternalTarget() {
    return internalTarget;
  }

  public Instant getSatisfiedAt() {
    return satisfiedAt;
  }

  /** Null while the duty of art. 34 is not fulfilled. */
  public Long getPeopleTold() {
    return peopleTold;
  }

  public String getLateReason() {
    return lateReason;
  }

  public String getProofReference() {
    return proofReference;
  }

  public boolean isWatched() {
    return watched;
  }

  public List<DeadlineMove> getHistory() {
    return List.copyOf(history);
  }
}
