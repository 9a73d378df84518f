package fr.vigie.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Heading and first rows of a file. */
record FileHead(List<String> header, List<List<String>> rows) {
  private static final String MASK = "•••";
  private static final int LONGEST_SHOWN = 60;

  static FileHead read(CsvShape.Rows rows, int most) {
    List<String> header = rows.hasNext() ? rows.next().cells() : List.of();
    List<List<String>> first = new ArrayList<>();
    while (first.size() < most && rows.hasNext()) {
      first.add(rows.next().cells());
    }
    return new FileHead(header, first);
  }

  /** To be shown: as wide as the heading, long cells cut, health numbers hidden. */
  List<List<String>> masked(Set<Integer> hidden, int most) {
    return rows.stream()
        .limit(most)
        .map(
            row -> {
              List<String> shown = new ArrayList<>();
              for (int i = 0; i < header.size(); i++) {
                String cell = i < row.size() ? row.get(i) : "";
                boolean cut = cell.length() > LONGEST_SHOWN;
                shown.add(
                    hidden.contains(i) && !cell.isBlank()
                        ? MASK
                        : cut ? cell.substring(0, LONGEST_SHOWN) + "…" : cell);
              }
              return List.copyOf(shown);
            })
        .toList();
  }
}
