package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.launch.TestParts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list whose key was destroyed is a number of rows and nothing more. */
class ErasedListIT {
  private static final String CSV =
      "Nom;Prénom;Date de naissance;IPP\nRoux;Léa;12/05/1969;A1\nPetit;Ana;03/07/1999;A2\n";

  private Schema schema;
  private Node node;
  private TakenIn list;

  @BeforeEach
  void freeze() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
    list = TakenIn.of(schema, node, TakenIn.reported(node, "28"), "28").imported(CSV).frozen();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private void erase() {
    list.asDpo(
        Permission.SCOPE_FREEZE_APPROVE,
        () -> {
          node.get(ScopeErasure.class).erase(list.part);
          return null;
        });
  }

  @Test
  void aListStaysAsLongAsItsCaseIsOpen() {
    assertThatThrownBy(this::erase)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.key()).isEqualTo("investigation.refused.caseOpen"));
    assertThat(rowsWithout("person_key")).isZero();
  }

  @Test
  void nobodyReadsOrFindsAnybodyInAnErasedListAndItsNumbersStay() throws SQLException {
    try (Connection connection = TestParts.current().database().connect();
        PreparedStatement close =
            connection.prepareStatement("update incident set state = 'CLOSED' where id = ?")) {
      close.setLong(1, list.incident.getId());
      close.executeUpdate();
    }
    erase();
    assertThat(list.list().getFigures().getPersons()).isEqualTo(2);
    for (String hash :
        new String[] {"person_key", "identity_hash", "ipp_hash", "match_keys", "own_key"}) {
      assertThat(rowsWithout(hash)).as(hash).isEqualTo(2);
    }
    assertThatThrownBy(
            () ->
                list.asDpo(
                    Permission.PERSONS_READ,
                    () ->
                        node.get(PersonsDisclosure.class)
                            .page(list.part, null, Page.Request.firstRows(10))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.key()).isEqualTo("investigation.refused.erased"));
  }

  private long rowsWithout(String column) {
    return schema.number(
        "select count(*) from affected_person p join scope_version v on v.id = p.scope_version_id"
            + " where v.involvement_id = ? and p."
            + column
            + " is null",
        list.part);
  }
}
