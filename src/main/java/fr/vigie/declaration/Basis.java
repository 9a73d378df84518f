package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.reference.Organisation;
import fr.vigie.regime.Applicability;
import fr.vigie.regime.Regime;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The facts on which a declaration rests, at one time.
 *
 * @param unit who declares, about which case, to whom
 * @param parties every organisation's part in the case
 * @param sent declarations of the case that left already
 * @param measures what was done about it
 * @param clocks what the legal clocks say
 */
record Basis(
    Declaration.Unit unit,
    DeclarationType type,
    String previousNumber,
    List<Involvement> parties,
    List<Declaration> sent,
    Measures measures,
    Clocks clocks) {

  /**
   * What the legal clocks say of duties that are fulfilled elsewhere.
   *
   * @param late the unit's own duty is past its deadline, or was fulfilled after it
   * @param persons whether the persons are to be told (art. 34), as the DPO decided
   * @param toldAt when all were treated; null before
   * @param told how many persons were told by then; null before
   * @param complained a complaint was filed; false says that none is known, not that there is none
   * @param operator the declaring organisation's own duty as an operator of essential services was
   *     decided to apply; false says nothing: the duty may not apply to an operator, too
   * @param declared regimes of which at least the first duty is fulfilled
   */
  record Clocks(
      boolean late,
      Applicability persons,
      Instant toldAt,
      Long told,
      boolean complained,
      boolean operator,
      Set<Regime> declared) {
    static final Clocks NONE =
        new Clocks(false, Applicability.TO_DETERMINE, null, null, false, false, Set.of());

    Clocks {
      declared = Set.copyOf(declared);
    }

    boolean someWereTold() {
      return toldAt != null && told != null && told > 0;
    }
  }

  /** Measures in words, as the case holds them. */
  record Measures(List<String> before, List<String> taken, List<String> planned) {
    static final Measures NONE = new Measures(List.of(), List.of(), List.of());
  }

  Incident incident() {
    return unit.incident();
  }

  Involvement involvement() {
    return unit.involvement();
  }

  Organisation declarant() {
    return unit.declarant();
  }

  /** The unit's own part; of the whole case, every controller's. */
  List<Involvement> declaring() {
    return involvement() == null ? controllers() : List.of(involvement());
  }

  List<Involvement> controllers() {
    return parties.stream().filter(Involvement::isController).toList();
  }

  List<Involvement> processors() {
    return parties.stream().filter(party -> !party.isController()).toList();
  }

  List<Declaration> sent(DeclarationKind kind) {
    return sent.stream().filter(declaration -> declaration.getKind() == kind).toList();
  }
}
