package fr.vigie.investigation;

import java.time.Instant;

/** A list of one person, proposed by one and frozen by another. */
public final class FrozenList {
  private FrozenList() {}

  /** Frozen by this person. */
  public static ScopeVersion by(long freezer, Instant now) {
    ScopeVersion version = new ScopeVersion(null, 2, freezer + 1, now);
    long[] counted = new long[17];
    counted[0] = 1;
    counted[4] = 1;
    version.counted(new ScopeFigures(counted), null);
    version.propose("méthode", "rien", 0L, freezer + 1, now);
    version.freeze(null, freezer, now);
    return version;
  }
}
