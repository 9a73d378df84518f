package fr.vigie.incident;

/** Level of a severity score, from the least to the most severe. */
public enum SeverityLevel {
  LOW,
  MEDIUM,
  HIGH,
  VERY_HIGH
}
