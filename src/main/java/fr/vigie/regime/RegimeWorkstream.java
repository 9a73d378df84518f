package fr.vigie.regime;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the clocks say about a case: a regime nobody decided and a duty nobody fulfilled stand in
 * the way of closing (BR-07). The communication to persons is notification's to count.
 */
@ApplicationScoped
public class RegimeWorkstream implements Workstream {
  /** Undecided longer than this is pressing. */
  private static final Duration LONG_UNDECIDED = Duration.ofHours(12);

  private static final int MOST_NAMES = 3;

  @Inject RegimeRepository tracks;
  @Inject Clock clock;

  @Override
  public Step step() {
    return Step.DECLARATIONS;
  }

  @Override
  public Progress progress(Incident incident) {
    List<RegimeTrack> own = own(tracks.all(incident));
    List<RegimeTrack> concerned =
        own.stream().filter(track -> track.isApplicable() || track.isUndetermined()).toList();
    if (concerned.isEmpty()) {
      return own.isEmpty() ? Progress.NOT_STARTED : Progress.notConcerned();
    }
    long done = concerned.stream().filter(RegimeTrack::isSatisfied).count();
    boolean untouched = own.stream().allMatch(RegimeTrack::isUndetermined);
    return untouched
        ? new Progress(Progress.State.NOT_STARTED, 0, concerned.size())
        : Progress.of(done, concerned.size());
  }

  private static List<RegimeTrack> own(List<RegimeTrack> all) {
    return all.stream().filter(track -> track.getRegime() != Regime.RGPD_34).toList();
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<RegimeTrack> seen = tracks.of(incident);
    List<Pending> pending = new ArrayList<>();
    long delays = seen.stream().filter(RegimeTrack::isDelayToExplain).count();
    if (delays > 0) {
      pending.add(new Pending("regime.pending.delay", List.of(delays), "declarations", true));
    }
    counted(
            seen.stream()
                .filter(RegimeWorkstream::isOpen)
                .filter(track -> track.isApplicable() && !track.isSatisfied())
                .toList())
        .forEach((regime, found) -> pending.add(undone(regime, found)));
    List<RegimeTrack> undecided = seen.stream().filter(RegimeTrack::isUndetermined).toList();
    counted(undecided).forEach((regime, found) -> pending.add(undecided(regime, found)));
    long old = undecided.stream().filter(this::isLongUndecided).count();
    if (old > 0) {
      pending.add(
          0, new Pending("regime.pending.overdueDecision", List.of(old), "deadlines", false));
    }
    long unseen =
        tracks.all(incident).stream().filter(RegimeWorkstream::isOpen).count()
            - seen.stream().filter(RegimeWorkstream::isOpen).count();
    if (unseen > 0) {
      pending.add(new Pending("regime.pending.ofOthers", List.of(unseen), "deadlines", true));
    }
    return pending;
  }

  /** Undecided, applicable and not fulfilled, or late without the reasons it owes. */
  private static boolean isOpen(RegimeTrack track) {
    return track.isUndetermined()
        || track.isDelayToExplain()
        || (track.isApplicable() && !track.isSatisfied() && track.getRegime() != Regime.RGPD_34);
  }

  private boolean isLongUndecided(RegimeTrack track) {
    return track.getCreatedAt().plus(LONG_UNDECIDED).isBefore(clock.instant());
  }

  private static Map<Regime, List<RegimeTrack>> counted(List<RegimeTrack> some) {
    Map<Regime, List<RegimeTrack>> found = new EnumMap<>(Regime.class);
    some.forEach(
        track -> found.computeIfAbsent(track.getRegime(), any -> new ArrayList<>()).add(track));
    return found;
  }

  private static Pending undone(Regime regime, List<RegimeTrack> found) {
    return new Pending("regime.pending.undone." + regime, named(found), regime.tab(), true);
  }

  private static Pending undecided(Regime regime, List<RegimeTrack> found) {
    return new Pending("regime.pending.undecided." + regime, named(found), "deadlines", true)
        .by(regime.decider());
  }

  /** How many, and of whom where they are controllers' own: the caller sees their parts. */
  private static List<Object> named(List<RegimeTrack> found) {
    String whose =
        found.stream()
            .filter(track -> track.getInvolvement() != null)
            .map(track -> track.getInvolvement().getOrganisation().getName())
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
    String more = found.size() > MOST_NAMES ? ", …" : "";
    return List.of((long) found.size(), whose.isEmpty() ? "" : " (" + whose + more + ")");
  }
}
