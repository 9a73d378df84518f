package fr.vigie.incident;

/** How easily the data point at a person (ENISA: EI). */
public enum EaseOfIdentification {
  NEGLIGIBLE,
  LIMITED,
  SIGNIFICANT,
  MAXIMUM
}
