package fr.vigie.investigation;

import fr.vigie.investigation.MatchKeys.Wide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One kind of keyed hash of all rows, close together: sixteen bytes a row. Finds values that stand
 * twice without keeping the others.
 */
final class Columns {
  static final int FIRST_SIZE = 1024;

  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private int size;

  /** The value of the next row. */
  void add(Wide value) {
    addOf(value.low(), value.high());
  }

  /** A value of a row that may have several, or none: zero is left out. */
  void addOf(int row, long value) {
    if (value != 0) {
      addOf((long) row, value);
    }
  }

  private void addOf(long lower, long upper) {
    if (size == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
    }
    high[size] = upper;
    low[size++] = lower;
  }

  long high(int row) {
    return high[row];
  }

  long low(int row) {
    return low[row];
  }

  boolean same(int row, int other) {
    return high[row] == high[other] && low[row] == low[other];
  }

  boolean isNone(int row) {
    return high[row] == 0 && low[row] == 0;
  }

  /** Rows with the same value, for each value that several have, in their order. */
  void groups(Consumer<int[]> found) {
    Map<Wide, List<Integer>> groups = new LinkedHashMap<>();
    long[] twice = twice();
    for (int row = 0; row < size; row++) {
      if (!isNone(row) && Arrays.binarySearch(twice, high[row]) >= 0) {
        groups.computeIfAbsent(new Wide(high[row], low[row]), value -> new ArrayList<>()).add(row);
      }
    }
    give(groups, found);
  }

  /** The same of what {@link #addOf} took. */
  void groupsOf(Consumer<int[]> found) {
    Map<Long, List<Integer>> groups = new LinkedHashMap<>();
    long[] twice = twice();
    for (int i = 0; i < size; i++) {
      if (Arrays.binarySearch(twice, high[i]) >= 0) {
        groups.computeIfAbsent(high[i], value -> new ArrayList<>()).add((int) low[i]);
      }
    }
    give(groups, found);
  }

  private static void give(Map<?, List<Integer>> groups, Consumer<int[]> found) {
    groups.values().stream()
        .filter(group -> group.size() > 1)
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .forEach(found);
  }

  /** Upper halves that stand at least twice, sorted. */
  private long[] twice() {
    long[] sorted = Arrays.copyOf(high, size);
    Arrays.parallelSort(sorted);
    int kept = 0;
    for (int i = 1; i < size; i++) {
      boolean again = sorted[i] == sorted[i - 1] && sorted[i] != 0;
      if (again && (kept == 0 || sorted[kept - 1] != sorted[i])) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }
}
