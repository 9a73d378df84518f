package fr.vigie.regime;

import fr.vigie.incident.IncidentRepository;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reading clocks: of a case, over all visible cases, and as figures for the nation. */
@UseCase
public class RegimeTracks {
  private static final Duration SOON = Duration.ofHours(24);

  @Inject RegimeRepository tracks;
  @Inject IncidentRepository incidents;
  @Inject Clock clock;

  @Requires(Permission.REGIME_READ)
  public List<RegimeTrack> of(String incidentReference) {
    return tracks.of(incidents.get(incidentReference));
  }

  /** One clock with its history. */
  @Requires(Permission.REGIME_READ)
  public RegimeTrack get(Long trackId) {
    RegimeTrack track = tracks.get(trackId);
    track.getHistory();
    return track;
  }

  /** The next open deadlines of all visible cases, the most pressing first. */
  @Requires(Permission.DESK_READ)
  public Page<OpenDeadline> atRisk(Page.Request request) {
    return tracks.open(request);
  }

  /** Per region, how many are overdue or due within 24 hours; never a case, never a name. */
  @Requires(Permission.NATIONAL_READ)
  public List<RegionDeadlines> byRegion() {
    Instant now = clock.instant();
    return tracks.byRegion(now, now.plus(SOON));
  }
}
