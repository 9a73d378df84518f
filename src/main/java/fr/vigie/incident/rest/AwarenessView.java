package fr.vigie.incident.rest;

import fr.vigie.incident.Awareness;
import java.time.Instant;

/**
 * One proposal of when a controller became aware.
 *
 * @param previous what it replaces; absent at first
 * @param seen to be given back by who approves it
 */
public record AwarenessView(
    Awareness.State state,
    MomentView aware,
    Instant previous,
    String justification,
    Instant proposedAt,
    Instant approvedAt,
    String seen) {
  static AwarenessView of(Awareness awareness) {
    return new AwarenessView(
        awareness.getState(),
        MomentView.of(awareness.getAware()),
        awareness.getPreviousAt(),
        awareness.getJustification(),
        awareness.getProposedAt(),
        awareness.getApprovedAt(),
        awareness.seen());
  }
}
