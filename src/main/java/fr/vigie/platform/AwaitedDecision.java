package fr.vigie.platform;

import java.util.List;

/**
 * What one person proposed and the caller may approve now (BR-11).
 *
 * @param key message key of the sentence, e.g. {@code incident.decision.risk}
 * @param arguments what the sentence names: organisations, users, numbers, {@link Word}s; never a
 *     patient; the name of who proposed it follows as the last one
 * @param reference the case, or empty
 * @param proposedBy id of who proposed it
 * @param page where it is read and decided: an outcome with its parameters
 * @param anchor the place on that page
 */
public record AwaitedDecision(
    String key,
    List<Object> arguments,
    String reference,
    long proposedBy,
    String page,
    String anchor) {
  /** An argument that is itself a text, by its key. */
  public record Word(String key) {}

  public AwaitedDecision {
    arguments = List.copyOf(arguments);
  }
}
