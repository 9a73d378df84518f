package fr.vigie.incident;

/** What we know of a date or a number. "Unknown yet" is a value, not an absence. */
public enum Knowledge {
  KNOWN,
  ESTIMATED,
  NOT_KNOWN_YET,
  CANNOT_BE_DETERMINED,
  NOT_APPLICABLE;

  /** True when a value goes with it: only these two. */
  public boolean hasValue() {
    return this == KNOWN || this == ESTIMATED;
  }
}
