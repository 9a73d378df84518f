package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.database.Waves;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation added to a case by mistake, and what keeps one there. */
class WithdrawnOrganisationIT {
  private static final String REGION = "24";
  private static final String REASON = "Confondu avec le centre voisin";
  private static final Instant SIGNAL = Instant.parse("2024-06-01T06:00:00Z");
  private static final Instant NOW = Instant.parse("2024-06-03T06:00:00Z");
  private static final Caller ONE = Node.caller(7701, RowScope.region(REGION));
  private static final Caller TWO = Node.caller(7702, RowScope.region(REGION));

  private static Schema schema;
  private static Node node;

  private Incident incident;
  private Involvement part;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void anOrganisationTooMany() {
    incident = Cases.qualified(node, ONE, REGION, SIGNAL);
    part = Cases.involved(node, ONE, incident, schema.organisation(REGION));
  }

  @Test
  void leavesWithItsClocksWhileTheJournalAndTheTrailKeepIt() {
    propose();
    assertThat(clocks()).isPositive();
    withdraw(ONE);
    assertThat(schema.number("select count(*) from involvement where id = ?", part.getId()))
        .isZero();
    assertThat(clocks()).isZero();
    assertThat(
            schema.rows(
                "select entry_text, organisation_id from journal_entry where incident_id = ? and"
                    + " entry_text like 'incident.journal.withdrawn %'",
                incident.getId()))
        .singleElement()
        .satisfies(
            line -> {
              SystemLine said = SystemLine.read(line.get(0));
              assertThat(said.arguments())
                  .containsExactly(part.getOrganisation().getName(), REASON);
              assertThat(line.get(1)).as("for the team").isNull();
            });
    Involvement again = Cases.involved(node, ONE, incident, part.getOrganisation().getId());
    assertThat(again.getAware().at()).isEmpty();
  }

  @Test
  void withTheLastProcessorGoesTheDutyToTellTheOthers() {
    Involvement processor =
        edit(
            all ->
                all.involve(
                    incident.getReference(),
                    schema.organisation(REGION),
                    Involvement.Role.PROCESSOR));
    String notice =
        "select count(*) from regime_track where regime = 'RGPD_33_2' and incident_id = ?";
    assertThat(schema.number(notice, incident.getId())).isEqualTo(1);
    edit(
        all -> {
          all.withdraw(processor.getId(), REASON);
          return null;
        });
    assertThat(schema.number(notice, incident.getId())).isZero();
  }

  @Test
  void staysOnceItsAwarenessIsApproved() {
    String seen = propose().seen();
    node.act(
        TWO,
        Permission.AWARENESS_APPROVE,
        () -> node.get(Controllers.class).approveAwareness(part.getId(), seen));
    refused("incident.refused.withdrawal.decided");
  }

  @Test
  void staysWhileWhatAnotherProposedWaits() {
    propose(TWO);
    refused("incident.refused.withdrawal.awareness");
    edit(
        all -> all.proposeRisk(part.getId(), Involvement.Risk.NONE, "Rien de lisible n’est sorti"));
    refused("incident.refused.withdrawal.decided");
  }

  @Test
  void staysOnceAListIsBegun() {
    Waves.running(schema, part.getId(), 0);
    refused("investigation.refused.withdrawal");
  }

  @Test
  void staysOnceADeclarationIsPrepared() {
    schema.change(
        "insert into declaration (id, version, incident_id, involvement_id, kind, type,"
            + " issue_number, schema_code, payload, state, prepared_by, prepared_name, prepared_at,"
            + " edited_by, edited_at) values (?, 1, ?, ?, 'CNIL', 'INITIAL', 1, 'cnil-2026-1', '{}',"
            + " 'DRAFT', 1, 'a', utc_timestamp(6), 1, utc_timestamp(6))",
        Schema.id(),
        incident.getId(),
        part.getId());
    refused("declaration.refused.withdrawal");
  }

  @Test
  void staysOnceAPersonDecidedOnOneOfItsDeadlines() {
    schema.change(
        "update regime_track set decided_by = 1, decided_by_name = 'a' where involvement_id = ?",
        part.getId());
    refused("regime.refused.withdrawal");
  }

  @Test
  void staysWhileOneOfItsAccountsIsListed() {
    schema.change(
        "insert into compromised_account (id, version, incident_id, organisation_id, login,"
            + " account_system, holder, rpps, account_rights, state, listed_at)"
            + " values (?, 1, ?, ?, 'l', 's', '', '', '', 'SUSPECTED', utc_timestamp(6))",
        Schema.id(),
        incident.getId(),
        part.getOrganisation().getId());
    refused("containment.refused.withdrawal");
  }

  @Test
  void leavesForAReasonThatExplains() {
    assertThatThrownBy(
            () ->
                edit(
                    all -> {
                      all.withdraw(part.getId(), "erreur");
                      return null;
                    }))
        .hasMessage("incident.refused.tooShort");
  }

  private void refused(String key) {
    assertThatThrownBy(() -> withdraw(ONE)).hasMessage(key);
    assertThat(schema.number("select count(*) from involvement where id = ?", part.getId()))
        .isEqualTo(1);
  }

  private void withdraw(Caller who) {
    node.act(
        who,
        Permission.INCIDENT_EDIT,
        () -> {
          node.get(Controllers.class).withdraw(part.getId(), REASON);
          return null;
        });
  }

  private Awareness propose() {
    return propose(ONE);
  }

  private Awareness propose(Caller who) {
    return edit(
        who,
        all ->
            all.proposeAwareness(
                part.getId(),
                Moment.known(SIGNAL.plusSeconds(60), ZoneId.of("Europe/Paris")),
                "Le prestataire l’a écrit"));
  }

  private <T> T edit(Function<Controllers, T> act) {
    return edit(ONE, act);
  }

  private <T> T edit(Caller who, Function<Controllers, T> act) {
    return node.act(who, Permission.INCIDENT_EDIT, () -> act.apply(node.get(Controllers.class)));
  }

  private long clocks() {
    return schema.number(
        "select count(*) from regime_track where involvement_id = ?", part.getId());
  }
}
