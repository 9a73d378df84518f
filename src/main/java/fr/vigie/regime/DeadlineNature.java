package fr.vigie.regime;

/** Whether the law gives the figure, or the house gives it to itself. */
public enum DeadlineNature {
  /** The period is written in a legal text. */
  LEGAL,
  /**
   * The text says "sans délai" or "without undue delay": the figure is only a target of the
   * organisation and must never be shown as a legal deadline.
   */
  INTERNAL_TARGET
}
