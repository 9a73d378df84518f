package fr.vigie.accesslog.format;

/** How it ended. A failure counts for detection, not for disclosure (domain.md §8.4). */
public enum AccessOutcome {
  SUCCESS,
  FAILURE,
  /** The log does not say: taken as a success. */
  UNKNOWN
}
