package fr.vigie.incident;

import fr.vigie.reference.Organisation;
import java.time.Instant;
import java.util.List;

/**
 * An act that the main courante tells by itself: whoever does it fires this in its transaction.
 *
 * @param controller whose part of the case it belongs to, for that part and the region's team; null
 *     for the team only
 * @param key full key of the sentence, so that each reader has it in their language
 * @param arguments what the sentence names: numbers, codes, instants; never a person
 * @param at when it was done
 */
public record CaseActDone(
    Incident incident, Organisation controller, String key, List<Object> arguments, Instant at) {
  public CaseActDone {
    arguments = List.copyOf(arguments);
  }
}
