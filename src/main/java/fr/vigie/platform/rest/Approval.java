package fr.vigie.platform.rest;

import fr.vigie.platform.RefusedException;

/**
 * What is approved (BR-11).
 *
 * @param seen the {@code seen} of what was read; refused when it changed since
 */
public record Approval(String seen) {

  /** What was read. */
  public String read() {
    return read(seen);
  }

  /** The same for a body of another shape. */
  public static String read(String seen) {
    if (seen == null || seen.isBlank()) {
      throw RefusedException.at("seen", "common.refused.seenNeeded");
    }
    return seen;
  }
}
