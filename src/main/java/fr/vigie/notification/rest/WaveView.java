package fr.vigie.notification.rest;

import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.NotificationWave;
import java.util.Map;
import java.util.stream.Collectors;

/** One wave: messages by state, and held ones by reason. */
public record WaveView(
    String id,
    int number,
    NotificationWave.State state,
    long total,
    long treated,
    Map<String, Long> byState,
    Map<String, Long> heldFor) {

  static WaveView of(NotificationFile.WaveFigures figures) {
    return new WaveView(
        figures.wave().getId().toString(),
        figures.wave().getNumber(),
        figures.wave().getState(),
        figures.getTotal(),
        figures.getTreated(),
        named(figures.counts()),
        named(figures.held()));
  }

  private static <E extends Enum<E>> Map<String, Long> named(Map<E, Long> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }
}
