package fr.vigie.incident;

/** Yes, no, or not known yet: three different answers. */
public enum Answer {
  YES,
  NO,
  NOT_KNOWN_YET
}
