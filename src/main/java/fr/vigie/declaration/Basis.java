package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.reference.Organisation;
import java.time.Instant;
import java.util.List;

/**
 * The facts on which a declaration rests, at one time.
 *
 * @param unit who declares, about which case, to whom
 * @param parties every organisation's part in the case
 * @param sent declarations of the case that left already
 * @param measures what was done about it
 * @param dueAt operational deadline, or null when none runs
 */
record Basis(
    Declaration.Unit unit,
    DeclarationType type,
    String previousNumber,
    List<Involvement> parties,
    List<Declaration> sent,
    Measures measures,
    Instant dueAt,
    Instant now) {

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
    return involvement() == null ? incident().getLead() : involvement().getOrganisation();
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
