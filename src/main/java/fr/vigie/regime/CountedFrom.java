package fr.vigie.regime;

/** Where the period of a stage begins. */
public enum CountedFrom {
  START_EVENT,
  /** When the stage before was fulfilled, as for the final report of NIS 2. */
  PREVIOUS_STAGE
}
