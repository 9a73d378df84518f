package fr.vigie.incident;

/** Effect on care (domain.md §3.4, appendix B); not known yet is a value. */
public enum PatientImpact {
  NOT_KNOWN_YET,
  AUCUN,
  MODE_DEGRADE,
  DANGER_POTENTIEL,
  DANGER_AVERE
}
