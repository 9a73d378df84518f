package fr.vigie.investigation;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invented people in the rows of a list, always the same for a seed: some stand in it twice,
 * written otherwise; families, twins and homonyms are several persons although they look alike.
 */
public final class InventedPersons {
  public static final String HEADER =
      "Nom de naissance;Nom d'usage;Prénoms;Date de naissance;Sexe;COG naissance;Téléphone;Courriel;"
          + "IPP;INS\n";

  private static final String[] NAMES = {
    "Le Fèvre",
    "Martin",
    "Dùpont",
    "Besançon",
    "N'Guyen",
    "Garcia",
    "Lefebvre",
    "Moreau-Petit",
    "Œuvrard",
    "Benali",
    "Diallo",
    "Marchand",
    "Roux",
    "Kowalski",
    "Fontaine",
    "Chevalier",
    "Robin",
    "Lemaître",
    "Guérin",
    "Müller",
    "Noël",
    "Haddad",
    "Traoré",
    "Da Silva",
    "Bouchet",
    "Leroux",
    "Carpentier",
    "Meunier",
    "Hervé",
    "Barbier",
    "Le Goff",
    "Pichon",
    "Renaud",
    "Schmitt",
    "Vasseur",
    "Picard",
    "Colin",
    "Lacroix",
    "Perrot",
    "Tessier"
  };
  private static final String[] WOMEN = {
    "Léa",
    "Anne-Élise",
    "Marie",
    "Chloé",
    "Zoé",
    "Fatima",
    "Jeanne",
    "Lucie",
    "Camille",
    "Inès",
    "Nadège",
    "Louise",
    "Amandine",
    "Cécile",
    "Sarah",
    "Hélène",
    "Marie-Thérèse",
    "Éva"
  };
  private static final String[] MEN = {
    "Jean",
    "Jean-Paul",
    "Lucas",
    "Théo",
    "Mohamed",
    "Karim",
    "Louis",
    "Jules",
    "Hugo",
    "Noé",
    "Pierre",
    "Philippe",
    "Mathieu",
    "Étienne",
    "Yanis",
    "Jean-Pierre",
    "Raphaël",
    "Max"
  };

  /** Numbers that ARCEP keeps for fiction. */
  private static final String[] FICTION = {
    "019900", "026191", "035301", "046571", "053649", "063998"
  };

  private static final String[] ENDINGS = {"ac", "on", "eau", "ier", "et", "in", "ard", "ois"};

  /** One row and whom it is really about; what happened to it when it is a second row. */
  public record Row(int person, String kind, String line) {}

  /** Somebody. */
  private record Person(
      String name,
      String used,
      String firstNames,
      LocalDate born,
      boolean woman,
      String place,
      String phone,
      String email,
      String ipp) {

    Person with(String newName, String newUsed, String newFirst, LocalDate date) {
      return new Person(newName, newUsed, newFirst, date, woman, place, phone, email, ipp);
    }

    Person reached(String newPhone, String newEmail) {
      return new Person(name, used, firstNames, born, woman, place, newPhone, newEmail, ipp);
    }

    Person numbered(String newIpp, String newPlace) {
      return new Person(name, used, firstNames, born, woman, newPlace, phone, email, newIpp);
    }

    String line(String ins) {
      return String.join(
          ";",
          name,
          used,
          firstNames,
          born == null ? "" : born.toString(),
          place.isEmpty() ? "" : woman ? "F" : "M",
          place,
          phone,
          email,
          ipp,
          ins);
    }
  }

  private final Random random;
  private final List<Row> rows = new ArrayList<>();
  private int persons;
  private int number;

  public InventedPersons(long seed) {
    random = new Random(seed);
    number = (int) (seed * 1_000_000 % Integer.MAX_VALUE);
  }

