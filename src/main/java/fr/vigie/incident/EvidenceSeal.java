package fr.vigie.incident;

/** What was last seen of a content in the store. */
public enum EvidenceSeal {
  /** Not looked at yet: kept by an earlier version. */
  UNSEEN,
  /** Byte for byte what was sealed. */
  WHOLE,
  /** There, but altered, or no key opens it. */
  BROKEN,
  /** Not there. */
  MISSING;

  public boolean isBad() {
    return this == BROKEN || this == MISSING;
  }
}
