package fr.vigie.declaration;

import static fr.vigie.declaration.CaseSources.text;
import static fr.vigie.declaration.CaseSources.yesOrUnknown;

import fr.vigie.incident.CountTotal;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Knowledge;
import fr.vigie.platform.Texts;
import fr.vigie.reference.Organisation;
import fr.vigie.regime.Regime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What follows from who else takes part, and from what was declared elsewhere. */
final class PartySources {
  private final Texts words;

  PartySources(Texts words) {
    this.words = words;
  }

  void addTo(Map<String, Function<Basis, Optional<FieldValue>>> sources) {
    sources.put("case.parties", this::parties);
    sources.put("case.processors", basis -> text(names(basis.processors())));
    sources.put("case.coveredStructures", PartySources::covered);
    sources.put("case.discoveredBy", PartySources::discoveredBy);
    sources.put("case.discoveredHow", this::discoveredHow);
    sources.put("case.processorNotice", PartySources::processorNotice);
    sources.put("case.personCategories", PartySources::personCategories);
    sources.put("case.healthData", PartySources::healthData);
    sources.put("case.persons", PartySources::persons);
    sources.put("case.othersImpact", PartySources::othersImpact);
    sources.put("case.cnilNotified", basis -> yesOrUnknown(isSent(basis, DeclarationKind.CNIL)));
    sources.put("case.cnilNumbers", basis -> text(numbers(basis, DeclarationKind.CNIL)));
    sources.put("case.otherNotifications", PartySources::otherNotifications);
    sources.put("case.otherAuthorities", this::otherAuthorities);
  }

  /** Processors and joint controllers; of other hospitals' separate parts nothing is told. */
  private Optional<FieldValue> parties(Basis basis) {
    List<String> others =
        basis.parties().stream()
            .filter(party -> !party.equals(basis.involvement()))
            .filter(party -> party.getRole() != Involvement.Role.CONTROLLER)
            .map(party -> party(basis, party))
            .toList();
    if (!others.isEmpty()) {
      return text(String.join("\n", others));
    }
    return isProcessorUnnamed(basis)
        ? Optional.empty()
        : Optional.of(FieldValue.of(List.of(), Knowledge.NOT_APPLICABLE));
  }

  private String party(Basis basis, Involvement party) {
    String said =
        words.text(
            "declaration.prefill.party." + party.getRole(), party.getOrganisation().getName());
    boolean processor = party.getRole() == Involvement.Role.PROCESSOR;
    if (!processor || basis.involvement() == null) {
      return said;
    }
    boolean mandate = basis.involvement().isMandate();
    return said + words.text("declaration.prefill." + (mandate ? "mandate" : "noMandate"));
  }

  private static String names(List<Involvement> parties) {
    return parties.stream()
        .map(party -> party.getOrganisation().getName())
        .collect(Collectors.joining(", "));
  }

  private static Optional<FieldValue> covered(Basis basis) {
    if (basis.involvement() != null) {
      return text(basis.involvement().getOrganisation().getName());
    }
    return text(
        basis.controllers().stream()
            .map(party -> party.getOrganisation().getName())
            .collect(Collectors.joining("\n")));
  }

  private static boolean toldByProcessor(Basis basis) {
    return basis.involvement() != null && basis.involvement().getInformed().at().isPresent();
  }

  /** A processor told or knew, and nobody has said which one. */
  private static boolean isProcessorUnnamed(Basis basis) {
    return basis.processors().isEmpty()
        && (toldByProcessor(basis) || basis.incident().getProcessorAware().at().isPresent());
  }

  private static Optional<FieldValue> discoveredBy(Basis basis) {
    return toldByProcessor(basis) ? text("SOUS_TRAITANT") : Optional.empty();
  }

  private Optional<FieldValue> discoveredHow(Basis basis) {
    return toldByProcessor(basis) && !basis.processors().isEmpty()
        ? text(words.text("declaration.prefill.told", names(basis.processors())))
        : Optional.empty();
  }

  private static Optional<FieldValue> processorNotice(Basis basis) {
    if (toldByProcessor(basis)) {
      return text("OUI");
    }
    return basis.processors().isEmpty() && !isProcessorUnnamed(basis)
        ? text("NON")
        : Optional.empty();
  }

  private static Optional<FieldValue> personCategories(Basis basis) {
    boolean hospital =
        basis.declarant() != null && basis.declarant().getType() == Organisation.Type.ESTABLISHMENT;
    return hospital
        ? Optional.of(FieldValue.of(List.of("PATIENTS"), Knowledge.ESTIMATED))
        : Optional.empty();
  }

  private static Optional<FieldValue> healthData(Basis basis) {
    boolean named =
        basis.controllers().stream()
            .anyMatch(party -> party.getDataCategories().contains("S_SANTE"));
    return named ? text("OUI") : Optional.empty();
  }

  private static Optional<FieldValue> persons(Basis basis) {
    CountTotal total =
        CountTotal.of(basis.controllers().stream().map(Involvement::getPersons).toList());
    if (!total.hasNumber()) {
      return Optional.empty();
    }
    if (total.openParts() > 0) { // at least, and the likeliest; nobody knows how many at most
      return Optional.of(
          FieldValue.of(
              List.of(Long.toString(total.min()), Long.toString(total.likely())),
              Knowledge.ESTIMATED));
    }
    List<String> numbers =
        total.min() == total.max()
            ? List.of(Long.toString(total.likely()))
            : List.of(
                Long.toString(total.min()),
                Long.toString(total.likely()),
                Long.toString(total.max()));
    boolean sure = total.knowledge() == Knowledge.KNOWN;
    return Optional.of(FieldValue.of(numbers, sure ? Knowledge.KNOWN : Knowledge.ESTIMATED));
  }

  private static Optional<FieldValue> othersImpact(Basis basis) {
    return basis.controllers().size() > 1
        ? Optional.of(FieldValue.known("ETABLISSEMENTS"))
        : Optional.empty();
  }

  private static boolean isSent(Basis basis, DeclarationKind kind) {
    return !basis.sent(kind).isEmpty();
  }

  private static String numbers(Basis basis, DeclarationKind kind) {
    return basis.sent(kind).stream()
        .map(Declaration::getAcknowledgement)
        .collect(Collectors.joining(", "));
  }

  /** What the case knows of; that it knows of none does not say that there is none. */
  private static Optional<FieldValue> otherNotifications(Basis basis) {
    List<String> known = new ArrayList<>();
    Set<Regime> declared = basis.clocks().declared();
    if (isSent(basis, DeclarationKind.HEALTH) || declared.contains(Regime.SANTE_L1111_8_2)) {
      known.add("SANTE");
    }
    if (declared.contains(Regime.OSE) || declared.contains(Regime.NIS2)) {
      known.add("ANSSI");
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(FieldValue.known(known));
  }

  private Optional<FieldValue> otherAuthorities(Basis basis) {
    return isSent(basis, DeclarationKind.HEALTH)
        ? text(words.text("declaration.prefill.health", numbers(basis, DeclarationKind.HEALTH)))
        : Optional.empty();
  }
}
