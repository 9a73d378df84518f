package fr.vigie.declaration;

import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Measure;
import fr.vigie.incident.MeasureRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Gathers today's facts for a declaration. */
@ApplicationScoped
class Bases {
  @Inject IncidentRepository incidents;
  @Inject DeclarationRepository declarations;
  @Inject MeasureRepository measures;
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
    return new Basis(
        unit,
        declaration.getType(),
        previous == null ? "" : previous.initialNumber(),
        incidents.allInvolvements(unit.incident()),
        sent,
        measures(unit),
        duties.clocks(unit, clock.instant()));
  }

  private Basis.Measures measures(Declaration.Unit unit) {
    List<Measure> all =
        measures.of(unit.incident()).stream().filter(measure -> concerns(measure, unit)).toList();
    return new Basis.Measures(
        words(all, Measure.Kind.IN_PLACE_BEFORE),
        words(all, Measure.Kind.TAKEN_AT_ONCE),
        words(all, Measure.Kind.PLANNED));
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
