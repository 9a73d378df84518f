package fr.vigie.containment;

import java.time.Duration;
import java.util.Optional;

/**
 * The accounts of a region's open cases, in numbers. Times count from the first signal of each case
 * (when it is not known, from its report) and are means over the accounts that got so far.
 *
 * @param listed all but those cleared
 * @param done proven blocked, or given back after
 * @param claimed said to be blocked, not proven
 * @param reopened seen open after they were said or proven to be blocked
 * @param toClaimed empty when none got so far
 */
public record RegionAccounts(
    String regionCode,
    long listed,
    long done,
    long claimed,
    long reopened,
    Optional<Duration> toClaimed,
    Optional<Duration> toProven) {
  public static RegionAccounts none(String regionCode) {
    return new RegionAccounts(regionCode, 0, 0, 0, 0, Optional.empty(), Optional.empty());
  }
}
