package fr.vigie.regime;

/** Whether a regime applies; nobody knows at first. */
public enum Applicability {
  TO_DETERMINE,
  APPLIES,
  DOES_NOT_APPLY
}
