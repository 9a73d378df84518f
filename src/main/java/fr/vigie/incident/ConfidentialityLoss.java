package fr.vigie.incident;

/** Who may have seen the data (ENISA: first circumstance of the breach). */
public enum ConfidentialityLoss {
  NONE,
  /** Exposed, but no evidence of access. */
  NO_EVIDENCE_OF_ACCESS,
  KNOWN_RECIPIENTS,
  UNKNOWN_RECIPIENTS
}
