package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The main courante of a case: append only. */
@UseCase
public class Journal {
  public static final int PAGE = 100;

  @Inject IncidentRepository incidents;
  @Inject Audiences audiences;
  @Inject JournalLines lines;
  @Inject Acts acts;
  @Inject Clock clock;

  @Requires(Permission.INCIDENT_READ)
  public List<JournalEntry> read(String reference, JournalEntry.Kind kind, int first) {
    return incidents.journal(incidents.get(reference), kind, first, PAGE);
  }

  /**
   * Writes a line down.
   *
   * @param eventAt when it happened, which may be long before now but not after
   * @param audience for whom; null leaves it to the region's team, or to the caller's own part
   */
  @Requires(Permission.JOURNAL_WRITE)
  public JournalEntry write(
      String reference, JournalEntry.Kind kind, String text, Instant eventAt, Audience audience) {
    if (kind == JournalEntry.Kind.SYSTEM || kind == JournalEntry.Kind.CORRECTION) {
      throw RefusedException.at("kind", "incident.refused.kindReserved");
    }
    Incident incident = incidents.get(reference);
    return append(incident, kind, text, eventAt, null, audience);
  }

  /**
   * Corrects a line by a new one that points to it (BR-15), for those for whom the line was. An
   * organisation's correction of a line for all stays in its own part.
   */
  @Requires(Permission.JOURNAL_WRITE)
  public JournalEntry correct(String reference, Long correctedId, String text) {
    Incident incident = incidents.get(reference);
    JournalEntry wrong =
        incidents
            .journalEntry(incident, correctedId)
            .orElseThrow(() -> new NotFoundException("JournalEntry", correctedId));
    return append(
        incident,
        JournalEntry.Kind.CORRECTION,
        text,
        wrong.getEventAt(),
        wrong.getId(),
        wrong.audience());
  }

  private JournalEntry append(
      Incident incident,
      JournalEntry.Kind kind,
      String text,
      Instant eventAt,
      Long correctsId,
      Audience audience) {
    TimesPolicy.text("text", text, 1, JournalEntry.TEXT_MAX);
    TimesPolicy.notFuture("eventAt", Moment.known(eventAt, incident.zone()), clock.instant());
    Audiences.Place place = audiences.place(incident, audience);
    JournalEntry entry = lines.add(incident, kind, text, eventAt, correctsId, place);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("entry", entry.getId());
    if (place.controller() != null) {
      acts.current().fact("controller", place.controller().getId());
    }
    return entry;
  }
}
