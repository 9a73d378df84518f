package fr.vigie.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.database.Waves;
import fr.vigie.identity.Role;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Controllers;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Moment;
import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import fr.vigie.regime.RegimeRule;
import fr.vigie.regime.RegimeRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for a second person stands on the desk of whoever may decide it, and on no other. */
class DecisionsIT {
  private static final Instant AGO =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
  private static final String REGION = "28";

  private static Schema schema;
  private static Node node;

  private long hospital;
  private Incident incident;
  private Involvement part;
  private Caller ciso;
  private Caller dpo;
  private Caller director;
  private Caller stranger;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void aCaseOfTwoHospitals() {
    hospital = schema.organisation(REGION);
    long other = schema.organisation(REGION);
    incident = Cases.qualified(node, Schema.NORMANDY, REGION, AGO);
    part = Cases.involved(node, Schema.NORMANDY, incident, hospital);
    Cases.involved(node, Schema.NORMANDY, incident, other);
    ciso = person(Role.REGIONAL_CISO, REGION, null);
    dpo = person(Role.CONTROLLER_DPO, null, hospital);
    director = person(Role.DIRECTOR, null, hospital);
    stranger = person(Role.CONTROLLER_DPO, null, other);
  }

  @Test
  void an_awareness_waits_for_those_of_its_controller_and_not_for_who_proposed_it() {
    propose(dpo);
    assertThat(keys(dpo)).isEmpty();
    assertThat(keys(stranger)).isEmpty();
    assertThat(keys(ciso)).isEmpty();
    Decisions.Line waiting = decisions(director).get(0);
    assertThat(waiting.decision().key()).isEqualTo("incident.decision.awareness");
    assertThat(waiting.decision().arguments()).containsExactly("Hôpital " + hospital);
    assertThat(waiting.proposer()).isEqualTo("Person " + dpo.id());
    assertThat(waiting.decision().page())
        .isEqualTo(
            "/incident/detail?ref="
                + incident.getReference()
                + "&tab=controllers&involvement="
                + part.getId());
    assertThat(next())
        .contains(
            List.of("incident.decision.awareness", "Hôpital " + hospital, "Person " + dpo.id()))
        .doesNotContain(List.of("incident.pending.awareness", "Hôpital " + hospital));
    node.act(
        director,
        Permission.AWARENESS_APPROVE,
        () -> node.get(Controllers.class).approveAwareness(part.getId(), seen()));
    assertThat(keys(director)).isEmpty();
    assertThat(next()).contains(List.of("incident.pending.risk", "Hôpital " + hospital));
    proposeRisk();
    assertThat(next())
        .contains(List.of("incident.decision.risk", "Hôpital " + hospital, "Person " + dpo.id()))
        .doesNotContain(List.of("incident.pending.risk", "Hôpital " + hospital));
  }

  @Test
  void a_risk_and_no_breach_wait_until_a_second_person_decides_or_the_case_ends() {
    proposeRisk();
    node.act(
        stranger,
        Permission.RISK_DECIDE,
        () ->
            node.get(Controllers.class)
                .proposeNoBreach(
                    schema.number(
                        "select id from involvement where incident_id = ? and id <> ?",
                        incident.getId(),
                        part.getId()),
                    "Aucune donnée de cet hôpital"));
    long other =
        schema.number(
            "select organisation_id from involvement where incident_id = ? and id <> ?",
            incident.getId(),
            part.getId());
    Caller otherDirector = person(Role.DIRECTOR, null, other);
    assertThat(keys(director)).containsExactly("incident.decision.risk");
    assertThat(keys(otherDirector)).containsExactly("incident.decision.noBreach");
    assertThat(keys(dpo)).isEmpty();
    assertThat(keys(stranger)).isEmpty();
    schema.change("update incident set state = 'CLOSED' where id = ?", incident.getId());
    assertThat(keys(director)).isEmpty();
  }

  @Test
  void a_list_a_message_an_exemption_and_a_declaration_wait_for_who_had_no_hand_in_them() {
    long wave = Waves.running(schema, part.getId(), 0);
    Waves.end(schema, wave);
    schema.change(
        "update notification_wave set exempt_from = 'HELD', exempt_count = 3, exempt_reason = 'x',"
            + " exempt_by = ?, exempt_at = utc_timestamp(6) where id = ?",
        dpo.id(),
        wave);
    schema.change(
        "update message_template set state = 'PROPOSED', proposed_by = ?, hands = ?,"
            + " proposed_at = utc_timestamp(6) where involvement_id = ?",
        ciso.id(),
        ciso.id() + " " + dpo.id(),
        part.getId());
    schema.change(
        "update scope_version set state = 'PROPOSED', proposed_by = ?,"
            + " proposed_at = utc_timestamp(6) where involvement_id = ?",
        dpo.id(),
        part.getId());
    submitted();
    assertThat(keys(director))
        .containsExactlyInAnyOrder(
            "notification.decision.message",
            "notification.decision.exemption",
            "declaration.decision.sign");
    assertThat(keys(ciso)).containsExactly("investigation.decision.list");
    String who = "Person " + dpo.id();
    String name = "Hôpital " + hospital;
    assertThat(next())
        .contains(
            List.of("notification.decision.message", name, "1", "Person " + ciso.id()),
            List.of("notification.decision.exemption", name, "1", "3", who),
            List.of("declaration.pending.sign.CNIL", name, "x"));
    assertThat(next())
        .filteredOn(line -> line.get(0).startsWith("regime.pending.undecided.RGPD_33"))
        .as("a duty tells whose it is")
        .anySatisfy(line -> assertThat(line.get(2)).contains(name));
    assertThat(keys(dpo)).isEmpty();
    assertThat(keys(stranger)).isEmpty();
    assertThat(keys(person(Role.ARS, REGION, null))).isEmpty();
    assertThat(keys(person(Role.REGIONAL_CISO, "32", null))).as("another region").isEmpty();
  }