  /** So many persons, about a quarter of whom stand in the list twice. */
  public List<Row> rows(int wanted) {
    while (persons < wanted) {
      Person one = somebody();
      int who = persons;
      add("first", one, "");
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> again(who, one);
        case 3 -> family(one);
        case 4 -> twin(one);
        case 5 -> homonym(one);
        default -> {}
      }
    }
    return rows;
  }

  private void add(String kind, Person one, String ins) {
    rows.add(new Row(persons++, kind, one.line(ins)));
  }

  private Person somebody() {
    boolean woman = random.nextBoolean();
    String name = pick(NAMES) + (random.nextInt(3) == 0 ? "" : pick(ENDINGS));
    String first = pick(woman ? WOMEN : MEN);
    if (random.nextInt(4) == 0) {
      first += " " + pick(woman ? WOMEN : MEN);
    }
    String used = woman && random.nextInt(3) == 0 ? pick(NAMES) + pick(ENDINGS) : "";
    LocalDate born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(22_000));
    return new Person(
        name,
        used,
        first,
        born,
        woman,
        random.nextBoolean() ? String.format("%05d", 1001 + random.nextInt(90_000)) : "",
        random.nextInt(5) == 0 ? "" : phone(),
        random.nextInt(3) == 0 ? "" : "p" + ++number + "@example.org",
        random.nextInt(3) == 0 ? ipp() : "");
  }

  /** The same person once more, written otherwise. */
  private void again(int who, Person one) {
    Person other =
        random.nextBoolean() ? one : one.numbered(random.nextInt(4) == 0 ? ipp() : "", "");
    String kind = KINDS[random.nextInt(KINDS.length)];
    Person written =
        switch (kind) {
          case "copied" -> other;
          case "accents" ->
              other.with(plain(one.name), plain(one.used), plain(one.firstNames), one.born);
          case "typo in the name" -> other.with(typo(one.name), one.used, one.firstNames, one.born);
          case "typo in the first name" ->
              other.with(one.name, one.used, typo(one.firstNames), one.born);
          case "swapped" -> other.with(one.firstNames, one.used, one.name, one.born);
          case "married" -> other.with(pick(NAMES) + pick(ENDINGS), "", one.firstNames, one.born);
          case "used name as name" ->
              other.with(one.used.isEmpty() ? one.name : one.used, "", one.firstNames, one.born);
          case "no birth date" -> other.with(one.name, one.used, one.firstNames, null);
          case "first first name" ->
              other.with(one.name, one.used, one.firstNames.split(" ")[0], one.born);
          case "other telephone" -> other.reached(phone(), one.email);
          default -> throw new IllegalStateException(kind);
        };
    rows.add(new Row(who, kind, written.line("")));
  }

  private static final String[] KINDS = {
    "copied",
    "accents",
    "typo in the name",
    "typo in the first name",
    "swapped",
    "married",
    "used name as name",
    "no birth date",
    "first first name",
    "other telephone"
  };

  /** Three persons behind one telephone and one e-mail; the child bears a parent's first name. */
  private void family(Person one) {
    boolean woman = !one.woman;
    add("family", relative(one, pick(woman ? WOMEN : MEN), woman, random.nextInt(4000)), "");
    add("family", relative(one, one.firstNames, one.woman, 9000 + random.nextInt(3000)), "");
  }

  private Person relative(Person one, String first, boolean woman, int days) {
    return new Person(
        one.name,
        "",
        first,
        one.born.plusDays(days),
        woman,
        one.place,
        one.phone,
        one.email,
        one.ipp.isEmpty() ? "" : ipp());
  }

  /** Born on the same day in the same place, behind the same telephone. */
  private void twin(Person one) {
    String[] names = one.woman ? WOMEN : MEN;
    String first = pick(names);
    while (first.equals(one.firstNames.split(" ")[0])) {
      first = pick(names);
    }
    add("twin", relative(one, first, one.woman, 0), "");
  }

  /** The same names; half of them born on the same day; nothing else in common. */
  private void homonym(Person one) {
    Person other = somebody();
    LocalDate born = random.nextBoolean() ? one.born : other.born;
    add(
        "homonym",
        new Person(
            one.name,
            "",
            one.firstNames,
            born,
            one.woman,
            other.place.equals(one.place) ? "" : other.place,
            other.phone,
            other.email,
            one.ipp.isEmpty() ? "" : ipp()),
        "");
  }

  private String ipp() {
    return "P" + ++number;
  }

  private String phone() {
    return pick(FICTION) + String.format("%04d", random.nextInt(10_000));
  }

  private String pick(String[] some) {
    return some[random.nextInt(some.length)];
  }

  /** A letter lost, doubled, exchanged with its neighbour or with another. */
  private String typo(String word) {
    int at = 1 + random.nextInt(word.length() - 2);
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    char letter = word.charAt(at);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + letter + after;
      case 2 -> before + after.charAt(0) + letter + after.substring(1);
      default -> before + (char) ('a' + random.nextInt(26)) + after;
    };
  }

  private static String plain(String name) {
    return Normalizer.normalize(name.replace('-', ' '), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("Œ", "OE")
        .toUpperCase(Locale.ROOT);
  }
}
