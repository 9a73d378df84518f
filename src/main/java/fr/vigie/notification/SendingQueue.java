package fr.vigie.notification;

import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Involvement;
import fr.vigie.investigation.AffectedPerson;
import fr.vigie.investigation.AffectedPersons;
import fr.vigie.investigation.PersonIdentity;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queue of messages: what a node takes to send, and what comes of it. */
@UseCase
public class SendingQueue {
  private static final Duration CLAIM = Duration.ofMinutes(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** No dialogue begins so late that another node might take its message meanwhile. */
  private static final Duration DIALOGUE = CLAIM.minusMinutes(2);

  private static final int BATCH = 50;

  @Inject MessageRepository messages;
  @Inject AffectedPersons affected;
  @Inject CaseFacts facts;
  @Inject PersonsDuty duty;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  /** A message ready to leave; in memory only. */
  public record Outgoing(
      Long id,
      Instant claimedAt,
      SenderAddress.Shown sender,
      String to,
      String subject,
      String text) {
    @Override
    public String toString() {
      return "Outgoing[" + id + "]";
    }
  }

  /** What the server's answer means. */
  public enum Result {
    ACCEPTED,
    /** The address is refused for good. */
    REFUSED,
    /** Surely not taken: later again. */
    NOT_GIVEN,
    /** Refused for now; a few times, then it counts as refused. */
    LATER,
    /** It broke off in the middle. */
    UNKNOWN
  }

  /** Asked often, so it is a plain reading: nothing is written to the trail for an empty queue. */
  @Requires(Permission.NOTIFICATION_READ)
  public boolean hasWork() {
    return acts.scope().everywhere() && messages.hasWork();
  }

  /** Takes as many as the pace allows; first, messages whose node is gone find their place. */
  @Requires(Permission.SYSTEM)
  public List<Outgoing> claim(int perMinute) {
    Instant now = clock.instant();
    messages.abandoned(now.minus(CLAIM), BATCH).forEach(PersonMessage::abandoned);
    int room = messages.room(perMinute, now.minus(MINUTE));
    List<Outgoing> outgoing = new ArrayList<>();
    for (PersonMessage message : messages.claim(Math.min(BATCH, room), now)) {
      prepare(message, outgoing);
    }
    acts.current().fact("messages", outgoing.size());
    return outgoing;
  }

  private void prepare(PersonMessage message, List<Outgoing> outgoing) {
    NotificationWave wave = message.getWave();
    AffectedPerson person = affected.person(wave.getScope(), message.getPersonId());
    PersonIdentity who = affected.names(wave.getInvolvement()).apply(person);
    MergedMessage merged =
        Merging.merge(wave.getTemplate(), facts.of(wave.getInvolvement()), person, who);
    if (!merged.isSendable() || who.email().isEmpty()) {
      message.unfit();
    } else {
      outgoing.add(
          new Outgoing(
              message.getId(),
              message.claimedAt(),
              wave.sender(),
              who.email(),
              merged.subject(),
              merged.text()));
    }
  }

  /**
   * Writes down that the dialogue is about to begin, before it does. Empty when the claim has run
   * out meanwhile: the message is another node's, or will be.
   */
  @Requires(Permission.SYSTEM)
  public Optional<String> begin(Outgoing outgoing) {
    PersonMessage message = messages.claimed(outgoing.id());
    if (!message.isClaimed(outgoing.claimedAt(), clock.instant().minus(DIALOGUE))) {
      return Optional.empty();
    }
    String id = "<" + outgoing.id() + "." + (message.getAttempts() + 1) + "@vigie>";
    message.dialogueBegins(
        Merging.masked(outgoing.to()),
        id,
        affected.fingerprint(
            message.getWave().getInvolvement(), outgoing.subject() + "\n" + outgoing.text()),
        clock.instant());
    acts.current().fact("message", outgoing.id());
    return Optional.of(id);
  }

  @Requires(Permission.SYSTEM)
  public void end(Long id, Result result) {
    PersonMessage message = messages.claimed(id);
    switch (result) {
      case ACCEPTED -> message.accepted(clock.instant());
      case REFUSED -> message.refused();
      case NOT_GIVEN -> message.notGiven();
      case LATER -> message.later();
      case UNKNOWN -> message.unknown();
    }
    acts.current().fact("message", id).fact("result", result);
  }

  /** After a batch: an address refused may undo what was done. */
  @Requires(Permission.SYSTEM)
  public void settled(Long anyMessageId) {
    Involvement controller = messages.claimed(anyMessageId).getWave().getInvolvement();
    duty.follow(controller);
    progress.refresh(controller.getIncident());
  }
}
