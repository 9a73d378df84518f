package fr.vigie.notification.rest;

import fr.vigie.notification.Delivery;
import fr.vigie.notification.HeldFor;
import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.NotificationWave;
import fr.vigie.notification.ProposedExemption;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One wave: messages by state, and held ones by reason.
 *
 * @param exemption what waits for a second person, or null
 * @param seen to be given back by who decides about it
 */
public record WaveView(
    String id,
    int number,
    NotificationWave.State state,
    long total,
    long treated,
    Map<String, Long> byState,
    Map<String, Long> heldFor,
    Exemption exemption,
    String seen) {

  /** That so many messages in a state, held for a reason, be replaced by no word at all. */
  public record Exemption(
      Delivery from, HeldFor heldFor, int messages, String reason, Instant proposedAt) {
    static Exemption of(ProposedExemption proposed) {
      return proposed == null
          ? null
          : new Exemption(
              proposed.getFrom(),
              proposed.getHeldFor(),
              proposed.getCount(),
              proposed.getReason(),
              proposed.getProposedAt());
    }
  }

  static WaveView of(NotificationFile.WaveFigures figures) {
    return new WaveView(
        figures.wave().getId().toString(),
        figures.wave().getNumber(),
        figures.wave().getState(),
        figures.getTotal(),
        figures.getTreated(),
        named(figures.counts()),
        named(figures.held()),
        Exemption.of(figures.wave().getExemption()),
        figures.wave().seen());
  }

  private static <E extends Enum<E>> Map<String, Long> named(Map<E, Long> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }
}
