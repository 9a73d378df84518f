package fr.vigie.declaration;

import static fr.vigie.declaration.CaseSources.text;

import fr.vigie.incident.Involvement;
import fr.vigie.incident.Knowledge;
import fr.vigie.regime.Applicability;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the persons were told (art. 34): what was done first, as the clock of that duty keeps it,
 * then what the risk makes due.
 */
final class PersonsSources {
  private PersonsSources() {}

  static void addTo(Map<String, Function<Basis, Optional<FieldValue>>> sources) {
    Map.<String, Function<Basis, Optional<FieldValue>>>of(
            "controller.personsInformed", PersonsSources::informed,
            "controller.informedAt", PersonsSources::informedAt,
            "controller.informedCount", PersonsSources::informedCount,
            "controller.notInformed", PersonsSources::notInformed)
        .forEach(
            (name, reading) ->
                sources.put(
                    name,
                    basis ->
                        basis.involvement() == null ? Optional.empty() : reading.apply(basis)));
  }

  private static boolean isExempt(Basis basis) {
    return basis.clocks().persons() == Applicability.DOES_NOT_APPLY
        || (basis.clocks().toldAt() != null && !basis.clocks().someWereTold());
  }

  private static Optional<FieldValue> informed(Basis basis) {
    if (basis.clocks().someWereTold()) {
      return text("OUI");
    }
    return switch (basis.involvement().getRisk()) {
      case HIGH -> text(isExempt(basis) ? "NON_NE_LE_SERONT_PAS" : "NON_MAIS_LE_SERONT");
      case RISK, NONE -> text("NON_NE_LE_SERONT_PAS");
      case TO_DECIDE -> Optional.empty();
    };
  }

  /** To the minute, as people type and read times: a form that is saved unchanged says the same. */
  private static Optional<FieldValue> informedAt(Basis basis) {
    return basis.clocks().someWereTold()
        ? text(basis.clocks().toldAt().truncatedTo(ChronoUnit.MINUTES).toString())
        : Optional.empty();
  }

  private static Optional<FieldValue> informedCount(Basis basis) {
    return basis.clocks().someWereTold()
        ? text(basis.clocks().told().toString())
        : Optional.empty();
  }

  /** Which exemption of art. 34(3) holds, a person says. */
  private static Optional<FieldValue> notInformed(Basis basis) {
    if (basis.clocks().someWereTold()) {
      return notApplicable();
    }
    Involvement.Risk risk = basis.involvement().getRisk();
    return switch (risk) {
      case HIGH -> isExempt(basis) ? Optional.empty() : notApplicable();
      case RISK, NONE -> text("PAS_DE_RISQUE_ELEVE");
      case TO_DECIDE -> text("EN_COURS_D_EXAMEN");
    };
  }

  private static Optional<FieldValue> notApplicable() {
    return Optional.of(FieldValue.of(List.of(), Knowledge.NOT_APPLICABLE));
  }
}
