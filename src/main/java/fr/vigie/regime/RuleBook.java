package fr.vigie.regime;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All approved versions of all regimes, and which of them counts: the one valid at the start event,
 * not the one of today (BR-16). A proposed or withdrawn version counts nowhere.
 */
record RuleBook(List<RegimeRule> rules) {
  RuleBook {
    rules = rules.stream().filter(RegimeRule::isApproved).toList();
  }

  /** A version together with the event that starts its clock. */
  record Started(RegimeRule rule, Instant start) {}

  Optional<RegimeRule> validOn(Regime regime, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.getRegime() == regime && rule.isValidOn(day))
        .findFirst();
  }

  /** The version in force when its own start event happened; empty while none has happened. */
  Optional<Started> started(Regime regime, Incident incident, Involvement part) {
    ZoneId zone = incident.zone();
    return rules.stream()
        .filter(rule -> rule.getRegime() == regime)
        .flatMap(
            rule ->
                rule.getStartEvent().of(incident, part).stream()
                    .filter(start -> rule.isValidOn(start.atZone(zone).toLocalDate()))
                    .map(start -> new Started(rule, start)))
        .findFirst();
  }
}
