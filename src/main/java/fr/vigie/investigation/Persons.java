package fr.vigie.investigation;

/** Rows joined into persons; knows which of them have a number that tells persons apart. */
final class Persons {
  private final Columns own;
  private final Columns ipp;
  private final int[] parent;
  private final boolean[] withIpp;
  private final boolean[] withIns;
  private final int[] keptBy;

  Persons(int rows, Columns own, Columns ipp, Columns ins) {
    this.own = own;
    this.ipp = ipp;
    parent = new int[rows];
    keptBy = new int[rows];
    withIpp = new boolean[rows];
    withIns = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      parent[row] = row;
      keptBy[row] = row;
      withIpp[row] = !ipp.isNone(row);
      withIns[row] = !ins.isNone(row);
    }
  }

  int root(int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int[] group) {
    for (int i = 1; i < group.length; i++) {
      join(root(group[0]), root(group[i]));
    }
  }

  private void join(int one, int other) {
    if (one != other) {
      int root = Math.min(one, other);
      int child = Math.max(one, other);
      keptBy[root] = betterKey(keptBy[one], keptBy[other]);
      withIpp[root] |= withIpp[child];
      withIns[root] |= withIns[child];
      parent[child] = root;
    }
  }

  /** A patient number before another key, the lower one of two: the same in every version. */
  private int betterKey(int one, int other) {
    if (ipp.isNone(one) != ipp.isNone(other)) {
      return ipp.isNone(one) ? other : one;
    }
    return own.high(one) <= own.high(other) ? one : other;
  }

  /** The row whose own key the person of a row is known by. */
  int kept(int row) {
    return keptBy[root(row)];
  }

  /** Two patient numbers, or two health identities: not one person by traits alone. */
  boolean areSeveral(int[] group) {
    java.util.Set<Integer> ipps = new java.util.HashSet<>();
    java.util.Set<Integer> numbers = new java.util.HashSet<>();
    for (int row : group) {
      int root = root(row);
      if (withIpp[root]) {
        ipps.add(root);
      }
      if (withIns[root]) {
        numbers.add(root);
      }
    }
    return ipps.size() > 1 || numbers.size() > 1;
  }
}
