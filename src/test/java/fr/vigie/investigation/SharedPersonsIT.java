package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same people in lists of several controllers and regions, imported and frozen by the acts. */
class SharedPersonsIT {
  private static final String HEAD = "Nom de naissance;Prénoms;DDN;Sexe;COG;Téléphone;IPP;INS\n";
  private static final String INS = "2690549588157" + "80";

  private static Schema schema;
  private static Node node;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void eachSideLearnsHowManyAndItsOwnRowsAndNothingOfTheOther() {
    String mark = unique();
    Incident incident = TakenIn.reported(node, "28");
    TakenIn one = TakenIn.of(schema, node, incident, "28");
    TakenIn other = TakenIn.of(schema, node, incident, "28");
    TakenIn far = TakenIn.of(schema, node, TakenIn.reported(node, "75"), "75");
    one.imported(
            HEAD
                + "Le Fèvre"
                + mark
                + ";Élise;12/04/1957;F;76540;;A1;\n"
                + "Roux"
                + mark
                + ";Noël;03/11/1984;M;;0639980001;A2;\n"
                + "Seul"
                + mark
                + ";Max;03/11/1983;M;;;A3;\n")
        .frozen();
    other
        .imported(
            HEAD
                + "LE FEVRE"
                + mark
                + ";Elise;12/04/1957;F;76540;;B1;\n"
                + "Martin"
                + mark
                + ";Noël;03/11/1984;M;;06 39 98 00 01;B2;\n")
        .frozen();
    far.imported(HEAD + "Roux" + mark + ";Noël;03/11/1984;M;;;C1;\n").frozen();

    assertThat(numbers(one))
        .as("one surely, a changed name, and a homonym or the same far away")
        .isEqualTo(new SharedPersons.Overlap(1, 1, 0, 1));
    assertThat(numbers(other)).isEqualTo(new SharedPersons.Overlap(1, 1, 0, 0));
    assertThat(numbers(far)).isEqualTo(new SharedPersons.Overlap(0, 0, 0, 1));
    List<SharedPersons.Shared> seen = shared(one);
    assertThat(seen).hasSize(3).allMatch(link -> link.own().identity().ipp().startsWith("A"));
    assertThat(shared(far)).allMatch(link -> link.own().identity().ipp().equals("C1"));
    long link = seen.get(0).link().getId();
    assertThatThrownBy(
            () ->
                far.asDpo(
                    Permission.PERSONS_READ,
                    () -> {
                      node.get(SharedPersons.class).say(far.part, link, Verdict.TWO);
                      return null;
                    }))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aLinkIsUndoneByOneSideAndRestoredByTheSameAndTheCaseCountsDistinctPersons() {
    String mark = unique();
    Incident incident = TakenIn.reported(node, "28");
    TakenIn one = TakenIn.of(schema, node, incident, "28");
    TakenIn other = TakenIn.of(schema, node, incident, "28");
    TakenIn third = TakenIn.of(schema, node, incident, "28");
    String row = "Durand" + mark + ";Léa;12/05/1969;F;76540;;";
    one.imported(HEAD + row + "A1;\nSeul" + mark + ";Max;03/11/1983;M;76540;;A2;\n").frozen();
    other.imported(HEAD + row + "B1;\n").frozen();
    third.imported(HEAD + row + "C1;\n").frozen();
    assertThat(distinct(incident)).isEqualTo(new DistinctPersons(3, 4, 2, 2));
    assertThat(numbers(one)).isEqualTo(new SharedPersons.Overlap(1, 0, 0, 0));
    List<SharedPersons.Shared> links = shared(one);
    assertThat(links).hasSize(2).allMatch(link -> link.link().isSure());
    links.forEach(link -> say(one, link.link().getId(), Verdict.TWO));
    assertThat(numbers(one).isNone()).isTrue();
    assertThat(distinct(incident))
        .as("the other two are still one")
        .isEqualTo(new DistinctPersons(3, 4, 3, 3));
    third
        .imported(HEAD + "Nouveau" + mark + ";Zoé;01/02/1990;F;76540;;C2;\n" + row + "C1;\n")
        .frozen();
    assertThat(distinct(incident))
        .as("a new version of the other list changes nothing of what was said")
        .isEqualTo(new DistinctPersons(3, 5, 4, 4));
    links.forEach(link -> say(one, link.link().getId(), null));
    assertThat(numbers(one).inCase()).isEqualTo(1);
    assertThat(schema.number("select count(*) from audit_entry where facts like '%Durand%'"))
        .isZero();
  }

  @Test
  void aHealthIdentityIsMatchedByAndStandsNowhere() {
    String mark = unique();
    Incident incident = TakenIn.reported(node, "28");
    TakenIn one = TakenIn.of(schema, node, incident, "28");
    one.imported(
        HEAD
            + "Roux"
            + mark
            + ";Léa;12/05/1969;F;;;A1;"
            + INS
            + "\n"
            + "Martin"
            + mark
            + ";Léa;12/05/1969;F;;;A2;"
            + INS
            + "\n");
    assertThat(one.list().getFigures().getPersons()).isEqualTo(1);
    assertThat(one.list().getFigures().getDuplicates()).isEqualTo(1);
    var page =
        one.asDpo(
            Permission.PERSONS_READ,
            () ->
                node.get(PersonsDisclosure.class).page(one.part, null, Page.Request.firstRows(5)));
    assertThat(page.rows())
        .allMatch(
            row ->
                !new String(row.identity().toJson(), java.nio.charset.StandardCharsets.UTF_8)
                    .contains(INS.substring(0, 13)));
  }

  private static void say(TakenIn side, long link, Verdict verdict) {
    side.asDpo(
        Permission.PERSONS_READ,
        () -> {
          if (verdict == null) {
            node.get(SharedPersons.class).takeBack(side.part, link);
          } else {
            node.get(SharedPersons.class).say(side.part, link, verdict);
          }
          return null;
        });
  }

  private static SharedPersons.Overlap numbers(TakenIn side) {
    return side.asDpo(
        Permission.SCOPE_READ, () -> node.get(SharedPersons.class).numbers(side.part));
  }

  private static List<SharedPersons.Shared> shared(TakenIn side) {
    return side.asDpo(
        Permission.PERSONS_READ,
        () -> node.get(SharedPersons.class).page(side.part, Page.Request.firstRows(20)).rows());
  }

  private static DistinctPersons distinct(Incident incident) {
    return node.act(
        Schema.NORMANDY,
        Permission.SCOPE_READ,
        () -> node.get(SharedPersons.class).distinct(incident.getReference()));
  }

  private static String unique() {
    return Long.toString(Schema.id(), 36).replaceAll("\\d", "x");
  }
}
