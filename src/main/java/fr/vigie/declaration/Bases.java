package fr.vigie.declaration;

import fr.vigie.containment.BlockingAccounts;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Measure;
import fr.vigie.incident.MeasureRepository;
import fr.vigie.platform.Texts;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Gathers today's facts for a declaration. */
@ApplicationScoped
class Bases {
  /** That is what the authorities read. */
  private static final Texts FRENCH = Texts.in(Locale.FRENCH);

  @Inject IncidentRepository incidents;
  @Inject DeclarationRepository declarations;
  @Inject MeasureRepository measures;
  @Inject BlockingAccounts accounts;
  @Inject Duties duties;
  @Inject Clock clock;

  Basis of(Declaration declaration) {
    Declaration.Unit unit = declaration.unit();
    List<Declaration> sent =
        declarations.all(unit.incident()).stream()
            .filter(Declaration::isSent)
            .filter(other -> concerns(other, unit))
            .toList();
    Declaration previous = declaration.getPrevious();
    List<Involvement> parties = incidents.allInvolvements(unit.incident());
    return new Basis(
        unit,
        declaration.getType(),
        previous == null ? "" : previous.initialNumber(),
        parties,
        sent,
        measures(unit, parties),
        duties.clocks(unit, clock.instant()));
  }

  private Basis.Measures measures(Declaration.Unit unit, List<Involvement> parties) {
    List<Measure> all =
        measures.of(unit.incident()).stream().filter(measure -> concerns(measure, unit)).toList();
    return new Basis.Measures(
        words(all, Measure.Kind.IN_PLACE_BEFORE),
        Stream.concat(blocked(unit, parties), words(all, Measure.Kind.TAKEN_AT_ONCE).stream())
            .toList(),
        words(all, Measure.Kind.PLANNED));
  }

  /** Accounts blocked with proof: not those of another controller, whose part is its own. */
  private Stream<String> blocked(Declaration.Unit unit, List<Involvement> parties) {
    List<Organisation> others =
        parties.stream()
            .filter(part -> unit.involvement() != null && part.isController())
            .map(Involvement::getOrganisation)
            .filter(controller -> !controller.equals(unit.declarant()))
            .toList();
    return accounts.proven(unit.incident(), owner -> !others.contains(owner)).stream()
        .map(
            blocked ->
                FRENCH.text(
                    "declaration.prefill.blocked",
                    blocked.count(),
                    blocked.last().atZone(unit.incident().zone())));
  }

  private static List<String> words(List<Measure> measures, Measure.Kind kind) {
    return measures.stream()
        .filter(measure -> measure.getKind() == kind)
        .map(Measure::getDescription)
        .toList();
  }

  /** A controller's declaration tells of its own filings and of those for the whole case only. */
  private static boolean concerns(Declaration other, Declaration.Unit unit) {
    return unit.involvement() == null
        || other.getInvolvement() == null
        || other.getInvolvement().equals(unit.involvement());
  }

  /** Of the measures, its own and those of the whole case. */
  private static boolean concerns(Measure measure, Declaration.Unit unit) {
    return unit.involvement() == null
        || measure.getOrganisation() == null
        || measure.getOrganisation().equals(unit.involvement().getOrganisation());
  }
}
