package fr.vigie.regime;

/** Whether each controller has a clock of its own (pitfall 2) or the case has one. */
public enum RegimeLevel {
  PER_CONTROLLER,
  PER_CASE
}
