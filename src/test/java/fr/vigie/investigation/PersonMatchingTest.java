package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.investigation.MatchKeys.Wide;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersonMatchingTest {
  private static final Logger LOG = Logger.getLogger(PersonMatchingTest.class.getName());
  private static final String HEAD =
      "Nom de naissance;Nom d'usage;Prénoms;DDN;Sexe;COG naissance;Téléphone;Courriel;IPP;Age\n";
  private static final int PERSONS = 20_000;

  private final ListSeal seal =
      new ListSeal(Lists.ring("k1").newDataKey("t"), Lists.ring("k1"), "k1");

  @Test
  void theFiveTraitsOfAHealthIdentityAreOnePerson() {
    assertThat(
            of(
                "Le Fèvre;;Anne-Élise Marie;05/09/1984;F;76540;;;A1;",
                "LE FEVRE;Roux;anne élise;1984-09-05;femme;76540;;;;"))
        .as("another way to write the first name is looked at")
        .isEqualTo("? NAMES_AND_BIRTH");
    assertThat(
            of(
                "Le Fèvre;;Anne-Élise Marie;05/09/1984;F;76540;;;A1;",
                "LE-FEVRE;Roux;Anne-Elise;1984-09-05;femme;76540;;;;"))
        .isEqualTo("=");
  }

  @Test
  void theSameTraitsWithTwoPatientNumbersAreLookedAt() {
    assertThat(of("Martin;;Jean;05/09/1984;M;76540;;;A1;", "Martin;;Jean;05/09/1984;M;76540;;;A2;"))
        .isEqualTo("? NAMES_AND_BIRTH");
  }

  @Test
  void twinsWithDoubleFirstNamesAreTwo() {
    assertThat(
            of(
                "Martin;;Jean Paul;05/09/1984;M;76540;0639980001;;;",
                "Martin;;Jean Pierre;05/09/1984;M;76540;0639980001;;;"))
        .isEqualTo("? NAMES_AND_BIRTH");
    assertThat(
            of(
                "Martin;;Lucas;05/09/1984;M;76540;0639980001;;;",
                "Martin;;Hugo;05/09/1984;M;76540;0639980001;;;"))
        .isEqualTo("two");
  }

  @Test
  void aNameThatMarriageChangedIsLookedAt() {
    assertThat(
            of(
                "Roux;;Léa;05/09/1984;;;0639980001;;;",
                "Martin;;Léa;05/09/1984;;;06 39 98 00 01;;;"))
        .isEqualTo("? FIRST_NAME_BIRTH_CONTACT");
    assertThat(of("Roux;Martin;Léa;05/09/1984;;;;;;", "Martin;;Léa;05/09/1984;;;;;;"))
        .isEqualTo("? NAMES_AND_BIRTH");
  }

  @Test
  void homonymsAreNeverMergedOnNamesAndDateOrAge() {
    assertThat(of("Martin;;Jean;05/09/1984;;;;;;", "Martin;;Jean;05/09/1984;;;;;;"))
        .isEqualTo("? NAMES_AND_BIRTH");
    assertThat(of("Martin;;Jean;;;;;;;42", "Martin;;Jean;;;;;;;42")).isEqualTo("two");
    assertThat(of("Martin;;Jean;;;;0639980001;;;42", "Martin;;Jean;;;;0639980001;;;42"))
        .isEqualTo("? NAMES_AND_CONTACT");
  }

  @Test
  void swappedNamesAndAllThatIsCopiedAreFound() {
    assertThat(of("Martin;;Léa;05/09/1984;;;;;;", "Léa;;Martin;05/09/1984;;;;;;"))
        .isEqualTo("? NAMES_AND_BIRTH");
    assertThat(
            of(
                "Martin;;Léa;05/09/1984;;;;lea@example.org;;",
                "MARTIN;;LEA;05/09/1984;;;;LEA@example.org;;"))
        .isEqualTo("=");
  }

  @Test
  void aFamilyBehindOneTelephoneIsSeveralPersons() {
    assertThat(
            of("Martin;;Léa;05/09/1984;;;0639980001;;;", "Martin;;Hugo;01/02/2012;;;0639980001;;;"))
        .isEqualTo("two");
  }

  @Test
  void aHealthIdentityJoinsTwoPatientNumbersOnlyForTheSameFirstNameAndBirthDate() {
    String head = "Nom;Prénom;DDN;IPP;Numéro\n";
    String number = "2690549588157" + "80";
    assertThat(
            withIns(
                head + "Roux;Léa;12/05/1969;A1;" + number + "\nMartin;Léa;12/05/1969;A2;" + number))
        .isEqualTo("=");
    assertThat(
            withIns(
                head + "Roux;Léa;12/05/1969;A1;" + number + "\nRoux;Zoé;12/05/1969;A2;" + number))
        .as("the number of a twin")
        .isEqualTo("? HEALTH_IDENTITY");
    assertThat(
            withIns(
                head + "Roux;Léa;12/05/1969;A1;" + number + "\nRoux;Zoé;03/07/1999;A2;" + number))
        .as("the number of the mother, under whom a child is cared for")
        .isEqualTo("two");
  }

  /** No false merge; what is found and what is not is told in docs/performance.md. */
  @Test
  void inventedPeopleAreNeverMergedFalselyAndMostOfThoseTwiceInTheListAreFound() {
    List<InventedPersons.Row> rows = new InventedPersons(7007).rows(PERSONS);
    Lists.Read read = Lists.readWithIns(csv(InventedPersons.HEADER, rows));
    assertThat(read.rejected()).isEmpty();
    PersonMatching found = match(read);
    Map<Integer, Integer> firstOf = new TreeMap<>();
    Map<String, int[]> told = new TreeMap<>();
    Set<Long> doubted =
        found.doubts().stream()
            .flatMap(d -> pairs(found, d).stream())
            .collect(Collectors.toCollection(HashSet::new));
    int[] all = new int[3];
    for (int row = 0; row < rows.size(); row++) {
      Integer first = firstOf.putIfAbsent(rows.get(row).person(), row);
      if (first != null) {
        int answer =
            found.keptBy(row) == found.keptBy(first)
                ? 0
                : doubted.contains(pair(found.keptBy(first), found.keptBy(row))) ? 1 : 2;
        told.computeIfAbsent(rows.get(row).kind(), kind -> new int[3])[answer]++;
        all[answer]++;
      }
    }
    int falselyMerged = 0;
    for (int row = 0; row < rows.size(); row++) {
      falselyMerged += rows.get(found.keptBy(row)).person() == rows.get(row).person() ? 0 : 1;
    }
    long rightly =
        found.doubts().stream()
            .filter(d -> rows.get(d.first()).person() == rows.get(d.second()).person())
            .count();
    double merged = share(all[0], all);
    double recall = share(all[0] + all[1], all);
    double precision = (double) rightly / found.doubts().size();
    told.forEach(
        (kind, n) ->
            LOG.info(
                () -> kind + ": merged " + n[0] + ", to look at " + n[1] + ", missed " + n[2]));
    LOG.info(
        () ->
            String.format(
                "%d rows, %d second rows: merged %.3f, merged or to look at %.3f; %d pairs to look"
                    + " at, %.3f of them one person",
                rows.size(),
                all[0] + all[1] + all[2],
                merged,
                recall,
                found.doubts().size(),
                precision));
    assertThat(falselyMerged).as("false merges").isZero();
    assertThat(merged).isGreaterThan(0.37);
    assertThat(recall).isGreaterThan(0.96);
  }

  private static Set<Long> pairs(PersonMatching found, PersonMatching.Doubt doubt) {
    return Set.of(pair(found.keptBy(doubt.first()), found.keptBy(doubt.second())));
  }

  private static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }

  private static double share(int some, int[] all) {
    return (double) some / (all[0] + all[1] + all[2]);
  }

  private static String csv(String header, List<InventedPersons.Row> rows) {
    return header
        + rows.stream().map(InventedPersons.Row::line).collect(Collectors.joining("\n"))
        + "\n";
  }

  /** "=", "two", or "?" and by what two rows may be one person. */
  private String of(String... lines) {
    return said(match(HEAD + String.join("\n", lines) + "\n"));
  }

  private String withIns(String file) {
    return said(match(file));
  }

  private static String said(PersonMatching found) {
    return found.keptBy(0) == found.keptBy(1)
        ? "="
        : found.doubts().isEmpty() ? "two" : "? " + found.doubts().get(0).likeness();
  }

  private PersonMatching match(String file) {
    return match(Lists.readWithIns(file));
  }

  private PersonMatching match(Lists.Read read) {
    PersonMatching matching = new PersonMatching();
    for (PersonLine line : read.taken()) {
      PersonHashes hashes = PersonHashes.of(line, line.identity().toJson(), seal, 7L);
      matching.add(
          hashes.kind() == PersonHashes.Kind.CONTENT,
          Wide.of(hashes.person()),
          Wide.of(hashes.ipp()),
          Wide.of(hashes.ins()),
          Wide.of(hashes.identity()).high(),
          hashes.keys());
    }
    return matching.match();
  }
}
