package fr.vigie.regime.web;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Texts;
import fr.vigie.platform.web.Messages;
import fr.vigie.regime.DeadlineUnit;
import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeLevel;
import fr.vigie.regime.RegimeRule;
import fr.vigie.regime.RegimeRules;
import fr.vigie.regime.StartEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** /regime/rules.xhtml: the law as data; {@code rule} in the address opens a version to follow. */
@Named
@RequestScoped
public class RegimeRulesPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  @Inject RegimeRules rules;
  @Inject Messages messages;
  @Inject Clock clock;

  @Inject
  @Param(name = "rule")
  Long ruleId;

  private List<RegimeRule> all;
  private RegimeRule chosen;
  private List<StageForm> stages;
  private String validFrom;
  private String validTo;
  private boolean enabled;
  private RegimeLevel level;
  private StartEvent startEvent;
  private String recipient;
  private String legalBasis;
  private String seen;
  private String withdrawalReason = "";
  private String refusalReason = "";

  public List<RegimeRule> getAll() {
    if (all == null) {
      all = rules.all();
    }
    return all;
  }

  public boolean isInForce(RegimeRule rule) {
    return rule.isApproved() && rule.isValidOn(LocalDate.ofInstant(clock.instant(), Texts.PARIS));
  }

  /** The version from which a new one is prepared, if the address names one. */
  public RegimeRule getChosen() {
    if (chosen == null && ruleId != null) {
      chosen = getAll().stream().filter(r -> r.getId().equals(ruleId)).findFirst().orElse(null);
      if (chosen != null) {
        stages = chosen.getStages().stream().map(StageForm::new).toList();
        enabled = chosen.isEnabled();
        level = chosen.getLevel();
        startEvent = chosen.getStartEvent();
        recipient = chosen.getRecipient();
        legalBasis = chosen.getLegalBasis();
      }
    }
    return chosen;
  }

  /** The version of the same regime that counts today; null when none does. */
  public RegimeRule getInForce() {
    return getAll().stream()
        .filter(rule -> rule.getRegime() == getChosen().getRegime() && isInForce(rule))
        .findFirst()
        .orElse(null);
  }

  public DeadlineUnit[] getUnits() {
    return DeadlineUnit.values();
  }

  public String propose() {
    Regime regime = getChosen().getRegime();
    rules.propose(
        regime,
        new RegimeRule.Content(
            day("validFrom", validFrom),
            day("validTo", validTo),
            enabled,
            level,
            startEvent,
            recipient,
            legalBasis,
            stages.stream().map(StageForm::stage).toList()));
    return done("regime.done.version", regime);
  }

  public String approve() {
    return done("regime.done.approved", rules.approve(ruleId, seen).getRegime());
  }

  public String refuse() {
    return done("regime.done.refused", rules.refuse(ruleId, seen, refusalReason).getRegime());
  }

  public String retract() {
    return done("regime.done.retracted", rules.retract(ruleId, seen).getRegime());
  }

  public boolean isToCome(RegimeRule rule) {
    return rule.isToCome(clock.instant());
  }

  public String proposeWithdrawal() {
    Regime regime = rules.proposeWithdrawal(ruleId, withdrawalReason).getRegime();
    return done("regime.done.withdrawal", regime);
  }

  public String approveWithdrawal() {
    return done("regime.done.withdrawn", rules.approveWithdrawal(ruleId, seen).getRegime());
  }

  private String done(String key, Regime regime) {
    messages.done(key, Texts.in(Faces.getLocale()).text("regime.name." + regime.name()));
    return "/regime/rules?faces-redirect=true";
  }

  /** The proposal as it is read; the form of the approval gives it back. */
  public String getSeen() {
    return getChosen() == null ? "" : getChosen().seen();
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public String getWithdrawalReason() {
    return withdrawalReason;
  }

  public void setWithdrawalReason(String withdrawalReason) {
    this.withdrawalReason = withdrawalReason;
  }

  public String getRefusalReason() {
    return refusalReason;
  }

  public void setRefusalReason(String refusalReason) {
    this.refusalReason = refusalReason;
  }

  private static LocalDate day(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip(), DAY);
    } catch (DateTimeParseException malformed) {
      throw RefusedException.at(field, "regime.refused.day", text);
    }
  }

  public StartEvent[] getStartEvents() {
    return StartEvent.values();
  }

  public List<StageForm> getStages() {
    getChosen();
    return stages;
  }

  public String getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(String validFrom) {
    this.validFrom = validFrom;
  }

  public String getValidTo() {
    return validTo;
  }

  public void setValidTo(String validTo) {
    this.validTo = validTo;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public RegimeLevel getLevel() {
    return level;
  }

  public void setLevel(RegimeLevel level) {
    this.level = level;
  }

  public StartEvent getStartEvent() {
    return startEvent;
  }

  public void setStartEvent(StartEvent startEvent) {
    this.startEvent = startEvent;
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public String getLegalBasis() {
    return legalBasis;
  }

  public void setLegalBasis(String legalBasis) {
    this.legalBasis = legalBasis;
  }
}
