package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Ending a case when nothing stands in the way (BR-07), merging doubles, reopening. */
@UseCase
public class Closing {
  @Inject IncidentRepository incidents;
  @Inject CaseProgress progress;
  @Inject JournalLines journal;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<IncidentClosed> closed;
  @Inject Event<IncidentReopened> reopened;
  @Inject Event<FactsChanged> changed;

  /** What stands in the way, as far as it is the caller's to know. */
  @Requires(Permission.INCIDENT_READ)
  public List<Workstream.Pending> obstacles(String reference) {
    return blocking(progress.pendingFor(incidents.get(reference), incidents::rowsToRead));
  }

  private static List<Workstream.Pending> blocking(List<Workstream.Pending> pending) {
    return pending.stream().filter(Workstream.Pending::blocksClosing).toList();
  }

  /** Whether closing this case is the caller's business: of one part of it, it is not. */
  @Requires(Permission.INCIDENT_READ)
  public boolean mayClose(String reference) {
    return incidents.rows().seesWhole(incidents.get(reference));
  }

  /**
   * Closes the whole case.
   *
   * @throws RefusedException naming how many obstacles remain, or when the caller runs only a part
   *     of the case
   */
  @Requires(Permission.INCIDENT_CLOSE)
  public Incident close(String reference, String note) {
    Incident incident = subject(reference);
    TimesPolicy.text("note", note, 1, Incident.REASON_MAX);
    if (!incidents.rows().seesWhole(incident)) {
      throw new RefusedException("incident.refused.notWhole", incident.getReference());
    }
    List<Workstream.Pending> obstacles = blocking(progress.pending(incident));
    if (!obstacles.isEmpty()) {
      throw new RefusedException("incident.refused.obstacles", obstacles.size());
    }
    incident.close(note, clock.instant());
    journal.tell(incident, "incident.journal.closed");
    closed.fire(new IncidentClosed(incident));
    return incident;
  }

  /** Opens a closed, rejected or merged case again, with its reason in the journal. */
  @Requires(Permission.INCIDENT_QUALIFY)
  public Incident reopen(String reference, String reason) {
    Incident incident = subject(reference);
    TimesPolicy.text("reason", reason, 1, Incident.REASON_MAX);
    incident.reopen();
    journal.tell(incident, "incident.journal.reopened");
    journal.note(incident, JournalEntry.Kind.DECISION, reason);
    reopened.fire(new IncidentReopened(incident));
    changed.fire(new FactsChanged(incident));
    progress.refresh(incident);
    return incident;
  }

  /** Declares a case a double of another; both journals say so. */
  @Requires(Permission.INCIDENT_QUALIFY)
  public Incident mergeInto(String reference, String other) {
    Incident incident = subject(reference);
    Incident kept = incidents.get(other);
    kept.mustBeOpen();
    incident.mergeInto(kept, clock.instant());
    acts.current().fact("into", kept.getReference());
    journal.tell(incident, "incident.journal.merged");
    journal.note(
        incident, JournalEntry.Kind.SYSTEM, "incident.journal.mergedInto " + kept.getReference());
    journal.note(
        kept, JournalEntry.Kind.SYSTEM, "incident.journal.mergedFrom " + incident.getReference());
    closed.fire(new IncidentClosed(incident));
    return kept;
  }

  private Incident subject(String reference) {
    Incident incident = incidents.get(reference);
    acts.current().about("incident", incident.getReference(), incident.getRegion().getCode());
    return incident;
  }
}
