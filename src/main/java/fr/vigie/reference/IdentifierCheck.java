package fr.vigie.reference;

/** What a check says of an identifier that somebody typed or imported. */
public enum IdentifierCheck {
  VALID,
  /** The form is right, the key or the prefix is not, and the rule has exceptions: warn. */
  DOUBTFUL,
  /** The form is right and the key is wrong, under a rule without exception. */
  WRONG_KEY,
  /** Not the form of this identifier. */
  MALFORMED;

  /** True when it may be stored, with or without a warning. */
  public boolean isAcceptable() {
    return this == VALID || this == DOUBTFUL;
  }
}
