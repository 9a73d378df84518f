package fr.vigie.investigation;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a row may be about the same person as another one (domain.md §7.7): keyed hashes of
 * several traits together, so that none tells how frequent a name is. Zero is "not in the list".
 *
 * @param strict level 2: birth name, first first name, birth date, sex, birth place
 * @param copied all names, birth date, sex and contacts as another row has them
 * @param firstNames the first two first names: Jean-Paul is not Jean-Pierre
 * @param firstAndBirth first first name and birth date
 * @param candidatesone for each slot
 */
record MatchKeys(Wide strict, Wide copied, long firstNames, long firstAndBirth, long[] candidates) {
  static final int BYTES = 8 * (6 + Slot.values().length);

  /** A hash that is wide enough to say that two rows are about one person. */
  record Wide(long high, long low) {
    static final Wide NONE = new Wide(0, 0);

    boolean isNone() {
      return high == 0 && low == 0;
    }

    /** Of the text of a keyed hash; null is none. */
    static Wide of(String hash) {
      if (hash == null) {
        return NONE;
      }
      long high = 0xcbf29ce484222325L;
      long low = 0x9e3779b97f4a7c15L;
      for (int i = 0; i < hash.length(); i++) {
        high = (high ^ hash.charAt(i)) * 0x100000001b3L;
        low = Long.rotateLeft(low ^ hash.charAt(i), 23) * 0xff51afd7ed558ccdL;
      }
      return new Wide(high ^ high >>> 29, low ^ low >>> 31);
    }

    String text() {
      return Base64.getEncoder()
          .encodeToString(ByteBuffer.allocate(16).putLong(high).putLong(low).array());
    }
  }

  /** What rows share that a human has to look at; names once with the birth, once the used one. */
  enum Slot {
    NAMES_AND_BIRTH(Likeness.NAMES_AND_BIRTH),
    USED_NAMES_AND_BIRTH(Likeness.NAMES_AND_BIRTH),
    FIRST_NAME_BIRTH_PHONE(Likeness.FIRST_NAME_BIRTH_CONTACT),
    FIRST_NAME_BIRTH_EMAIL(Likeness.FIRST_NAME_BIRTH_CONTACT),
    NAME_BIRTH_PHONE(Likeness.NAME_BIRTH_CONTACT),
    NAME_BIRTH_EMAIL(Likeness.NAME_BIRTH_CONTACT),
    NAMES_AND_PHONE(Likeness.NAMES_AND_CONTACT),
    USED_NAMES_AND_PHONE(Likeness.NAMES_AND_CONTACT),
    NAMES_AND_EMAIL(Likeness.NAMES_AND_CONTACT),
    USED_NAMES_AND_EMAIL(Likeness.NAMES_AND_CONTACT);

    private final Likeness likeness;

    Slot(Likeness likeness) {
      this.likeness = likeness;
    }

    Likeness likeness() {
      return likeness;
    }

    /** Slots whose values are compared with each other. */
    Slot domain() {
      return switch (this) {
        case USED_NAMES_AND_BIRTH -> NAMES_AND_BIRTH;
        case USED_NAMES_AND_PHONE -> NAMES_AND_PHONE;
        case USED_NAMES_AND_EMAIL -> NAMES_AND_EMAIL;
        default -> this;
      };
    }
  }

  static MatchKeys of(PersonLine line, ListSeal seal) {
    return new Maker(line, seal).keys();
  }

  long at(Slot slot) {
    return candidates[slot.ordinal()];
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(strict.high()).putLong(strict.low());
    bytes.putLong(copied.high()).putLong(copied.low()).putLong(firstNames);
    bytes.putLong(firstAndBirth);
    for (long one : candidates) {
      bytes.putLong(one);
    }
    return bytes.array();
  }

  /** Null, from a list of before, has no keys. */
  static MatchKeys from(byte[] stored) {
    ByteBuffer bytes =
        ByteBuffer.wrap(stored == null ? new byte[BYTES] : Arrays.copyOf(stored, BYTES));
    Wide strict = new Wide(bytes.getLong(), bytes.getLong());
    Wide copied = new Wide(bytes.getLong(), bytes.getLong());
    long firstNames = bytes.getLong();
    long firstAndBirth = bytes.getLong();
    long[] candidates = new long[Slot.values().length];
    for (int i = 0; i < candidates.length; i++) {
      candidates[i] = bytes.getLong();
    }
    return new MatchKeys(strict, copied, firstNames, firstAndBirth, candidates);
  }

  /** First first name as it is compared: a hyphen joins, a blank ends it. */
  static String firstFirstName(String firstNames) {
    return Matching.words(firstNames.strip().split("[\\s,;]+")[0]);
  }

