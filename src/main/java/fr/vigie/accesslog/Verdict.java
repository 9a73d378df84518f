package fr.vigie.accesslog;

/** Whose work a sitting was. */
public enum Verdict {
  /** The intruder's: what it shows is proven. */
  HOSTILE,
  /** The real holder's, with the reason kept: its patients are not affected by it. */
  LEGITIMATE,
  /** Nobody has decided: it counts as likely, not as proven. */
  UNDECIDED
}
