package fr.vigie.incident;

/** Who or what lies behind the breach (domain.md appendix B). */
public enum BreachCause {
  INCONNU,
  EXTERNE_MALVEILLANT,
  EXTERNE_ACCIDENTEL,
  INTERNE_MALVEILLANT,
  INTERNE_ACCIDENTEL
}
