package fr.vigie.regime;

import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of a regime's law or contract: when it holds, what starts its clock, its stages. A
 * version is never changed once approved, but for its last day; a new figure is a new version, and
 * running cases keep theirs (BR-16, pitfall 39). It counts in every region: what one person
 * proposes, another approves, and never for days gone by. Before its first day two persons may
 * withdraw it again.
 */
@Entity
@Table(name = "regime_rule")
public class RegimeRule extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int RECIPIENT_MAX = 200;
  public static final int BASIS_MAX = 400;

  /** Life of a version. */
  public enum State {
    PROPOSED,
    APPROVED,
    /** Approved, and taken back before it began: it never counts. */
    WITHDRAWN
  }

  /** A day begins first where clocks are 14 hours ahead of UTC. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  @Enumerated(EnumType.STRING)
  private Regime regime;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  private boolean enabled;

  @Enumerated(EnumType.STRING)
  @Column(name = "track_level")
  private RegimeLevel level;

  @Enumerated(EnumType.STRING)
  @Column(name = "start_event")
  private StartEvent startEvent;

  private String recipient;

  @Column(name = "legal_basis")
  private String legalBasis;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Enumerated(EnumType.STRING)
  private State state = State.PROPOSED;

  /** Null for what was delivered with the software. */
  @Column(name = "proposed_by")
  private Long proposedBy;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  /** The version without an end that the approval of this one ended; null when there was none. */
  @ManyToOne
  @JoinColumn(name = "ended_rule_id")
  private RegimeRule ended;

  /** Null when nobody proposed it. */
  @Embedded private RuleWithdrawal withdrawal;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "regime_stage", joinColumns = @JoinColumn(name = "rule_id"))
  @OrderColumn(name = "stage_rank")
  private List<RegimeStage> stages = new ArrayList<>();

  protected RegimeRule() {}

  /**
   * What a version says.
   *
   * @param validTo last day, included; null when it is not known
   */
  public record Content(
      LocalDate validFrom,
      LocalDate validTo,
      boolean enabled,
      RegimeLevel level,
      StartEvent startEvent,
      String recipient,
      String legalBasis,
      List<RegimeStage> stages) {
    public Content {
      stages = List.copyOf(stages);
    }
  }

  RegimeRule(Regime regime, Content content, Caller author, Instant now) {
    if (content.stages().isEmpty()) {
      throw new IllegalArgumentException("A regime has at least one stage");
    }
    inOrder(content.validFrom(), content.validTo());
    this.regime = regime;
    this.validFrom = content.validFrom();
    this.validTo = content.validTo();
    this.enabled = content.enabled();
    this.level = content.level();
    this.startEvent = content.startEvent();
    this.recipient = content.recipient();
    this.legalBasis = content.legalBasis();
    this.stages.addAll(content.stages());
    this.createdBy = author.displayName();
    this.proposedBy = author.id();
    this.createdAt = now;
  }

  /** Content of this version, as the start of a new one. */
  public Content content() {
    return new Content(
        validFrom, validTo, enabled, level, startEvent, recipient, legalBasis, stages);
  }

  /** From now on it counts, and the version without an end before it ends the day before. */
  void approve(Caller approver, Instant now) {
    if (state != State.PROPOSED) {
      throw new RefusedException("regime.refused.nothingProposed");
    }
    if (proposedBy == approver.id()) {
      throw new RefusedException("regime.refused.fourEyes");
    }
    mustNotStartBefore(now);
    state = State.APPROVED;
    approvedBy = approver.displayName();
    approvedAt = now;
  }

  /** No deadline of days gone by is judged by a rule that was not there (pitfall 39). */
  void mustNotStartBefore(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (validFrom.isBefore(today)) {
      throw RefusedException.at("validFrom", "regime.refused.past", today);
    }
  }

  /** Whether approving this ends the other, which had no end yet. */
  boolean follows(RegimeRule other) {
    return regime == other.regime && other.validTo == null && other.validFrom.isBefore(validFrom);
  }

  /** From its first day on this one counts in place of the other. */
  void ends(RegimeRule before) {
    before.validTo = validFrom.minusDays(1);
    ended = before;
  }

  /** Proposes that it shall never begin; a new proposal replaces one that waits. */
  void proposeWithdrawal(String reason, Caller author, Instant now) {
    mustNotHaveBegun(now);
    withdrawal = new RuleWithdrawal(reason, author);
  }

  /** It never begins, and what it had ended runs on. */
  void withdraw(Caller approver, Instant now) {
    mustNotHaveBegun(now);
    if (withdrawal == null) {
      throw new RefusedException("regime.refused.nothingWithdrawn");
    }
    withdrawal.approve(approver, now);
    state = State.WITHDRAWN;
    if (ended != null) {
      ended.validTo = null;
    }
  }

  /** Approved, and begun nowhere on Earth: no clock can have it. */
  public boolean isToCome(Instant now) {
    return state == State.APPROVED && validFrom.isAfter(LocalDate.ofInstant(now, EARLIEST));
  }

  private void mustNotHaveBegun(Instant now) {
    if (!isToCome(now)) {
      throw new RefusedException("regime.refused.notToCome");
    }
  }

  private static void inOrder(LocalDate from, LocalDate to) {
    if (from == null) {
      throw RefusedException.at("validFrom", "regime.refused.validFrom");
    }
    if (to != null && to.isBefore(from)) {
      throw RefusedException.at("validTo", "regime.refused.inverted", from);
    }
  }

  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  boolean overlaps(RegimeRule other) {
    return regime == other.regime
        && (validTo == null || !other.validFrom.isAfter(validTo))
        && (other.validTo == null || !validFrom.isAfter(other.validTo));
  }

  RegimeStage stage(int rank) {
    return stages.get(rank);
  }

  public Regime getRegime() {
    return regime;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public RegimeLevel getLevel() {
    return level;
  }

  public StartEvent getStartEvent() {
    return startEvent;
  }

  public String getRecipient() {
    return recipient;
  }

  public String getLegalBasis() {
    return legalBasis;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getCreatedBy() {
    return createdBy;
  }

  public boolean isProposed() {
    return state == State.PROPOSED;
  }

  Long getProposedBy() {
    return proposedBy;
  }

  /** Who proposed a version does not approve it. */
  public boolean isProposedBy(long person) {
    return proposedBy != null && proposedBy == person;
  }

  public boolean isApproved() {
    return state == State.APPROVED;
  }

  public boolean isWithdrawn() {
    return state == State.WITHDRAWN;
  }

  public boolean isWithdrawalWaiting() {
    return withdrawal != null && state == State.APPROVED;
  }

  /** Null when nobody proposed one. */
  public RuleWithdrawal getWithdrawal() {
    return withdrawal;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }

  public List<RegimeStage> getStages() {
    return List.copyOf(stages);
  }
}
