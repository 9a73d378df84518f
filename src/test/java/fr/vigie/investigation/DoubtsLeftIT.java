package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines that may be one person, and that nobody looks at one by one (BR-09). */
class DoubtsLeftIT {
  private static final String LIST =
      "Nom de naissance;Prénoms;DDN;IPP\n"
          + "Inventé;Élise;12/04/1957;X1\nINVENTE;Elise;12/04/1957;X2\n"
          + "Imaginé;Noël;03/11/1984;X3\nIMAGINE;Noel;03/11/1984;X4\n";

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
  void theRestLeftInOneActCountsAsTwoPersonsEachAndVerdictsAreStillTakenBack() {
    TakenIn list = TakenIn.of(schema, node, TakenIn.reported(node, "28"), "28").imported(LIST);
    say(list, Verdict.SAME);
    assertThatThrownBy(list::frozen).hasMessage("investigation.refused.doubts");
    list.asDpo(Permission.PERSONS_READ, () -> settling().leaveRest(list.part));
    assertThat(persons(list)).as("one of the pair decided, two of the pair left").isEqualTo(3);
    PersonVerdict given =
        list.asDpo(
                Permission.PERSONS_READ,
                () -> settling().settled(list.part, Page.Request.firstRows(5)))
            .rows()
            .get(0)
            .verdict();
    list.asDpo(Permission.PERSONS_READ, () -> settling().takeBack(list.part, given.getId()));
    assertThat(persons(list)).as("both pairs are left").isEqualTo(4);
    say(list, Verdict.SAME);
    assertThat(persons(list)).as("a pair left can still be looked at").isEqualTo(3);
    list.frozen();
    assertThat(list.list().getState()).isEqualTo(ScopeVersion.State.FROZEN);
    assertThat(list.list().getFigures().getCandidates()).isEqualTo(2);
    list.imported(LIST + "Venu;Luc;01/02/1990;X5\n");
    assertThatThrownBy(list::frozen)
        .as("more lines came: they are looked at first")
        .hasMessage("investigation.refused.doubts");
  }

  /** Of the first pair that waits. */
  private static void say(TakenIn list, Verdict verdict) {
    list.asDpo(
        Permission.PERSONS_READ,
        () -> {
          PersonPair pair = settling().open(list.part, Page.Request.firstRows(5)).rows().get(0);
          return settling()
              .decide(list.part, pair.first().row().getId(), pair.second().row().getId(), verdict);
        });
  }

  private static long persons(TakenIn list) {
    return list.list().getFigures().getPersons();
  }

  private static DoubtSettling settling() {
    return node.get(DoubtSettling.class);
  }
}
