package fr.vigie.regime;

import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Saying whether a regime applies, and noting that a duty without a filing here is done. */
@UseCase
public class RegimeDeciding {
  /** Clocks of browsers and servers differ a little. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  /** A "no" is explained in more than a word: an authority may ask for it. */
  private static final int REASON_MIN = 20;

  @Inject RegimeRepository tracks;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  /**
   * @throws RefusedException without a reason for a "no", by another role than BR-06 asks for,
   *     against the risk that two persons decided, or after the duty was fulfilled
   */
  @Requires(Permission.REGIME_DECIDE)
  public RegimeTrack decide(Long trackId, Applicability answer, String reason) {
    RegimeTrack track = subject(trackId);
    if (!track.isForDecisionBy(acts.caller())) {
      throw RefusedException.at("applicability", track.getDecidersKey(), track.getDeciders());
    }
    String why = reason == null ? "" : reason.strip();
    if (answer == Applicability.DOES_NOT_APPLY && why.length() < REASON_MIN) {
      throw RefusedException.at("reason", "regime.refused.tooShort", REASON_MIN);
    }
    track.decide(answer, why, acts.caller(), clock.instant());
    acts.current().fact("applicability", answer);
    progress.refresh(track.getIncident());
    return track;
  }

  /**
   * Notes that a complaint was made, an insurer told: what has no filing of its own here.
   *
   * @param proof number of the complaint, of the receipt; may be blank
   */
  @Requires(Permission.REGIME_DECIDE)
  public RegimeTrack done(Long trackId, Instant at, String proof, String lateReason) {
    RegimeTrack track = subject(trackId);
    if (track.getRegime().isDoneElsewhere()) {
      throw new RefusedException("regime.refused.doneElsewhere");
    }
    if (at.isAfter(clock.instant().plus(TOLERANCE))) {
      throw RefusedException.at("at", "regime.refused.future");
    }
    String reference = proof == null ? "" : proof.strip();
    if (track.getRegime().isComplaint()) {
      ComplaintPolicy.check(reference);
    }
    track.mustHaveStarted();
    track.proven(reference);
    track.satisfied(at, lateReason);
    acts.current().fact("at", at);
    progress.refresh(track.getIncident());
    return track;
  }

  private RegimeTrack subject(Long trackId) {
    RegimeTrack track = tracks.get(trackId);
    Incident incident = track.getIncident();
    if (incident.getState().isFinal()) {
      throw new RefusedException("incident.refused.closed", incident.getReference());
    }
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("regime", track.getRegime())
        .fact("track", track.getId());
    return track;
  }
}
