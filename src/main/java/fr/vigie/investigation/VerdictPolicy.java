package fr.vigie.investigation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether verdicts on pairs agree: who is one person with a second is not two with it elsewhere.
 */
final class VerdictPolicy {
  private VerdictPolicy() {}

  /** Two persons by one verdict, one by the others. */
  static boolean isContradicted(List<PersonVerdict> verdicts) {
    Map<String, String> keptAs = new HashMap<>();
    for (PersonVerdict one : verdicts) {
      String kept = root(keptAs, one.keptKey());
      String other = root(keptAs, one.otherKey());
      if (one.isSame() && !kept.equals(other)) {
        keptAs.put(other, kept);
      }
    }
    return verdicts.stream()
        .filter(one -> !one.isSame())
        .anyMatch(one -> root(keptAs, one.keptKey()).equals(root(keptAs, one.otherKey())));
  }

  /** Keys of all persons whom verdicts make one with a person of the given pair, these included. */
  static Set<String> tied(PersonVerdict pair, List<PersonVerdict> verdicts) {
    Set<String> keys = new HashSet<>(Set.of(pair.keptKey(), pair.otherKey()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (PersonVerdict one : verdicts) {
        if (one.isSame() && one.isAbout(keys)) {
          grown |= keys.add(one.keptKey()) | keys.add(one.otherKey());
        }
      }
    }
    return keys;
  }

  private static String root(Map<String, String> keptAs, String key) {
    String root = key;
    while (keptAs.containsKey(root)) {
      root = keptAs.get(root);
    }
    return root;
  }
}