  @Test
  void a_rule_of_law_and_a_role_wait_for_who_may_approve_them() {
    Caller admin = person(Role.TECHNICAL_ADMIN, null, null);
    RegimeRules rules = node.get(RegimeRules.class);
    RegimeRule proposed =
        node.act(
            admin,
            Permission.LAW_PROPOSE,
            () -> {
              RegimeRule last = rules.all().get(0);
              RegimeRule.Content said = last.content();
              return rules.propose(
                  last.getRegime(),
                  new RegimeRule.Content(
                      LocalDate.of(2098, 1, 1),
                      null,
                      true,
                      said.level(),
                      said.startEvent(),
                      said.recipient(),
                      said.legalBasis(),
                      said.stages()));
            });
    schema.change(
        "insert into grant_proposal (id, version, user_id, role, region_code, organisation_id,"
            + " proposed_by, proposed_at, state) values (?, 1, ?, 'CONTROLLER_DPO', ?, ?, ?,"
            + " utc_timestamp(6), 'PROPOSED')",
        Schema.id(),
        stranger.id(),
        REGION,
        hospital,
        admin.id());
    String page = "/regime/rules?rule=" + proposed.getId();
    assertThat(decisions(ciso)).anyMatch(line -> line.decision().page().equals(page));
    assertThat(decisions(admin)).noneMatch(line -> line.decision().page().equals(page));
    assertThat(decisions(director)).noneMatch(line -> line.decision().page().equals(page));
    List<AwaitedDecision> roles =
        decisions(director).stream().map(Decisions.Line::decision).toList();
    assertThat(roles)
        .singleElement()
        .satisfies(
            role -> {
              assertThat(role.key()).isEqualTo("identity.decision.role");
              assertThat(role.arguments())
                  .containsExactly(
                      new AwaitedDecision.Word("identity.role.CONTROLLER_DPO"),
                      "Person " + stranger.id());
            });
    assertThat(keys(stranger)).isEmpty();
    assertThat(keys(admin)).doesNotContain("identity.decision.role");
    schema.change("delete from regime_stage where rule_id = ?", proposed.getId());
    schema.change("delete from regime_rule where id = ?", proposed.getId());
  }

  private void proposeRisk() {
    node.act(
        dpo,
        Permission.RISK_DECIDE,
        () ->
            node.get(Controllers.class)
                .proposeRisk(part.getId(), Involvement.Risk.HIGH, "Dossiers lus par un tiers"));
  }

  /** What is to do next in the case: key and what it names. */
  private List<List<String>> next() {
    return node.read(
        Schema.NORMANDY,
        () ->
            node.get(CaseFile.class).overview(incident.getReference()).pending().stream()
                .map(
                    it ->
                        Stream.concat(
                                Stream.of(it.key()), it.arguments().stream().map(String::valueOf))
                            .toList())
                .toList());
  }

  private void submitted() {
    schema.change(
        "insert into declaration (id, version, incident_id, involvement_id, kind, type,"
            + " issue_number, schema_code, payload, state, prepared_by, prepared_at,"
            + " prepared_name, edited_by, edited_at, hands, submitted_by, submitted_name,"
            + " submitted_at) values (?, 1, ?, ?, 'CNIL', 'INITIAL', 1, 'cnil-violation-1', '{}',"
            + " 'READY', ?, utc_timestamp(6), 'x', ?, utc_timestamp(6), ?, ?, 'x',"
            + " utc_timestamp(6))",
        Schema.id(),
        incident.getId(),
        part.getId(),
        dpo.id(),
        dpo.id(),
        Long.toString(dpo.id()),
        dpo.id());
  }

  private void propose(Caller who) {
    node.act(
        who,
        Permission.AWARENESS_PROPOSE,
        () ->
            node.get(Controllers.class)
                .proposeAwareness(
                    part.getId(),
                    Moment.known(AGO.plusSeconds(60), ZoneId.of("Europe/Paris")),
                    "Appel du RSSI"));
  }

  private String seen() {
    List<String> row =
        schema
            .rows("select id, version from awareness where involvement_id = ?", part.getId())
            .get(0);
    return row.get(0) + "." + row.get(1);
  }

  private static Caller person(Role role, String region, Long organisation) {
    long id = schema.person(role.name(), region, organisation);
    RowScope rows =
        region != null
            ? RowScope.region(region)
            : organisation != null ? RowScope.organisation(organisation) : RowScope.EVERYWHERE;
    return new Caller(
        id, "p" + id, "Person " + id, List.of(new Caller.Grant(role.permissions(), rows)));
  }

  private static List<Decisions.Line> decisions(Caller caller) {
    return node.act(
        caller, Permission.DECISIONS_READ, () -> node.get(Decisions.class).awaited().lines());
  }

  /** Of cases: rules of law are everybody's, also of other tests. */
  private static List<String> keys(Caller caller) {
    return decisions(caller).stream()
        .map(line -> line.decision().key())
        .filter(key -> !key.startsWith("regime."))
        .toList();
  }
}
