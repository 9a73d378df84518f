package fr.vigie.incident;

/** Severity scale of the CNIL form, under the codes of its options. */
public enum CnilGravity {
  /** Nuisance that is easily overcome. */
  NEGLIGEABLE,
  /** Significant nuisance, overcome with some difficulty. */
  LIMITE,
  /** Serious consequences, overcome with real difficulty. */
  IMPORTANT,
  /** Consequences that are perhaps irreversible. */
  MAXIMAL
}
