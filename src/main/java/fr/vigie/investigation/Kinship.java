package fr.vigie.investigation;

import fr.vigie.investigation.MatchKeys.Slot;
import java.util.Optional;

/**
 * What two rows of two controllers' lists are to each other (domain.md §7.7), on keyed hashes.
 *
 * @param sure one person by a health identity, the five traits of level 2, or all names, birth date
 *     and contacts alike
 */
record Kinship(boolean sure, Likeness likeness) {

  /** What of a row is compared. */
  record Side(String ins, String identity, MatchKeys keys) {}

  static Optional<Kinship> of(Side one, Side other) {
    boolean oneNumber = one.ins != null && one.ins.equals(other.ins);
    boolean twoNumbers = one.ins != null && other.ins != null && !oneNumber;
    long born = one.keys.firstAndBirth();
    if (oneNumber) {
      boolean sure = born != 0 && born == other.keys.firstAndBirth();
      return Optional.of(new Kinship(sure, Likeness.HEALTH_IDENTITY));
    }
    boolean sure =
        !twoNumbers
            && !otherFirstNames(one.keys, other.keys)
            && (same(one.keys.strict(), other.keys.strict())
                || same(one.keys.copied(), other.keys.copied()));
    if (sure || one.identity != null && one.identity.equals(other.identity)) {
      return Optional.of(new Kinship(sure, Likeness.NAMES_AND_BIRTH));
    }
    return alike(one.keys, other.keys).map(likeness -> new Kinship(false, likeness));
  }

  private static boolean same(MatchKeys.Wide one, MatchKeys.Wide other) {
    return !one.isNone() && one.equals(other);
  }

  private static boolean otherFirstNames(MatchKeys one, MatchKeys other) {
    return one.firstNames() != 0
        && other.firstNames() != 0
        && one.firstNames() != other.firstNames();
  }

  private static Optional<Likeness> alike(MatchKeys one, MatchKeys other) {
    Likeness best = null;
    for (Slot slot : Slot.values()) {
      for (Slot against : Slot.values()) {
        boolean shared =
            slot.domain() == against.domain()
                && one.at(slot) != 0
                && one.at(slot) == other.at(against);
        if (shared && (best == null || slot.likeness().compareTo(best) < 0)) {
          best = slot.likeness();
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
