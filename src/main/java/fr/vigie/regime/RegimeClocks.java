package fr.vigie.regime;

import fr.vigie.incident.Awareness;
import fr.vigie.incident.BreachFound;
import fr.vigie.incident.FactsChanged;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentClosed;
import fr.vigie.incident.IncidentReported;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.InvolvementChanged;
import fr.vigie.incident.InvolvementWithdrawn;
import fr.vigie.platform.Acts;
import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Opens clocks and moves them as the facts of a case change, in the same transaction. */
@ApplicationScoped
public class RegimeClocks {
  @Inject RegimeRepository tracks;
  @Inject IncidentRepository incidents;
  @Inject Acts acts;
  @Inject Clock clock;

  void reported(@Observes IncidentReported event) {
    follow(event.incident());
  }

  void changed(@Observes FactsChanged event) {
    follow(event.incident());
  }

  void changed(@Observes InvolvementChanged event) {
    follow(event.involvement().getIncident());
  }

  /** What was set aside because nothing was breached is to be decided anew. */
  void found(@Observes BreachFound event) {
    Involvement part = event.involvement();
    tracks.all(part.getIncident()).stream()
        .filter(track -> part.equals(track.getInvolvement()))
        .forEach(track -> track.losesGround(part.getBreachReason()));
  }

  /** Clocks that a person decided on, or whose duty was fulfilled, keep the organisation there. */
  void withdrawn(@Observes InvolvementWithdrawn event) {
    Involvement part = event.involvement();
    List<RegimeTrack> all = tracks.all(part.getIncident());
    List<RegimeTrack> own =
        all.stream().filter(track -> part.equals(track.getInvolvement())).toList();
    if (own.stream().anyMatch(RegimeTrack::isSettledByAnybody)) {
      throw RefusedException.at("reason", "regime.refused.withdrawal");
    }
    tracks.remove(own);
    if (isLastProcessor(part)) {
      tracks.remove(
          all.stream()
              .filter(track -> track.getRegime() == Regime.RGPD_33_2 && !own.contains(track))
              .filter(track -> !track.isSettledByAnybody())
              .toList());
    }
  }

  /** Without a processor nobody owes the notice of art. 33(2). */
  private boolean isLastProcessor(Involvement part) {
    return !part.isController()
        && incidents.allInvolvements(part.getIncident()).stream()
            .noneMatch(other -> !other.isController() && !other.equals(part));
  }

  void closed(@Observes IncidentClosed event) {
    tracks.all(event.incident()).forEach(RegimeTrack::watch);
  }

  /** The parts of a case as the clocks need them. */
  private record Parts(Incident incident, List<Involvement> all) {
    boolean hasProcessor() {
      return all.stream().anyMatch(part -> !part.isController());
    }

    List<Involvement> controllers() {
      return all.stream().filter(Involvement::isController).toList();
    }
  }

  /** One clock's place: the case, or a part of it, under a regime. */
  private record Place(Long subject, Regime regime) {}

  private void follow(Incident incident) {
    RuleBook rules = tracks.rules();
    Parts parts = new Parts(incident, incidents.allInvolvements(incident));
    Map<Place, RegimeTrack> known = new HashMap<>();
    tracks
        .all(incident)
        .forEach(track -> known.put(new Place(subject(track), track.getRegime()), track));
    for (Regime regime : Regime.values()) {
      for (RegimeTrack track : places(regime, parts, rules, known)) {
        move(track, rules);
        conclude(track);
        track.watch();
      }
    }
  }

  private static Long subject(RegimeTrack track) {
    return track.getInvolvement() == null
        ? track.getIncident().getId()
        : track.getInvolvement().getId();
  }

  /** The clocks a regime has in this case, opened where one is missing. */
  private List<RegimeTrack> places(
      Regime regime, Parts parts, RuleBook rules, Map<Place, RegimeTrack> known) {
    List<RegimeTrack> found = new ArrayList<>();
    List<Involvement> subjects = new ArrayList<>(parts.controllers());
    subjects.add(null);
    for (Involvement part : subjects) {
      Long subject = part == null ? parts.incident().getId() : part.getId();
      RegimeTrack track = known.get(new Place(subject, regime));
      if (track == null) {
        track = open(regime, part, parts, rules).orElse(null);
      }
      if (track != null) {
        found.add(track);
      }
    }
    return found;
  }

