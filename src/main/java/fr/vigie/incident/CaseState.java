package fr.vigie.incident;

/**
 * How far a case is, derived from its workstreams and never set by hand (domain.md §5.2). The steps
 * run side by side; the state names the last step of the unbroken row of finished ones.
 */
public enum CaseState {
  OPEN,
  QUALIFIED,
  CONTAINED,
  SCOPED,
  DECLARED,
  NOTIFIED,
  CLOSED,
  REJECTED,
  REOPENED;

  /** Nothing more is expected. */
  public boolean isFinal() {
    return this == CLOSED || this == REJECTED;
  }
}
