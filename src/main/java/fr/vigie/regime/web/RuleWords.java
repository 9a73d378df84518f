package fr.vigie.regime.web;

import fr.vigie.platform.web.Show;
import fr.vigie.regime.RegimeRule;
import fr.vigie.regime.RegimeStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How pages write a version of a rule, alone or beside the one that it would replace. */
@Named
@ApplicationScoped
public class RuleWords {
  @Inject Show show;

  /**
   * One line of a comparison.
   *
   * @param now what the version in force says; empty when there is none
   * @param then what the other version says
   */
  public record Line(String name, String now, String then) {
    public boolean isChanged() {
      return !now.equals(then);
    }
  }

  /** The days on which it holds. */
  public String days(RegimeRule rule) {
    return rule.getValidTo() == null
        ? show.text("regime.tab.ruleFrom", rule.getValidFrom())
        : show.text("regime.rules.span", rule.getValidFrom(), rule.getValidTo());
  }

  /** Its stages with their periods, in one line. */
  public String stages(RegimeRule rule) {
    return rule.getStages().stream()
        .map(stage -> show.text("regime.stage." + stage.getCode()) + " " + period(stage))
        .collect(Collectors.joining(", "));
  }

  private String period(RegimeStage stage) {
    if (stage.getAmount() == null) {
      return show.text("regime.rules.noPeriod");
    }
    return show.text(
        "regime.rules.period." + stage.getNature(),
        show.text("regime.period." + stage.getUnit(), stage.getAmount()));
  }

  /**
   * What a version says beside what the one in force says.
   *
   * @param now null when none is in force
   */
  public List<Line> compare(RegimeRule then, RegimeRule now) {
    List<Line> lines = new ArrayList<>();
    add(lines, "validFrom", then, now, rule -> day(rule.getValidFrom()));
    add(lines, "validTo", then, now, rule -> day(rule.getValidTo()));
    add(
        lines,
        "state",
        then,
        now,
        rule -> show.text("regime.rules." + (rule.isEnabled() ? "enabled" : "disabled")));
    add(lines, "level", then, now, rule -> show.text("regime.level." + rule.getLevel()));
    add(lines, "start", then, now, rule -> show.text("regime.start." + rule.getStartEvent()));
    add(lines, "stages", then, now, this::stages);
    add(lines, "recipient", then, now, RegimeRule::getRecipient);
    add(lines, "basis", then, now, RegimeRule::getLegalBasis);
    return lines;
  }

  private void add(
      List<Line> lines,
      String name,
      RegimeRule then,
      RegimeRule now,
      Function<RegimeRule, String> reading) {
    lines.add(
        new Line(
            show.text("regime.rules." + name),
            now == null ? "" : reading.apply(now),
            reading.apply(then)));
  }

  private String day(LocalDate day) {
    return show.text(day == null ? "regime.rules.noEnd" : "regime.rules.day", day);
  }
}
