package fr.vigie.investigation;

import fr.vigie.accesslog.NamedPatients;
import fr.vigie.accesslog.NamedPatients.Named;
import java.util.Optional;

/**
 * Takes from a controller's extract only whom the access logs name, at the level that the lines
 * prove. What the intruder may have shown, where nobody has decided whose work it was, is {@code
 * EXPOSED}: it belongs to the upper bound (domain.md §8.4).
 */
final class LogsJoin {
  private final NamedPatients.Lookup named;

  /**
   * @param named null takes every line as it is
   */
  LogsJoin(NamedPatients.Lookup named) {
    this.named = named;
  }

  /**
   * Whether a line with that patient number is taken at all: others are not even kept as rejected.
   */
  boolean concerns(String number) {
    return named == null || !number.isEmpty() && named.find(number).isPresent();
  }

  PersonLine at(PersonLine line) {
    if (named == null) {
      return line;
    }
    Optional<Named> known = named.find(line.identity().ipp());
    return known.map(said -> line.at(level(said))).orElse(line);
  }

  private static Exposure level(Named said) {
    return said.proven() ? Exposure.valueOf(said.worst().name()) : Exposure.EXPOSED;
  }

  /** Whom the logs name and the extract does not have; null when logs were not asked. */
  Long missing() {
    return named == null ? null : named.missing();
  }
}
