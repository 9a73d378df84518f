package fr.vigie.incident;

/** The five business steps that run side by side (domain.md §5.2), and the tab each one opens. */
public enum Step {
  DETECTION(CaseState.QUALIFIED, "summary"),
  CONTAINMENT(CaseState.CONTAINED, "accounts"),
  SCOPE(CaseState.SCOPED, "scope"),
  DECLARATIONS(CaseState.DECLARED, "declarations"),
  NOTIFICATION(CaseState.NOTIFIED, "notification");

  private final CaseState reached;
  private final String tab;

  Step(CaseState reached, String tab) {
    this.reached = reached;
    this.tab = tab;
  }

  /** The case state once this step and those before it are done. */
  public CaseState reached() {
    return reached;
  }

  public String tab() {
    return tab;
  }
}
