package fr.vigie.accesslog;

import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Telling the intruder's work from the holder's, sitting by sitting, each with its reason
 * (domain.md §8.4: LEGITIMATE keeps its proof).
 */
@UseCase
public class Verdicts {
  @Inject AccessRepository logs;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /** All that was decided in a case, oldest first. */
  @Requires(Permission.ACCESSLOG_READ)
  public List<SittingVerdict> of(String reference) {
    return logs.verdicts(logs.incident(reference));
  }

  /**
   * Decides about sittings; every run of the case counts them so from now on, unless it found more
   * of a holder's sitting than was looked at.
   *
   * @param verdict {@code UNDECIDED} takes an earlier one back
   * @param reason kept with it
   */
  @Requires(Permission.ACCESSLOG_ACT)
  public int decide(
      String reference, Long runId, List<Long> sittingIds, Verdict verdict, String reason) {
    Incident incident = logs.incident(reference);
    incident.mustBeOpen();
    AccessRun run = logs.run(incident, runId);
    run.mustBeDone();
    if (verdict == null) {
      throw RefusedException.at("verdict", "accesslog.refused.verdict");
    }
    List<AccessSitting> chosen =
        logs.sittings(run).stream().filter(s -> sittingIds.contains(s.getId())).toList();
    if (chosen.isEmpty()) {
      throw RefusedException.at("sittings", "accesslog.refused.noSitting");
    }
    logs.deciding(incident);
    for (AccessSitting sitting : chosen) {
      SittingVerdict said =
          new SittingVerdict(incident, sitting, verdict, reason, acts.caller(), clock.instant());
      logs.add(said);
      logs.sittings(incident, sitting.getKey()).forEach(same -> same.hear(said));
    }
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("run", runId)
        .fact("sittings", chosen.size())
        .fact("verdict", verdict);
    told.fire(
        new CaseActDone(
            incident,
            null,
            "accesslog.journal.verdict." + verdict,
            List.of(String.valueOf(chosen.size())),
            clock.instant()));
    return chosen.size();
  }
}
