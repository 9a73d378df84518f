package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Saying what the case is: its facts, whether it is real, whether it is a false alarm. */
@UseCase
public class Qualification {
  @Inject IncidentRepository incidents;
  @Inject CaseFile files;
  @Inject CaseProgress progress;
  @Inject JournalLines journal;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<FactsChanged> changed;
  @Inject Event<IncidentQualified> qualified;
  @Inject Event<IncidentClosed> closed;

  /**
   * Changes the facts, provided nobody else did since they were read.
   *
   * @param expectedVersion version of the case that the person has seen
   * @throws jakarta.persistence.OptimisticLockException when it moved on meanwhile
   */
  @Requires(Permission.INCIDENT_EDIT)
  public Incident describe(String reference, int expectedVersion, Facts facts) {
    Incident incident = subject(reference);
    incidents.lock(incident, expectedVersion);
    incident.describe(facts, clock.instant());
    changed.fire(new FactsChanged(incident));
    progress.refresh(incident);
    return incident;
  }

  @Requires(Permission.INCIDENT_QUALIFY)
  public Incident qualify(String reference, Moment when, String reason) {
    Incident incident = subject(reference);
    TimesPolicy.notFuture("qualified", when, clock.instant());
    TimesPolicy.text("reason", reason, 1, Incident.REASON_MAX);
    incident.qualify(when, reason);
    journal.tell(incident, "incident.journal.qualified");
    qualified.fire(new IncidentQualified(incident));
    changed.fire(new FactsChanged(incident));
    progress.refresh(incident);
    return incident;
  }

  /** Closes a false alarm, with its reason. */
  @Requires(Permission.INCIDENT_QUALIFY)
  public Incident reject(String reference, String reason) {
    Incident incident = subject(reference);
    TimesPolicy.text("reason", reason, 1, Incident.REASON_MAX);
    incident.reject(reason, clock.instant());
    journal.tell(incident, "incident.journal.rejected");
    closed.fire(new IncidentClosed(incident));
    return incident;
  }

  /**
   * Hands the case to a person who may read it.
   *
   * @param userId null: nobody follows it
   */
  @Requires(Permission.INCIDENT_EDIT)
  public Incident assign(String reference, Long userId) {
    Incident incident = subject(reference);
    if (userId != null
        && files.around(reference).stream().noneMatch(person -> person.id() == userId)) {
      throw RefusedException.at("owner", "incident.refused.notAround");
    }
    incident.assignTo(userId);
    acts.current().fact("owner", userId);
    return incident;
  }

  private Incident subject(String reference) {
    Incident incident = incidents.get(reference);
    acts.current().about("incident", incident.getReference(), incident.getRegion().getCode());
    return incident;
  }
}
