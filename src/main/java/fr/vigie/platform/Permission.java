package fr.vigie.platform;

/**
 * What a person may be allowed to do; one constant per kind of act. On which rows the act works is
 * the {@link RowScope} that comes with the role (domain.md §5.3).
 */
public enum Permission {
  /** Never granted: the value of a guard somebody forgot to fill in. */
  NOBODY(Kind.WRITE),
  /** The very few acts open to a person who has not signed in yet. */
  ANYONE(Kind.READ),
  /** Trying to sign in: open to all, always audited. */
  SIGN_IN(Kind.WRITE),
  /** Any signed-in person, about themself. */
  SELF(Kind.WRITE),

  REFERENCE_READ(Kind.READ),
  REFERENCE_EDIT(Kind.WRITE),

  USER_ADMIN(Kind.WRITE),
  /** Approving a sensitive role that somebody else asked for a third person. */
  USER_GRANT_APPROVE(Kind.WRITE),
  AUDIT_READ(Kind.READ),
  AUDIT_VERIFY(Kind.WRITE),
  PARAMETER_READ(Kind.READ),
  PARAMETER_EDIT(Kind.WRITE),
  /** Proposing a version of a rule of law, which counts in every region. */
  LAW_PROPOSE(Kind.WRITE),
  /** Approving a version of a rule of law that somebody else proposed. */
  LAW_APPROVE(Kind.WRITE),

  INCIDENT_READ(Kind.READ),
  INCIDENT_REPORT(Kind.WRITE),
  INCIDENT_EDIT(Kind.WRITE),
  INCIDENT_QUALIFY(Kind.WRITE),
  INCIDENT_COMMENT(Kind.WRITE),
  /** Writing the main courante: those who run the case, not those who look on. */
  JOURNAL_WRITE(Kind.WRITE),
  INCIDENT_RESTRICT(Kind.WRITE),
  INCIDENT_CLOSE(Kind.WRITE),
  EVIDENCE_ADD(Kind.WRITE),
  EVIDENCE_READ(Kind.DISCLOSURE),
  TASK_WORK(Kind.WRITE),

  AWARENESS_PROPOSE(Kind.WRITE),
  AWARENESS_APPROVE(Kind.WRITE),
  SEVERITY_SCORE(Kind.WRITE),
  RISK_DECIDE(Kind.WRITE),
  REGIME_DECIDE(Kind.WRITE),
  /** Which rows of REGIME_DECIDE concern personal data: the DPO's (BR-06, R1 to R3). */
  REGIME_DECIDE_PRIVACY(Kind.WRITE),
  /** Which rows of REGIME_DECIDE concern security: the RSSI's and the director's (BR-06). */
  REGIME_DECIDE_SECURITY(Kind.WRITE),
  REGIME_READ(Kind.READ),

  /** How far the blocks are, in numbers. */
  CONTAINMENT_READ(Kind.READ),
  /** Accounts, their holders and steps: not for who sees numbers only (the ARS). */
  CONTAINMENT_ACCOUNTS(Kind.READ),
  CONTAINMENT_ACT(Kind.WRITE),
  /** Approving what somebody else asked: many blocks at once, the end of a block. */
  CONTAINMENT_APPROVE(Kind.WRITE),
  /** How directories of accounts are reached, without any secret. */
  DIRECTORY_READ(Kind.READ),
  DIRECTORY_EDIT(Kind.WRITE),

  /** Logs of a case, the question put to them and the answer, in numbers; sources of logs. */
  ACCESSLOG_READ(Kind.READ),
  ACCESSLOG_ACT(Kind.WRITE),
  /** Lines of logs, which name patients by their numbers: every use of it is audited. */
  ACCESSLOG_LINES(Kind.DISCLOSURE),

  SCOPE_READ(Kind.READ),
  SCOPE_IMPORT(Kind.WRITE),
  SCOPE_FREEZE_PROPOSE(Kind.WRITE),
  SCOPE_FREEZE_APPROVE(Kind.WRITE),
  /** Names, contacts: every use of it is audited (BR-13). */
  PERSONS_READ(Kind.DISCLOSURE),

  DECLARATION_READ(Kind.READ),
  /** What is not sent yet: for who runs or signs the case, not for an authority that looks on. */
  DECLARATION_DRAFTS(Kind.READ),
  DECLARATION_PREPARE(Kind.WRITE),
  DECLARATION_SIGN(Kind.WRITE),
  /** Taking a declaration or the register out as a file: every use of it is audited. */
  DECLARATION_EXPORT(Kind.DISCLOSURE),

  /** Numbers and texts. */
  NOTIFICATION_READ(Kind.READ),
  /** One row a person, without a name: not for who sees numbers only (the ARS). */
  NOTIFICATION_PROOFS(Kind.READ),
  NOTIFICATION_PREPARE(Kind.WRITE),
  NOTIFICATION_APPROVE(Kind.WRITE),
  NOTIFICATION_SEND(Kind.WRITE),

  DESK_READ(Kind.READ),
  /** Reading what waits for one's own decision as the second person. */
  DECISIONS_READ(Kind.READ),
  NATIONAL_READ(Kind.READ),
  CAMPAIGN_LINK(Kind.WRITE),

  /** A job of the software says how far it is: too often to be audited, decides nothing. */
  JOB_BEAT(Kind.READ),
  /** Work done by the software itself: jobs, start-up. */
  SYSTEM(Kind.WRITE);

  /** How an act of this permission is written down. */
  public enum Kind {
    /** Plain reading: not audited. */
    READ,
    /** Reading of nominative or sealed data: always audited. */
    DISCLOSURE,
    /** Changes something: always audited. */
    WRITE
  }

  private final Kind kind;

  Permission(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
