package fr.vigie.declaration;

import fr.vigie.reference.Organisation;
import fr.vigie.regime.Applicability;
import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeRepository;
import fr.vigie.regime.RegimeTrack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The legal clock that a declaration stops. */
@ApplicationScoped
class Duties {
  @Inject RegimeRepository tracks;

  /** What the clocks tell a declaration of this unit. */
  Basis.Clocks clocks(Declaration.Unit unit, Instant now) {
    Optional<RegimeTrack> persons =
        unit.involvement() == null
            ? Optional.empty()
            : tracks.settledByFacts(unit.involvement(), Regime.RGPD_34);
    return new Basis.Clocks(
        isLate(unit, now),
        persons.map(RegimeTrack::getApplicability).orElse(Applicability.TO_DETERMINE),
        persons.map(RegimeTrack::getSatisfiedAt).orElse(null),
        persons.map(RegimeTrack::getPeopleTold).orElse(null),
        hasComplained(unit),
        isOperator(unit),
        tracks(unit)
            .filter(RegimeTrack::isBegun)
            .map(RegimeTrack::getRegime)
            .collect(Collectors.toSet()));
  }

  /** Past the deadline of the law, at that time or when the duty was fulfilled. */
  boolean isLate(Declaration.Unit unit, Instant at) {
    return clock(unit)
        .filter(track -> !track.isInternalTarget())
        .filter(track -> track.isSatisfied() ? track.isSatisfiedLate() : track.isLateAt(at))
        .isPresent();
  }

  /** The unit's own clocks and the case's. */
  private Stream<RegimeTrack> tracks(Declaration.Unit unit) {
    return tracks.of(unit.incident()).stream()
        .filter(
            track ->
                track.getInvolvement() == null
                    || unit.involvement() == null
                    || unit.involvement().equals(track.getInvolvement()));
  }

  /**
   * The unit's own complaint, or the case's where it is a fact for this unit. That none is due does
   * not say that nobody complained.
   */
  private boolean hasComplained(Declaration.Unit unit) {
    return tracks(unit)
        .filter(track -> track.getRegime().isComplaint())
        .filter(track -> track.isFactFor(unit.involvement()))
        .anyMatch(RegimeTrack::isSatisfied);
  }

  /** A clock of the case is the case's lead's. */
  private boolean isOperator(Declaration.Unit unit) {
    Organisation declarant = unit.declarant();
    return tracks(unit)
        .filter(track -> track.getRegime() == Regime.OSE && track.isApplicable())
        .map(RegimeTrack::getInvolvement)
        .map(part -> part == null ? unit.incident().getLead() : part.getOrganisation())
        .anyMatch(operator -> operator != null && operator.equals(declarant));
  }

  /** Stops the clock; late, the reasons are needed (BR-04). */
  void fulfilled(Declaration declaration) {
    String reasons = declaration.delayReasons().orElse(null);
    clock(declaration.unit()).ifPresent(track -> track.satisfied(declaration.getSentAt(), reasons));
  }

  /** A complement gives the reasons of a delay that a corrected start has shown (BR-04). */
  void explained(Declaration declaration, Instant now) {
    Optional<String> reasons = declaration.delayReasons();
    clock(declaration.unit())
        .filter(RegimeTrack::isDelayToExplain)
        .ifPresent(track -> reasons.ifPresent(why -> track.explained(why, now)));
  }

  /** The controller's own clock; else, for the health portal, the case's. */
  Optional<RegimeTrack> clock(Declaration.Unit unit) {
    Regime regime = unit.kind() == DeclarationKind.CNIL ? Regime.RGPD_33 : Regime.SANTE_L1111_8_2;
    Optional<RegimeTrack> own = tracks.find(unit.incident(), unit.involvement(), regime);
    return own.isPresent() || unit.kind() == DeclarationKind.CNIL
        ? own
        : tracks.find(unit.incident(), null, regime);
  }
}
