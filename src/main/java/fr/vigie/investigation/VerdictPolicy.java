package fr.vigie.investigation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private static String root(Map<String, String> keptAs, String key) {
    String root = key;
    while (keptAs.containsKey(root)) {
      root = keptAs.get(root);
    }
    return root;
  }
}
