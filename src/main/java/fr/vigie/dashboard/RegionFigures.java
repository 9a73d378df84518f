package fr.vigie.dashboard;

import fr.vigie.containment.RegionAccounts;

/**
 * One line of the national table: counts of one region, no case, no name.
 *
 * @param open cases neither closed nor rejected
 * @param controllers controllers concerned in open cases
 * @param persons at least so many persons, over the controllers that gave a number; see {@link
 *     SmallCell#told}
 * @param controllersWithoutNumber controllers whose number is not known yet: the figure before is a
 *     lower bound when it is not 0
 * @param accounts compromised accounts of open cases, and how long their blocks took
 * @param overdue open clocks whose time has passed
 * @param dueSoon open clocks that end within 24 hours
 */
public record RegionFigures(
    String code,
    String name,
    long open,
    long closed,
    long controllers,
    SmallCell persons,
    long controllersWithoutNumber,
    RegionAccounts accounts,
    long overdue,
    long dueSoon) {

  /** Only full fives of each controller are summed: there are at least this many persons. */
  public boolean isLowerBound() {
    return persons.value() != null && persons.value() > 0;
  }
}
