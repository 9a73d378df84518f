package fr.vigie.regime;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The law as data: reading it, proposing a new version beside the old ones and approving what
 * another person proposed, or taking it back before it begins; and the house's own reminders.
 */
@UseCase
public class RegimeRules {
  @Inject RegimeRepository rules;
  @Inject ReminderRepository reminders;
  @Inject Acts acts;
  @Inject Clock clock;

  /** All versions, of each regime the newest first; with those proposed. */
  @Requires(Permission.PARAMETER_READ)
  public List<RegimeRule> all() {
    return rules.versions();
  }

  /**
   * Proposes a version, in place of the one that waits for an approval. To end a regime, propose a
   * version that is not enabled. Nothing moves until another person approves.
   *
   * @throws RefusedException for a start in the past, or days that another version holds already
   */
  @Requires(Permission.LAW_PROPOSE)
  public RegimeRule propose(Regime regime, RegimeRule.Content content) {
    text("recipient", content.recipient(), RegimeRule.RECIPIENT_MAX);
    text("legalBasis", content.legalBasis(), RegimeRule.BASIS_MAX);
    RegimeRule proposal = new RegimeRule(regime, content, acts.caller(), clock.instant());
    proposal.mustNotStartBefore(clock.instant());
    mustFit(proposal);
    rules.dropProposed(regime);
    rules.add(proposal);
    return about(proposal);
  }

  /**
   * Approves what another person proposed. The open-ended version before it ends the day before;
   * running cases keep the version they have.
   *
   * @param seen the proposal as it was read
   */
  @Requires(Permission.LAW_APPROVE)
  public RegimeRule approve(Long id, String seen) {
    RegimeRule rule = rules.rule(id);
    rule.mustBeAsSeen(seen);
    mustFit(rule);
    rule.approve(acts.caller(), clock.instant());
    rules.rules().rules().stream().filter(rule::follows).forEach(rule::ends);
    return about(rule);
  }

  /**
   * Refuses what waits for an approval, for a reason that the trail keeps: it is there no more.
   *
   * @param seen the proposal as it was read
   */
  @Requires(Permission.LAW_APPROVE)
  public RegimeRule refuse(Long id, String seen, String reason) {
    RegimeRule rule = rules.rule(id);
    rule.mustBeAsSeen(seen);
    String why = reason == null ? "" : reason.strip();
    text("refusalReason", why, RuleWithdrawal.REASON_MAX);
    drop(rule);
    acts.current().fact("reason", why);
    return rule;
  }

  /** Takes back a proposal that nobody approved: it is there no more. */
  @Requires(Permission.LAW_PROPOSE)
  public RegimeRule retract(Long id, String seen) {
    RegimeRule rule = rules.rule(id);
    rule.mustBeAsSeen(seen);
    return drop(rule);
  }

  private RegimeRule drop(RegimeRule rule) {
    if (!rule.isProposed()) {
      throw new RefusedException("regime.refused.nothingProposed");
    }
    rules.dropProposed(rule.getRegime());
    return about(rule);
  }

  /**
   * Proposes that an approved version shall never begin. Nothing moves until another person
   * approves.
   *
   * @throws RefusedException for one that has begun, or before which a later one stands
   */
  @Requires(Permission.LAW_PROPOSE)
  public RegimeRule proposeWithdrawal(Long id, String reason) {
    RegimeRule rule = rules.rule(id);
    String why = reason == null ? "" : reason.strip();
    text("reason", why, RuleWithdrawal.REASON_MAX);
    mustBeTheLast(rule);
    rule.proposeWithdrawal(why, acts.caller(), clock.instant());
    return about(rule);
  }

  /**
   * Approves the withdrawal that another person proposed: the version that it had ended runs on.
   *
   * @param seen the version as it was read, with its proposed withdrawal
   */
  @Requires(Permission.LAW_APPROVE)
  public RegimeRule approveWithdrawal(Long id, String seen) {
    RegimeRule rule = rules.rule(id);
    rule.mustBeAsSeen(seen);
    mustBeTheLast(rule);
    rule.withdraw(acts.caller(), clock.instant());
    return about(rule);
  }

  /** What a later version had ended must not begin to overlap it. */
  private void mustBeTheLast(RegimeRule rule) {
    rules.rules().rules().stream()
        .filter(other -> other.getRegime() == rule.getRegime())
        .filter(other -> other.getValidFrom().isAfter(rule.getValidFrom()))
        .findFirst()
        .ifPresent(
            later -> {
              throw new RefusedException("regime.refused.laterFirst", later.getValidFrom());
            });
  }

  private RegimeRule about(RegimeRule rule) {
    acts.current()
        .about("regimeRule", rule.getRegime(), "")
        .fact("validFrom", rule.getValidFrom())
        .fact("validTo", rule.getValidTo())
        .fact("enabled", rule.isEnabled());
    rule.getStages().stream()
        .filter(stage -> stage.getAmount() != null)
        .forEach(
            stage ->
                acts.current().fact(stage.getCode(), stage.getAmount() + " " + stage.getUnit()));
    return rule;
  }

  private void mustFit(RegimeRule rule) {
    rules.rules().rules().stream()
        .filter(other -> !other.equals(rule) && other.overlaps(rule) && !rule.follows(other))
        .findFirst()
        .ifPresent(
            other -> {
              throw RefusedException.at(
                  "validFrom", "regime.refused.overlap", other.getValidFrom());
            });
  }

  private static void text(String field, String text, int most) {
    if (text.isBlank()) {
      throw RefusedException.at(field, "regime.refused.empty");
    }
    if (text.length() > most) {
      throw RefusedException.at(field, "regime.refused.tooLong", most, text.length());
    }
  }

  @Requires(Permission.PARAMETER_READ)
  public List<ReminderThreshold> thresholds() {
    return reminders.thresholds();
  }

  @Requires(Permission.PARAMETER_EDIT)
  public ReminderThreshold addThreshold(Regime regime, ReminderThreshold.Kind kind, int minutes) {
    boolean there =
        reminders.thresholds().stream()
            .anyMatch(
                known ->
                    known.getRegime() == regime
                        && known.getKind() == kind
                        && known.getMinutes() == minutes);
    if (there) {
      throw RefusedException.at("minutes", "regime.refused.thresholdTwice");
    }
    ReminderThreshold threshold = new ReminderThreshold(regime, kind, minutes);
    reminders.add(threshold);
    return about(threshold);
  }

  /** Stops a reminder or takes it up again; what went out stays written. */
  @Requires(Permission.PARAMETER_EDIT)
  public ReminderThreshold activate(Long id, boolean wanted) {
    ReminderThreshold threshold =
        reminders
            .threshold(id)
            .orElseThrow(() -> new fr.vigie.platform.NotFoundException("ReminderThreshold", id));
    threshold.activate(wanted);
    return about(threshold);
  }

  private ReminderThreshold about(ReminderThreshold threshold) {
    acts.current()
        .about("reminderThreshold", threshold.getRegime(), "")
        .fact("kind", threshold.getKind())
        .fact("minutes", threshold.getMinutes())
        .fact("active", threshold.isActive());
    return threshold;
  }
}
