package fr.vigie.notification;

import fr.vigie.incident.Involvement;
import fr.vigie.incident.InvolvementChanged;
import fr.vigie.investigation.ScopeRepository;
import fr.vigie.platform.Acts;
import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeRepository;
import fr.vigie.regime.RegimeTrack;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;

/**
 * The clock of art. 34 for a controller: fulfilled by the act that leaves nobody of the frozen list
 * untreated, and running again when a new list or a message that came back leaves somebody.
 */
@ApplicationScoped
public class PersonsDuty {
  /** After the clocks have moved by themselves, which comes at the usual place. */
  private static final int AFTER_CLOCKS = Interceptor.Priority.LIBRARY_AFTER;

  @Inject RegimeRepository tracks;
  @Inject ScopeRepository scopes;
  @Inject MessageRepository messages;
  @Inject Acts acts;
  @Inject Clock clock;

  /** A list frozen, a risk decided: both say so by this event. */
  void changed(@Observes @Priority(AFTER_CLOCKS) InvolvementChanged event) {
    follow(event.involvement());
  }

  /** Looks again; to be called at the end of an act that moves messages. */
  void follow(Involvement controller) {
    tracks
        .settledByFacts(controller, Regime.RGPD_34)
        .filter(RegimeTrack::isApplicable)
        .ifPresent(track -> settle(track, controller, everybodyTreated(controller)));
  }

  private void settle(RegimeTrack track, Involvement controller, boolean done) {
    if (done && !track.isSatisfied()) {
      track.fulfil(clock.instant(), null);
      scopes
          .frozen(controller)
          .ifPresent(version -> track.told(messages.told(controller, version.getId())));
    } else if (!done) {
      track.runsAgain(acts.caller(), clock.instant());
    }
  }

  private boolean everybodyTreated(Involvement controller) {
    messages.flush();
    return scopes
        .frozen(controller)
        .map(version -> messages.untreated(controller, version.getId()) == 0)
        .orElse(false);
  }
}
