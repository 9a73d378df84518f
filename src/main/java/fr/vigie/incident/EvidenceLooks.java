package fr.vigie.incident;

import fr.vigie.incident.EvidenceLookRepository.Content;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which contents must be read again, and what was seen of them. A node takes some, reads them
 * outside any transaction ({@link EvidenceRound}), and writes down what it saw; when it dies in
 * between, another takes them once its lease ran out.
 */
@UseCase
public class EvidenceLooks {
  private static final Duration LEASE = Duration.ofHours(6);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int MOST = 500;

  @Inject EvidenceLookRepository looks;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  @Inject
  @ConfigProperty(name = "vigie.evidence.look-every", defaultValue = "P7D")
  Duration every = Duration.ofDays(7);

  /** What was seen of one content. */
  record Look(Content content, EvidenceSeal seen, Instant at) {}

  /**
   * @param bad pieces that are broken or missing
   * @param behind how long the longest waiting one is due; zero when none is
   */
  public record Figures(long bad, Duration behind) {}

  /** Asked often, so it is a plain reading: nothing is written to the trail for an empty queue. */
  @Requires(Permission.INCIDENT_READ)
  public boolean hasWork() {
    return acts.scope().everywhere() && looks.hasWork(clock.instant());
  }

  @Requires(Permission.INCIDENT_READ)
  public Figures figures() {
    if (!acts.scope().everywhere()) {
      return new Figures(0, Duration.ZERO);
    }
    Instant now = clock.instant();
    Duration behind =
        looks
            .nextDue()
            .filter(due -> due.isBefore(now))
            .map(due -> Duration.between(due, now))
            .orElse(Duration.ZERO);
    return new Figures(looks.countBad(), behind);
  }

  /** Takes contents that are due until they are so many bytes; at least one, however large. */
  @Requires(Permission.SYSTEM)
  List<Content> claim(long bytes) {
    Instant now = clock.instant();
    List<Content> taken = new ArrayList<>();
    long sum = 0;
    for (Content content : looks.due(now, MOST)) {
      if (!taken.isEmpty() && sum + content.size() > bytes) {
        break;
      }
      if (looks.claim(content, now, now.plus(LEASE))) {
        taken.add(content);
        sum += content.size();
      }
    }
    acts.current().fact("contents", taken.size()).fact("bytes", sum);
    return taken;
  }

  /** Writes down what was seen; each case is told once when a piece turns bad, or good again. */
  @Requires(Permission.SYSTEM)
  void note(List<Look> seen) {
    seen.forEach(this::note);
    acts.current()
        .fact("contents", seen.size())
        .fact("bad", seen.stream().filter(look -> look.seen().isBad()).count());
  }

  private void note(Look look) {
    Duration pause = look.seen() == EvidenceSeal.UNSEEN ? PAUSE : every;
    for (EvidenceFile piece : looks.of(look.content())) {
      if (piece.looked(look.seen(), look.at(), look.at().plus(pause))) {
        told.fire(
            new CaseActDone(
                piece.getIncident(),
                piece.getOrganisation(),
                "incident.journal.evidence." + look.seen(),
                List.of(piece.getShortHash()),
                look.at()));
      }
    }
  }
}
