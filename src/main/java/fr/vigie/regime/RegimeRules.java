package fr.vigie.regime;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The law as data: reading it, and laying a new version beside the old ones. */
@UseCase
public class RegimeRules {
  @Inject RegimeRepository rules;
  @Inject ReminderRepository reminders;
  @Inject Acts acts;
  @Inject Clock clock;

  /** All versions, of each regime the newest first. */
  @Requires(Permission.PARAMETER_READ)
  public List<RegimeRule> all() {
    return rules.rules().rules();
  }

  /**
   * Lays a new version. The open-ended version before it ends the day before; any other overlap is
   * refused. Running cases keep the version they have.
   */
  @Requires(Permission.PARAMETER_EDIT)
  public RegimeRule lay(Regime regime, RegimeRule.Content content) {
    text("recipient", content.recipient(), RegimeRule.RECIPIENT_MAX);
    text("legalBasis", content.legalBasis(), RegimeRule.BASIS_MAX);
    RegimeRule laid = new RegimeRule(regime, content, acts.caller().displayName(), clock.instant());
    List<RegimeRule> others =
        rules.rules().rules().stream().filter(rule -> rule.getRegime() == regime).toList();
    others.stream()
        .filter(rule -> rule.getValidTo() == null)
        .filter(rule -> rule.getValidFrom().isBefore(laid.getValidFrom()))
        .forEach(rule -> rule.endsOn(laid.getValidFrom().minusDays(1)));
    apart(laid, others);
    rules.add(laid);
    acts.current()
        .about("regimeRule", regime, "")
        .fact("validFrom", laid.getValidFrom())
        .fact("enabled", laid.isEnabled());
    return laid;
  }

  /** Ends a version, or takes its end away (null). */
  @Requires(Permission.PARAMETER_EDIT)
  public RegimeRule end(Long id, LocalDate lastDay) {
    RegimeRule rule = rules.rule(id);
    rule.endsOn(lastDay);
    apart(rule, rules.rules().rules());
    acts.current().about("regimeRule", rule.getRegime(), "").fact("validTo", lastDay);
    return rule;
  }

  private static void apart(RegimeRule rule, List<RegimeRule> others) {
    others.stream()
        .filter(other -> !other.equals(rule) && other.overlaps(rule))
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