  @Override
  public String toString() {
    return "MatchKeys";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MatchKeys keys && Arrays.equals(bytes(), keys.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  /** Makes the keys of one line. */
  private static final class Maker {
    private final PersonLine line;
    private final PersonIdentity who;
    private final ListSeal seal;
    private final String name;
    private final String used;
    private final String first;
    private final boolean named;
    private final boolean born;
    private final long[] candidates = new long[Slot.values().length];

    Maker(PersonLine line, ListSeal seal) {
      this.line = line;
      this.who = line.identity();
      this.seal = seal;
      this.name = Matching.words(who.birthName().isEmpty() ? who.usedName() : who.birthName());
      this.used = Matching.words(who.usedName());
      this.first = firstFirstName(who.firstNames());
      this.named = !Matching.namesNobody(name) && !Matching.namesNobody(first);
      this.born = !who.birthDate().isEmpty();
    }

    MatchKeys keys() {
      if (!named) {
        return new MatchKeys(Wide.NONE, Wide.NONE, 0, 0, candidates);
      }
      boolean twoNames = !used.equals(name) && !Matching.namesNobody(used);
      names(0, name);
      if (twoNames) {
        names(1, used);
      }
      contact(line.hasPhone(), who.phone(), Slot.FIRST_NAME_BIRTH_PHONE, Slot.NAME_BIRTH_PHONE);
      contact(
          line.hasEmail(),
          Matching.email(who.email()),
          Slot.FIRST_NAME_BIRTH_EMAIL,
          Slot.NAME_BIRTH_EMAIL);
      return new MatchKeys(strict(), copied(), firstNames(), firstAndBirth(), candidates);
    }

    /** With the birth name in the first of two slots, with the used name in the second. */
    private void names(int place, String one) {
      if (born) {
        String all = inAnyOrder(one, Matching.words(who.firstNames()));
        put(Slot.values()[Slot.NAMES_AND_BIRTH.ordinal() + place], all, who.birthDate());
      }
      String both = inAnyOrder(one, first.split(" ")[0]);
      if (line.hasPhone()) {
        put(Slot.values()[Slot.NAMES_AND_PHONE.ordinal() + place], both, who.phone());
      }
      if (line.hasEmail()) {
        put(
            Slot.values()[Slot.NAMES_AND_EMAIL.ordinal() + place],
            both,
            Matching.email(who.email()));
      }
    }

    private void contact(boolean has, String contact, Slot byFirstName, Slot byName) {
      if (has && born) {
        put(byFirstName, first.split(" ")[0], who.birthDate(), contact);
        put(byName, name, Matching.sound(first), who.birthDate(), contact);
      }
    }

    /** Who swapped or joined names finds the same. */
    private static String inAnyOrder(String one, String firstNames) {
      return Stream.of((one + " " + firstNames).split(" "))
          .distinct()
          .sorted()
          .collect(Collectors.joining(" "));
    }

    private Wide strict() {
      boolean placed = who.birthPlace().strip().matches("(?:\\d{2}|2[ABab])\\d{3}");
      return born && placed && !who.birthName().isEmpty() && !who.sexCode().isEmpty()
          ? wide("strict", name, first, who.birthDate(), who.sexCode(), place())
          : Wide.NONE;
    }

    private String place() {
      return who.birthPlace().strip().toUpperCase(java.util.Locale.ROOT);
    }

    private Wide copied() {
      return born && (line.hasPhone() || line.hasEmail())
          ? wide(
              "copied",
              Matching.words(who.birthName()),
              used,
              Matching.words(who.firstNames()),
              who.birthDate(),
              who.sexCode(),
              who.phone(),
              Matching.email(who.email()))
          : Wide.NONE;
    }

    private long firstNames() {
      String[] words = Matching.words(who.firstNames()).split(" ");
      return words.length > 1 ? narrow("firstNames", words[0], words[1]) : 0;
    }

    private long firstAndBirth() {
      return born ? narrow("firstAndBirth", first.split(" ")[0], who.birthDate()) : 0;
    }

    private void put(Slot slot, String... traits) {
      candidates[slot.ordinal()] = narrow(slot.domain().name(), traits);
    }

    private long narrow(String domain, String... traits) {
      return ByteBuffer.wrap(seal.digest(domain, String.join("|", traits))).getLong();
    }

    private Wide wide(String domain, String... traits) {
      ByteBuffer bytes = ByteBuffer.wrap(seal.digest(domain, String.join("|", traits)));
      return new Wide(bytes.getLong(), bytes.getLong());
    }
  }
}