  private Optional<RegimeTrack> open(Regime regime, Involvement part, Parts parts, RuleBook rules) {
    if (regime == Regime.RGPD_33_2 && !parts.hasProcessor()) {
      return Optional.empty();
    }
    Incident incident = parts.incident();
    RegimeLevel level = part == null ? RegimeLevel.PER_CASE : RegimeLevel.PER_CONTROLLER;
    Instant now = clock.instant();
    Optional<RegimeTrack> opened =
        rules
            .started(regime, incident, part)
            .map(RuleBook.Started::rule)
            .or(() -> rules.validOn(regime, now.atZone(incident.zone()).toLocalDate()))
            .filter(rule -> rule.isEnabled() && rule.getLevel() == level)
            .map(rule -> new RegimeTrack(incident, part, rule, now));
    opened.ifPresent(tracks::add);
    return opened;
  }

  private void move(RegimeTrack track, RuleBook rules) {
    Optional<RuleBook.Started> started =
        rules.started(track.getRegime(), track.getIncident(), track.getInvolvement());
    Instant start = started.map(RuleBook.Started::start).orElse(null);
    RegimeRule rule = started.map(RuleBook.Started::rule).orElse(track.getRule());
    if (!Objects.equals(start, track.getStartAt())) {
      track.startsAt(
          start, rule, why(rule, track.getInvolvement()), acts.caller(), clock.instant());
    }
  }

  /** What the author of a start said: the justification of the awareness, of the risk. */
  private String why(RegimeRule rule, Involvement part) {
    if (part == null) {
      return null;
    }
    return switch (rule.getStartEvent()) {
      case CONTROLLER_AWARE ->
          incidents.approvedAwareness(part).map(Awareness::getJustification).orElse(null);
      case RISK_DECIDED_HIGH -> part.getRiskReason();
      default -> null;
    };
  }

  /** What facts decided by the right people already say. */
  private void conclude(RegimeTrack track) {
    Involvement part = track.getInvolvement();
    if (part == null) {
      return;
    }
    if (track.getRegime() == Regime.RGPD_33_2 && part.getBreach() != Involvement.Breach.NO) {
      told(track, part.getInformed().at());
    }
    if (track.isSatisfied()) {
      return;
    }
    if (part.getBreach() == Involvement.Breach.NO) {
      setAside(track, part.getBreachReason());
      return;
    }
    switch (track.getRegime()) {
      case RGPD_33 -> ofRisk(track, part, Involvement.Risk.RISK);
      case RGPD_34 -> ofRisk(track, part, Involvement.Risk.HIGH);
      default -> {}
    }
  }

  /** The processor told the controller, or that fact was corrected or taken back (art. 33(2)). */
  private void told(RegimeTrack track, Optional<Instant> informed) {
    if (track.isSatisfied() && !informed.equals(Optional.of(track.getSatisfiedAt()))) {
      track.runsAgain(acts.caller(), clock.instant());
    }
    if (!track.isSatisfied() && track.getApplicability() != Applicability.DOES_NOT_APPLY) {
      informed.ifPresent(at -> track.fulfil(at, null));
    }
  }

  /** Risk decided under four eyes: at least {@code least}, the duty applies; below, it does not. */
  private void ofRisk(RegimeTrack track, Involvement part, Involvement.Risk least) {
    Involvement.Risk risk = part.getRisk();
    if (risk == Involvement.Risk.TO_DECIDE) {
      return;
    }
    if (risk.compareTo(least) >= 0) {
      track.appliesByRisk(clock.instant());
    } else {
      setAside(track, part.getRiskReason());
    }
  }

  /** A "does not apply" needs an author in the right role (BR-06); else it stays to be decided. */
  private void setAside(RegimeTrack track, String reason) {
    if (track.isUndetermined() && track.isForDecisionBy(acts.caller())) {
      track.decide(Applicability.DOES_NOT_APPLY, reason, acts.caller(), clock.instant());
    }
  }
}
