package fr.vigie.investigation;

import fr.vigie.investigation.MatchKeys.Slot;
import fr.vigie.investigation.MatchKeys.Wide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of one list are surely about the same person and which may be (domain.md §7.7), on
 * keyed hashes alone. Merged is only who shares a patient number, a health identity with first name
 * and birth date, the five traits of level 2, or all names, birth date and contacts; never who has
 * two patient numbers or two health identities, and never homonyms without such evidence.
 */
final class PersonMatching {
  /** A group larger than this is compared with its first row only. */
  private static final int LARGE = 20;

  /** Two rows, by their place in the order of adding. */
  record Doubt(int first, int second, Likeness likeness) {}

  private final Columns own = new Columns();
  private final Columns ipp = new Columns();
  private final Columns ins = new Columns();
  private final Columns strict = new Columns();
  private final Columns copied = new Columns();
  private final Columns narrow = new Columns();
  private final Columns identities = new Columns();
  private final Map<Slot, Columns> slots = new EnumMap<>(Slot.class);
  private final List<Doubt> doubts = new ArrayList<>();
  private final Map<Long, Integer> seen = new HashMap<>();
  private boolean[] content = new boolean[Columns.FIRST_SIZE];
  private Persons persons;
  private int rows;

  PersonMatching() {
    for (Slot slot : Slot.values()) {
      slots.computeIfAbsent(slot.domain(), domain -> new Columns());
    }
  }

  /**
   * Takes a row in.
   *
   * @param isContent its key says what it holds, not who it is about
   * @param identity names and birth date; zero is not known
   */
  void add(
      boolean isContent, Wide ownKey, Wide ippKey, Wide insKey, long identity, MatchKeys keys) {
    if (rows == content.length) {
      content = Arrays.copyOf(content, rows * 2);
    }
    content[rows] = isContent;
    own.add(ownKey);
    ipp.add(ippKey);
    ins.add(insKey);
    strict.add(keys.strict());
    copied.add(keys.copied());
    narrow.add(new Wide(keys.firstNames(), keys.firstAndBirth()));
    for (Slot slot : Slot.values()) {
      slots.get(slot.domain()).addOf(rows, keys.at(slot));
    }
    identities.addOf(rows, identity);
    rows++;
  }

  /** Joins what is sure, then finds what may be. */
  PersonMatching match() {
    persons = new Persons(rows, own, ipp, ins);
    own.groups(this::sameKey);
    ins.groups(this::sameNumber);
    strict.groups(this::sameTraits);
    copied.groups(this::sameTraits);
    identities.groupsOf(group -> doubt(group, Likeness.NAMES_AND_BIRTH));
    slots.forEach((slot, column) -> column.groupsOf(group -> doubt(group, slot.likeness())));
    return this;
  }

  /** The row by whose own key the person of a row is known; the row itself when it is alone. */
  int keptBy(int row) {
    return persons.kept(row);
  }

  int rows() {
    return rows;
  }

  /** Pairs of rows about persons who may be one, each pair of persons once. */
  List<Doubt> doubts() {
    return doubts;
  }

  /**
   * Of persons who are known by the same key and are several all the same, the second, third and so
   * on: the row that each is known by, and its number.
   */
  Map<Integer, Integer> copies() {
    Map<Integer, Integer> copies = new HashMap<>();
    own.groups(
        group -> {
          Map<Integer, Integer> several = new LinkedHashMap<>();
          for (int row : group) {
            int kept = persons.kept(row);
            if (own.same(kept, row)) {
              several.putIfAbsent(kept, several.size());
            }
          }
          several.values().remove(0);
          copies.putAll(several);
        });
    return copies;
  }

  private void sameKey(int[] group) {
    int[] named = Arrays.stream(group).filter(row -> !content[row]).toArray();
    if (named.length > 0 && !ipp.isNone(named[0])) {
      persons.join(named);
    } else {
      sameTraits(named);
    }
  }

  /** The same number with the same first name and birth date is one person; else somebody looks. */
  private void sameNumber(int[] group) {
    Map<Long, List<Integer>> byPerson = new HashMap<>();
    for (int row : group) {
      byPerson.computeIfAbsent(narrow.low(row), key -> new ArrayList<>()).add(row);
    }
    byPerson.forEach(
        (key, same) -> {
          if (key != 0) {
            persons.join(same.stream().mapToInt(Integer::intValue).toArray());
          }
        });
    doubt(group, Likeness.HEALTH_IDENTITY);
  }

  /** One person, unless numbers or second first names say that they are several. */
  private void sameTraits(int[] group) {
    boolean several =
        Arrays.stream(group).mapToLong(narrow::high).filter(name -> name != 0).distinct().count()
            > 1;
    if (!several && !persons.areSeveral(group)) {
      persons.join(group);
    }
  }

  private void doubt(int[] group, Likeness likeness) {
    int[] others = onePerPerson(group);
    for (int i = 0; i < Math.min(others.length, others.length > LARGE ? 1 : LARGE); i++) {
      for (int j = i + 1; j < others.length; j++) {
        pair(others[i], others[j], likeness);
      }
    }
  }

  private int[] onePerPerson(int[] group) {
    Map<Integer, Integer> first = new LinkedHashMap<>();
    for (int row : group) {
      first.putIfAbsent(persons.root(row), row);
    }
    return first.values().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private void pair(int first, int second, Likeness likeness) {
    int one = persons.root(first);
    int other = persons.root(second);
    long both = (long) Math.min(one, other) << 32 | Math.max(one, other);
    Integer before = seen.putIfAbsent(both, doubts.size());
    if (before == null) {
      doubts.add(new Doubt(first, second, likeness));
    } else if (likeness.compareTo(doubts.get(before).likeness()) < 0) {
      doubts.set(before, new Doubt(first, second, likeness));
    }
  }
}
