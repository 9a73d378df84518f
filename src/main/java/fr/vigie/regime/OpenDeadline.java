package fr.vigie.regime;

import java.time.Instant;

/**
 * An open clock as a list shows it.
 *
 * @param controller name of the controller; null for a clock of the whole case
 * @param zone zone of the case's region
 */
public record OpenDeadline(
    Long trackId,
    String reference,
    String title,
    String regionCode,
    String zone,
    String controller,
    Regime regime,
    String stageCode,
    Applicability applicability,
    Instant dueAt,
    boolean internalTarget) {}
