package fr.vigie.declaration;

import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeRepository;
import fr.vigie.regime.RegimeTrack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The legal clock that a declaration stops. */
@ApplicationScoped
class Duties {
  @Inject RegimeRepository tracks;

  /** The operational deadline of the unit's duty, if its clock runs. */
  Optional<Instant> due(Declaration.Unit unit) {
    return clock(unit).map(RegimeTrack::getDueAt);
  }

  /** Stops the clock; late, the reasons are needed (BR-04). */
  void fulfilled(Declaration.Unit unit, Sending sending) {
    clock(unit).ifPresent(track -> track.satisfied(sending.at(), sending.lateReason()));
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
