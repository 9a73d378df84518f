package fr.vigie.regime;

import fr.vigie.identity.Role;
import fr.vigie.identity.User;
import fr.vigie.identity.UserRepository;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.Texts;
import fr.vigie.platform.UseCase;
import fr.vigie.platform.mail.Outbox;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reminds the people in charge of a clock, in the application and by mail, once per person, clock,
 * threshold and deadline, however many nodes look: who inserts the reminder's row owns it, and
 * alerts and mails are written in that same transaction.
 */
@UseCase
public class Reminding {
  private static final int BATCH = 200;

  @Inject ReminderRepository reminders;
  @Inject UserRepository users;
  @Inject Outbox outbox;
  @Inject Acts acts;
  @Inject Clock clock;

  /** What waits to be sent, some of each threshold. */
  @Requires(Permission.REGIME_READ)
  public List<ReminderRepository.Due> due() {
    if (!acts.scope().everywhere()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<ReminderRepository.Due> due = new ArrayList<>();
    reminders.thresholds().stream()
        .filter(ReminderThreshold::isActive)
        .forEach(threshold -> due.addAll(reminders.due(threshold, now, BATCH)));
    return due;
  }

  /** Sends one reminder, unless it was sent or is no longer needed; tells to how many people. */
  @Requires(Permission.SYSTEM)
  public int remind(ReminderRepository.Due due) {
    Instant now = clock.instant();
    Optional<RegimeTrack> track = reminders.track(due.trackId());
    Optional<ReminderThreshold> threshold = reminders.threshold(due.thresholdId());
    if (track.isEmpty() || threshold.isEmpty() || !threshold.get().isReached(track.get(), now)) {
      return 0;
    }
    Incident incident = track.get().getIncident();
    acts.current().about("incident", incident.getReference(), incident.getRegion().getCode());
    boolean overtaken =
        reminders.thresholds().stream()
            .anyMatch(other -> threshold.get().yieldsTo(other, track.get(), now));
    boolean told = reminders.wasTold(track.get(), threshold.get());
    List<User> people =
        reminders
            .claim(track.get(), threshold.get(), now)
            .filter(reminder -> !overtaken && !told)
            .map(reminder -> tell(reminder, track.get(), threshold.get(), now))
            .orElse(List.of());
    acts.current().fact("regime", track.get().getRegime()).fact("people", people.size());
    return people.size();
  }

  private List<User> tell(
      long reminder, RegimeTrack track, ReminderThreshold threshold, Instant now) {
    List<User> people = inCharge(track);
    Texts words = Texts.in(Locale.FRENCH);
    String kind = threshold.getKind().name();
    String reference = track.getIncident().getReference();
    String regime = words.text("regime.name." + track.getRegime().name());
    String when = words.instant(threshold.anchor(track), track.getIncident().zone());
    String place = track.getIncident().zone().getId();
    String nature =
        threshold.getKind() == ReminderThreshold.Kind.UNDETERMINED
            ? ""
            : track
                .getApplicability()
                .note(track.isInternalTarget())
                .map(key -> ", " + words.text(key))
                .orElse("");
    String subject = words.text("regime.mail.subject." + kind, reference, regime);
    String body =
        words.text(
            "regime.mail.body." + kind, reference, regime, when + " (" + place + ")" + nature);
    for (User person : people) {
      reminders.add(new Alert(reminder, track, threshold, person.getId(), now));
      if (person.getEmail() != null && !person.getEmail().isBlank()) {
        outbox.add("reminder:" + reminder + ":" + person.getId(), person.getEmail(), subject, body);
      }
    }
    return people;
  }

  /** The region's security officer, and of the organisation concerned the DPO and the director. */
  private List<User> inCharge(RegimeTrack track) {
    Incident incident = track.getIncident();
    Involvement part = track.getInvolvement();
    List<Long> organisations = new ArrayList<>();
    if (part != null) {
      organisations.add(part.getOrganisation().getId());
    } else if (incident.getLead() != null) {
      organisations.add(incident.getLead().getId());
    }
    return users.holders(
        List.of(Role.REGIONAL_CISO, Role.CONTROLLER_DPO, Role.DIRECTOR),
        incident.getRegion().getCode(),
        organisations);
  }
}
