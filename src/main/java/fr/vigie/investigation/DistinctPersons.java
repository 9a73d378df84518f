package fr.vigie.investigation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many persons several lists in force name together (pitfall 10): records are lines to tell
 * somebody; persons are estimated, because who stands in two lists is known by keyed hashes only.
 *
 * @param lists lists in force
 * @param records persons of each list, added up
 * @param most distinct persons when only those are one who surely are
 * @param least distinct persons when all who may be one are
 */
public record DistinctPersons(long lists, long records, long most, long least) {

  /** Two persons, and whether they are surely one. */
  record Tie(String one, String other, boolean same) {}

  static DistinctPersons of(long lists, long records, List<Tie> ties) {
    return new DistinctPersons(
        lists,
        records,
        records - spared(ties.stream().filter(Tie::same).toList()),
        records - spared(ties));
  }

  /** So that no sum tells of fewer persons than a step, not by subtraction either. */
  DistinctPersons inFull(int step) {
    long surely = records - most;
    long perhaps = records - least;
    return new DistinctPersons(
        lists,
        records,
        Math.max(0, records - surely + surely % step),
        Math.max(0, records - perhaps + perhaps % step));
  }

  /** Lines too many: for each group of persons who are one, all but one. */
  private static long spared(List<Tie> ties) {
    Map<String, String> knownAs = new HashMap<>();
    long spared = 0;
    for (Tie tie : ties) {
      String one = root(knownAs, tie.one());
      String other = root(knownAs, tie.other());
      if (!one.equals(other)) {
        knownAs.put(other, one);
        spared++;
      }
    }
    return spared;
  }

  private static String root(Map<String, String> knownAs, String person) {
    String root = person;
    while (knownAs.containsKey(root)) {
      root = knownAs.get(root);
    }
    return root;
  }
}
