package fr.vigie.regime.web;

import fr.vigie.platform.web.Messages;
import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeRules;
import fr.vigie.regime.ReminderThreshold;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The part of /regime/rules.xhtml about reminders. */
@Named
@RequestScoped
public class RegimeThresholds {
  private static final String AGAIN = "/regime/rules?faces-redirect=true";

  @Inject RegimeRules rules;
  @Inject Messages messages;

  private List<ReminderThreshold> all;
  private Regime regime;
  private ReminderThreshold.Kind kind = ReminderThreshold.Kind.BEFORE_DUE;
  private Integer minutes;

  public List<ReminderThreshold> getAll() {
    if (all == null) {
      all = rules.thresholds();
    }
    return all;
  }

  public String add() {
    rules.addThreshold(regime, kind, minutes);
    messages.done("regime.done.threshold");
    return AGAIN;
  }

  public String turn(ReminderThreshold threshold) {
    rules.activate(threshold.getId(), !threshold.isActive());
    messages.done("regime.done.threshold");
    return AGAIN;
  }

  public Regime[] getRegimes() {
    return Regime.values();
  }

  public ReminderThreshold.Kind[] getKinds() {
    return ReminderThreshold.Kind.values();
  }

  public Regime getRegime() {
    return regime;
  }

  public void setRegime(Regime regime) {
    this.regime = regime;
  }

  public ReminderThreshold.Kind getKind() {
    return kind;
  }

  public void setKind(ReminderThreshold.Kind kind) {
    this.kind = kind;
  }

  public Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(Integer minutes) {
    this.minutes = minutes;
  }
}
