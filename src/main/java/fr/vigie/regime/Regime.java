package fr.vigie.regime;

import fr.vigie.platform.Permission;

/** The duties a case must track (domain.md §4). Their figures are data: {@link RegimeRule}. */
public enum Regime {
  /** GDPR art. 33: notification to the CNIL. */
  RGPD_33(Permission.REGIME_DECIDE_PRIVACY, "declarations", true),
  /** GDPR art. 33(2): the processor tells the controller. */
  RGPD_33_2(Permission.REGIME_DECIDE_PRIVACY, "controllers", true),
  /** GDPR art. 34: communication to the persons. */
  RGPD_34(Permission.REGIME_DECIDE_PRIVACY, "notification", true),
  /** Serious incident of a health information system, CSP art. L.1111-8-2. */
  SANTE_L1111_8_2(Permission.REGIME_DECIDE_SECURITY, "declarations", true),
  /** Operator of essential services (NIS 1). */
  OSE(Permission.REGIME_DECIDE_SECURITY, "deadlines", false),
  /** NIS 2 art. 23; ships disabled while the French law is in motion (pitfall 31). */
  NIS2(Permission.REGIME_DECIDE_SECURITY, "deadlines", false),
  /** Complaint on which the insurance payment depends, Code des assurances art. L.12-10-1. */
  LOPMI(Permission.REGIME_DECIDE_SECURITY, "deadlines", false),
  /** Criminal complaint. */
  PLAINTE(Permission.REGIME_DECIDE_SECURITY, "deadlines", false),
  /** Notice to the insurer. */
  ASSUREUR(Permission.REGIME_DECIDE_SECURITY, "deadlines", false),
  /** Hosting of health data: notice to the client. */
  HDS(Permission.REGIME_DECIDE_SECURITY, "deadlines", false);

  private final Permission decider;
  private final String tab;
  private final boolean doneElsewhere;

  Regime(Permission decider, String tab, boolean doneElsewhere) {
    this.decider = decider;
    this.tab = tab;
    this.doneElsewhere = doneElsewhere;
  }

  /** Who says whether it applies (BR-06): the DPO, or the security officer and the director. */
  public Permission decider() {
    return decider;
  }

  /** Tab of the case page where it is fulfilled. */
  public String tab() {
    return tab;
  }

  /** Fulfilled by a complaint alone; a pre-complaint or a chat is none (pitfall 30). */
  public boolean isComplaint() {
    return this == PLAINTE || this == LOPMI;
  }

  /** Fulfilled by another act (a filing, a letter, the proof of information), never by hand. */
  public boolean isDoneElsewhere() {
    return doneElsewhere;
  }
}
