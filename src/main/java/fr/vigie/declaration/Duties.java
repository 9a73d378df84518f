package fr.vigie.declaration;

import fr.vigie.incident.Answer;
import fr.vigie.regime.Applicability;
import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeRepository;
import fr.vigie.regime.RegimeTrack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        clock(unit).filter(track -> isLate(track, now)).isPresent(),
        persons.map(RegimeTrack::getApplicability).orElse(Applicability.TO_DETERMINE),
        persons.map(RegimeTrack::getSatisfiedAt).orElse(null),
        persons.map(RegimeTrack::getPeopleTold).orElse(null),
        complaint(unit));
  }

  private static boolean isLate(RegimeTrack track, Instant now) {
    return track.isSatisfied() ? track.isSatisfiedLate() : track.isLateAt(now);
  }

  /**
   * The unit's own complaint, or the case's where it is a fact for this unit; "no" only where
   * someone said that none is due.
   */
  private Answer complaint(Declaration.Unit unit) {
    List<RegimeTrack> complaints =
        tracks.of(unit.incident()).stream()
            .filter(track -> track.getRegime().isComplaint())
            .filter(track -> track.isFactFor(unit.involvement()))
            .toList();
    if (complaints.stream().anyMatch(RegimeTrack::isSatisfied)) {
      return Answer.YES;
    }
    boolean none =
        !complaints.isEmpty()
            && complaints.stream()
                .allMatch(track -> track.getApplicability() == Applicability.DOES_NOT_APPLY);
    return none ? Answer.NO : Answer.NOT_KNOWN_YET;
  }

  /** Stops the clock; late, the reasons are needed (BR-04). */
  void fulfilled(Declaration.Unit unit, Sending sending) {
    clock(unit).ifPresent(track -> track.satisfied(sending.at(), sending.lateReason()));
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
