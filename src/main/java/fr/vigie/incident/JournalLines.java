package fr.vigie.incident;

import fr.vigie.platform.Acts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Puts lines into the journal of a case, in the name of whoever acts. */
@ApplicationScoped
public class JournalLines {
  @Inject IncidentRepository incidents;
  @Inject Acts acts;
  @Inject Clock clock;

  /** What happened to the whole case, for all who see it; names no controller. */
  void tell(Incident incident, String key) {
    add(incident, JournalEntry.Kind.SYSTEM, key, clock.instant(), null, Audiences.Place.EVERYBODY);
  }

  void done(@Observes CaseActDone act) {
    Audiences.Place place =
        act.controller() == null
            ? Audiences.Place.TEAM
            : new Audiences.Place(act.controller(), false);
    String text = new SystemLine(act.key(), act.arguments()).written();
    add(act.incident(), JournalEntry.Kind.SYSTEM, text, act.at(), null, place);
  }

  /** For the region's team only: what names another case, or was written freely. */
  void note(Incident incident, JournalEntry.Kind kind, String text) {
    add(incident, kind, text, clock.instant(), null, Audiences.Place.TEAM);
  }

  JournalEntry add(
      Incident incident,
      JournalEntry.Kind kind,
      String text,
      Instant eventAt,
      Long correctsId,
      Audiences.Place place) {
    JournalEntry entry =
        new JournalEntry(
            incident,
            kind,
            text,
            eventAt,
            clock.instant(),
            acts.caller().id(),
            acts.caller().displayName(),
            correctsId);
    entry.put(place);
    incidents.add(entry);
    return entry;
  }
}
