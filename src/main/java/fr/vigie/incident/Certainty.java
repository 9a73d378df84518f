package fr.vigie.incident;

/** Answer to a question about a number that may not be known. */
public enum Certainty {
  YES,
  /** What is known does not allow to say yes or no. */
  POSSIBLY,
  NO
}
