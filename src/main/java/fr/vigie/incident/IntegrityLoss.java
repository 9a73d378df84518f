package fr.vigie.incident;

/** Whether the data were altered (ENISA: second circumstance of the breach). */
public enum IntegrityLoss {
  NONE,
  /** Altered, without wrong use. */
  NO_WRONG_USE,
  RECOVERABLE,
  NOT_RECOVERABLE
}
