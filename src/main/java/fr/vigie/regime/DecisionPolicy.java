package fr.vigie.regime;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import fr.vigie.reference.Organisation;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who decides whether a regime applies (BR-06), and what no one person decides alone (BR-11).
 *
 * @param part the controller's part; null for the whole case
 */
record DecisionPolicy(Regime regime, Incident incident, Involvement part) {

  /**
   * What two persons decided of the risk, one does not undo (BR-11): art. 34 applies at a high
   * risk, and art. 33 unless the risk was decided as unlikely or nothing was breached.
   */
  void noMustNotContradictRisk() {
    if (noContradictsRisk()) {
      throw RefusedException.at("applicability", "regime.refused.risk." + regime);
    }
  }

  boolean noContradictsRisk() {
    if (part == null || part.getBreach() == Involvement.Breach.NO) {
      return false;
    }
    Involvement.Risk risk = part.getRisk();
    return switch (regime) {
      case RGPD_33 -> risk != Involvement.Risk.NONE;
      case RGPD_34 -> risk == Involvement.Risk.HIGH;
      default -> false;
    };
  }

  /** Whether this person's role, over the controller, the case's lead or the region, decides. */
  boolean isFor(Caller caller) {
    RowScope rows = caller.scope(regime.decider());
    return rows.everywhere()
        || rows.regions().contains(incident.getRegion().getCode())
        || organisations().anyMatch(own -> rows.organisations().contains(own.getId()));
  }

  private Stream<Organisation> organisations() {
    return Stream.of(incident.getLead(), part == null ? null : part.getOrganisation())
        .filter(Objects::nonNull);
  }

  String deciders() {
    return organisations().map(Organisation::getName).distinct().collect(Collectors.joining(" / "));
  }

  String decidersKey() {
    String key = "regime.refused.role." + regime.decider();
    return deciders().isEmpty() ? key + ".none" : key;
  }
}
