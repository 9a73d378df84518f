package fr.vigie.incident;

/** Whether the data can still be used (ENISA: third circumstance of the breach). */
public enum AvailabilityLoss {
  NONE,
  /** Recoverable without trouble. */
  NO_TROUBLE,
  TEMPORARY,
  PERMANENT
}
