package fr.vigie.regime.web;

import fr.vigie.platform.web.Show;
import fr.vigie.regime.Applicability;
import fr.vigie.regime.RegimeTrack;
import fr.vigie.regime.StartEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * What stands beside a countdown so that nobody takes it for more than it is: "sans délai" gives no
 * figure (domain.md, pitfall 29), and a regime may not apply at all.
 */
@Named
@ApplicationScoped
public class DeadlineNotes {
  @Inject Show show;

  /** The same for a clock, or for none. */
  public String of(RegimeTrack clock) {
    if (clock == null) {
      return "";
    }
    if (clock.isLateByCorrection()) {
      boolean aware = clock.getRule().getStartEvent() == StartEvent.CONTROLLER_AWARE;
      return show.text(aware ? "regime.note.lateAware" : "regime.note.lateCorrected");
    }
    return of(clock.getApplicability(), clock.isInternalTarget());
  }

  /** Empty for a legal deadline that applies. */
  public String of(Applicability applicability, boolean internalTarget) {
    return applicability.note(internalTarget).map(show::text).orElse("");
  }
}
