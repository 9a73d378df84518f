package fr.vigie.incident.rest;

import fr.vigie.platform.RefusedException;

/** Parts of a request body that may be missing. */
final class Bodies {
  private Bodies() {}

  static String text(String given) {
    return given == null ? "" : given.strip();
  }

  /** Refuses at the field what is missing. */
  static <T> T given(String field, T value) {
    if (value == null) {
      throw RefusedException.at(field, "incident.refused.empty");
    }
    return value;
  }
}
