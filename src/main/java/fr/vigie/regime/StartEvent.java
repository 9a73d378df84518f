package fr.vigie.regime;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What starts a clock. Each is a fact of its own (domain.md §0.2): detection is not awareness
 * (pitfall 1), and knowing of the attack is neither (BR-17).
 */
public enum StartEvent {
  FIRST_SIGNAL((incident, part) -> incident.getFirstSignal().at()),
  QUALIFIED((incident, part) -> incident.getQualified().at()),
  ATTACK_KNOWN((incident, part) -> incident.getAttackKnown().at()),
  PROCESSOR_AWARE((incident, part) -> incident.getProcessorAware().at()),
  CONTROLLER_INFORMED(
      (incident, part) -> part == null ? Optional.empty() : part.getInformed().at()),
  CONTROLLER_AWARE((incident, part) -> part == null ? Optional.empty() : part.getAware().at()),
  RISK_DECIDED_HIGH(
      (incident, part) ->
          part == null || part.getRisk() != Involvement.Risk.HIGH
              ? Optional.empty()
              : Optional.ofNullable(part.getRiskDecidedAt()));

  private final BiFunction<Incident, Involvement, Optional<Instant>> time;

  StartEvent(BiFunction<Incident, Involvement, Optional<Instant>> time) {
    this.time = time;
  }

  /** A decision, not a fact: taken again, it does not correct the clock of what was fulfilled. */
  boolean isDecision() {
    return this == RISK_DECIDED_HIGH;
  }

  /**
   * When it happened, if that is known.
   *
   * @param part the controller's part; null for a clock of the whole case
   */
  public Optional<Instant> of(Incident incident, Involvement part) {
    return time.apply(incident, part);
  }
}
