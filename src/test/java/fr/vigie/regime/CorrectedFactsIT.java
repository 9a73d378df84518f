package fr.vigie.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.database.Waves;
import fr.vigie.incident.Closing;
import fr.vigie.incident.Controllers;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Moment;
import fr.vigie.incident.Workstream;
import fr.vigie.investigation.ScopeFreezing;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts that move after their duty was fulfilled, through the acts that move them. */
class CorrectedFactsIT {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant SIGNAL = Instant.parse("2024-06-01T06:00:00Z");
  private static final Instant AWARE = Instant.parse("2024-06-02T08:00:00Z");
  private static final Instant NOW = Instant.parse("2024-06-10T08:00:00Z");
  private static final String REGION = "53";
  private static final String REASON = "Numéros chiffrés, clé restée chez nous";
  private static final Caller ONE = Node.caller(7101, RowScope.region(REGION));
  private static final Caller TWO = Node.caller(7102, RowScope.region(REGION));

  private static Schema schema;
  private static Node node;

  private Incident incident;
  private Involvement controller;

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
  void aControllerThatKnows() {
    incident = Cases.qualified(node, ONE, REGION, SIGNAL);
    controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
    aware(AWARE, "Le prestataire a confirmé par écrit");
  }

  private void aware(Instant at, String why) {
    String proposal =
        controllers(ONE, all -> all.proposeAwareness(controller.getId(), known(at), why)).seen();
    controllers(TWO, all -> all.approveAwareness(controller.getId(), proposal));
  }

  @Test
  void aNotificationTurnsOutLateWhenTheAwarenessIsCorrectedAndOwesItsReasons() {
    Instant sent = AWARE.plus(Duration.ofHours(60));
    clock(
        Regime.RGPD_33,
        track -> {
          track.satisfied(sent, null);
          return null;
        });
    assertThat(obstacles()).doesNotContain("regime.pending.delay");
    Instant corrected = AWARE.minus(Duration.ofHours(24));
    aware(corrected, "Un agent savait depuis la veille");
    clock(
        Regime.RGPD_33,
        track -> {
          assertThat(track.getStartAt()).isEqualTo(corrected);
          assertThat(track.getSatisfiedAt()).isEqualTo(sent);
          assertThat(track.isLateByCorrection()).isTrue();
          DeadlineMove move = track.getHistory().get(track.getHistory().size() - 1);
          assertThat(move.getCause()).isEqualTo(DeadlineMove.Cause.START_CORRECTED);
          assertThat(move.getOldStartAt()).isEqualTo(AWARE);
          assertThat(move.getNewStartAt()).isEqualTo(corrected);
          assertThat(move.getReason()).isEqualTo("Un agent savait depuis la veille");
          assertThat(move.getMovedByName()).isEqualTo(TWO.displayName());
          return null;
        });
    assertThat(obstacles()).contains("regime.pending.delay");
    clock(
        Regime.RGPD_33,
        track -> {
          track.explained("L’agent n’avait prévenu personne", NOW);
          return null;
        });
    assertThat(obstacles()).doesNotContain("regime.pending.delay");
  }

  @Test
  void theProcessorsNoticeFollowsItsCorrection() {
    assertThat(tracks()).noneMatch(track -> track.getRegime() == Regime.RGPD_33_2);
    controllers(
        ONE,
        all ->
            all.involve(
                incident.getReference(), schema.organisation(REGION), Involvement.Role.PROCESSOR));
    informed(AWARE);
    assertThat(satisfied(Regime.RGPD_33_2)).isEqualTo(AWARE);
    informed(AWARE.plusSeconds(7_200));
    assertThat(satisfied(Regime.RGPD_33_2)).isEqualTo(AWARE.plusSeconds(7_200));
    controllers(ONE, all -> all.informed(controller.getId(), Moment.notKnownYet()));
    assertThat(satisfied(Regime.RGPD_33_2)).isNull();
  }

  @Test
  void noBreachIsRefusedWhileAListInForceNamesPersonsAndElseDecidedByTwo() {
    Waves.running(schema, controller.getId(), 0);
    listed(1);
    assertThatThrownBy(this::noBreach).hasMessage("investigation.refused.personsListed");
    listed(0);
    String seen = noBreach().seen();
    assertThat(obstacles()).contains("regime.pending.undecided.RGPD_33");
    listed(1);
    assertThatThrownBy(() -> controllers(TWO, all -> all.approveNoBreach(controller.getId(), seen)))
        .hasMessage("investigation.refused.personsListed");
    listed(0);
    controllers(TWO, all -> all.approveNoBreach(controller.getId(), seen));
    assertThat(obstacles()).doesNotContain("regime.pending.undecided.RGPD_33");
  }

  @Test
  void aListFrozenWithPersonsEndsNoBreachAndWhatRestedOnIt() {
    String seen = noBreach().seen();
    controllers(TWO, all -> all.approveNoBreach(controller.getId(), seen));
    assertThat(applicability(Regime.RGPD_33)).isEqualTo(Applicability.DOES_NOT_APPLY);
    assertThatThrownBy(this::noBreach).hasMessage("incident.refused.noBreachAlready");
    Waves.running(schema, controller.getId(), 0);
    freeze(0);
    assertThat(applicability(Regime.RGPD_33)).isEqualTo(Applicability.DOES_NOT_APPLY);
    freeze(1);
    assertThat(applicability(Regime.RGPD_33)).isEqualTo(Applicability.TO_DETERMINE);
    assertThat(applicability(Regime.RGPD_34)).isEqualTo(Applicability.TO_DETERMINE);
    assertThat(obstacles()).contains("regime.pending.undecided.RGPD_33");
    assertThat(breach()).as("its awareness was approved").isEqualTo(Involvement.Breach.YES);
    assertThat(clock(Regime.RGPD_33, RegimeTrack::isWatched)).isTrue();
    assertThat(clock(Regime.RGPD_33, RegimeTrack::getDecidedByName)).isNull();
  }

  @Test
  void aNoInOtherWordsThatNobodyCouldSayNowFallsWithNoBreachToo() {
    String seen = noBreach().seen();
    controllers(TWO, all -> all.approveNoBreach(controller.getId(), seen));
    doesNotApply(Regime.RGPD_33, "Le délégué n’y voit aucune violation");
    Waves.running(schema, controller.getId(), 0);
    freeze(1);
    assertThat(applicability(Regime.RGPD_33)).isEqualTo(Applicability.TO_DETERMINE);
    assertThat(clock(Regime.RGPD_33, RegimeTrack::isWatched)).isTrue();
  }

  @Test
  void withoutAnAwarenessAListFrozenWithPersonsMakesTheBreachADecisionToTake() {
    controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
    String seen = noBreach().seen();
    controllers(TWO, all -> all.approveNoBreach(controller.getId(), seen));
    Waves.running(schema, controller.getId(), 0);
    freeze(3);
    assertThat(breach()).isEqualTo(Involvement.Breach.TO_DETERMINE);
    assertThat(obstacles()).contains("incident.pending.awareness");
  }

  @Test
  void anAwarenessApprovedAfterNoBreachMakesItsDutiesDecisionsToTake() {
    String seen = noBreach().seen();
    controllers(TWO, all -> all.approveNoBreach(controller.getId(), seen));
    aware(AWARE.plusSeconds(3_600), "La revente des données le prouve");
    assertThat(breach()).isEqualTo(Involvement.Breach.YES);
    assertThat(applicability(Regime.RGPD_33)).isEqualTo(Applicability.TO_DETERMINE);
  }

  private Involvement.Breach breach() {
    return node.read(
        ONE, () -> node.entities().find(Involvement.class, controller.getId()).getBreach());
  }

  /** ONE has proposed the list again, with so many persons; TWO approves. */
  private void freeze(long persons) {
    listed(persons);
    schema.change(
        "update scope_version set state = 'PROPOSED', proposed_by = ? where involvement_id = ?",
        ONE.id(),
        controller.getId());
    long list =
        schema.number("select id from scope_version where involvement_id = ?", controller.getId());
    node.act(
        TWO,
        Permission.SCOPE_FREEZE_APPROVE,
        () -> {
          String seen = node.entities().find(ScopeVersion.class, list).seen();
          return node.get(ScopeFreezing.class).approve(controller.getId(), seen);
        });
  }

  private Involvement noBreach() {
    return controllers(
        ONE,
        all -> all.proposeNoBreach(controller.getId(), "Aucune ligne dans les journaux du compte"));
  }

  private void listed(long persons) {
    schema.change(
        "update scope_version set person_total = ? where involvement_id = ?",
        persons,
        controller.getId());
  }

  @Test
  void noOnePersonContradictsTheRiskThatTwoDecided() {
    assertThatThrownBy(() -> doesNotApply(Regime.RGPD_33, REASON))
        .as("risk not decided yet")
        .hasMessage("regime.refused.risk.RGPD_33");
    assertThatThrownBy(() -> doesNotApply(Regime.RGPD_34, "x"))
        .hasMessage("regime.refused.tooShort");
    doesNotApply(Regime.RGPD_34, REASON);
    risk(Involvement.Risk.HIGH);
    assertThat(applicability(Regime.RGPD_34))
        .as("two persons weigh more than one before")
        .isEqualTo(Applicability.APPLIES);
    assertThatThrownBy(() -> doesNotApply(Regime.RGPD_34, REASON))
        .hasMessage("regime.refused.risk.RGPD_34");
    assertThatThrownBy(() -> doesNotApply(Regime.RGPD_33, REASON))
        .hasMessage("regime.refused.risk.RGPD_33");
    risk(Involvement.Risk.NONE);
    doesNotApply(Regime.RGPD_34, REASON);
    doesNotApply(Regime.RGPD_33, REASON);
  }

  @Test
  void aComplaintIsAFactOnlyForWhomItsProofNames() {
    Long complaint = id(Regime.PLAINTE);
    done(complaint, "PV 2024/0451");
    assertThat(complained()).isFalse();
    schema.change(
        "update regime_track set proof_reference = ? where id = ?",
        "PV 2024/0451, " + controller.getOrganisation().getName(),
        complaint);
    assertThat(complained()).isTrue();
  }

  private boolean complained() {
    return node.read(
        ONE,
        () -> node.get(RegimeRepository.class).fulfilled(controller, Regime.PLAINTE).isPresent());
  }

  @Test
  void aDirectorWhoMayNotDecideIsToldWhoMay() {
    Caller director =
        Node.caller(7103, RowScope.organisation(controller.getOrganisation().getId()));
    Long complaint = id(Regime.PLAINTE);
    assertThatThrownBy(
            () ->
                node.act(
                    director,
                    Permission.REGIME_DECIDE,
                    () ->
                        node.get(RegimeDeciding.class)
                            .decide(complaint, Applicability.APPLIES, "")))
        .as("the case has no lead whose director could")
        .hasMessage("regime.refused.role.REGIME_DECIDE_SECURITY.none");
  }

  private Long id(Regime regime) {
    return tracks().stream()
        .filter(track -> track.getRegime() == regime)
        .findFirst()
        .orElseThrow()
        .getId();
  }

  private void risk(Involvement.Risk risk) {
    String seen = controllers(ONE, all -> all.proposeRisk(controller.getId(), risk, REASON)).seen();
    controllers(TWO, all -> all.approveRisk(controller.getId(), seen));
  }

  private Applicability applicability(Regime regime) {
    return tracks().stream()
        .filter(track -> track.getRegime() == regime)
        .findFirst()
        .orElseThrow()
        .getApplicability();
  }

  private void doesNotApply(Regime regime, String reason) {
    Long id = id(regime);
    node.act(
        ONE,
        Permission.REGIME_DECIDE,
        () -> node.get(RegimeDeciding.class).decide(id, Applicability.DOES_NOT_APPLY, reason));
  }

  @Test
  void theDutyToTellPersonsRunsAgainWhenANewListNamesMore() {
    String risk =
        controllers(
                ONE,
                all ->
                    all.proposeRisk(
                        controller.getId(), Involvement.Risk.HIGH, "Hameçonnage ciblé probable"))
            .seen();
    controllers(TWO, all -> all.approveRisk(controller.getId(), risk));
    long wave = Waves.running(schema, controller.getId(), 1);
    long list = schema.number("select scope_version_id from notification_wave where id = ?", wave);
    person(list, "first");
    assertThat(obstacles()).contains("notification.pending.sending");
    schema.change(
        "update person_message set state = 'DELIVERED', person_key = 'first' where wave_id = ?",
        wave);
    assertThat(obstacles()).doesNotContain("notification.pending.sending");
    informed(AWARE);
    assertThat(satisfied(Regime.RGPD_34)).isEqualTo(NOW);
    assertThat(this.<Long>clock(Regime.RGPD_34, RegimeTrack::getPeopleTold)).isEqualTo(1);
    person(list, "second");
    informed(AWARE.plusSeconds(60));
    assertThat(satisfied(Regime.RGPD_34)).isNull();
    List<DeadlineMove.Cause> causes =
        clock(
            Regime.RGPD_34,
            track -> track.getHistory().stream().map(DeadlineMove::getCause).toList());
    assertThat(causes).endsWith(DeadlineMove.Cause.RUNS_AGAIN);
    assertThat(obstacles()).contains("notification.pending.untreated");
  }

  @Test
  void readingAClockLeavesItsRowAlone() {
    long id = id(Regime.RGPD_33);
    int before = version(id);
    node.act(
        ONE,
        Permission.REGIME_DECIDE,
        () -> {
          RegimeTrack track = node.entities().find(RegimeTrack.class, id);
          return track.isSatisfiedLate() || track.isDelayToExplain() || track.isLateByCorrection();
        });
    assertThat(version(id)).isEqualTo(before);
  }

  private static int version(long track) {
    return (int) schema.number("select version from regime_track where id = ?", track);
  }

  @Test
  void aStagePassedLateIsKept() {
    long rule =
        schema.number(
            "select id from regime_rule where regime = 'NIS2' order by valid_from limit 1");
    long ose =
        schema.number(
            "select id from regime_track where regime = 'OSE' and incident_id = ?",
            incident.getId());
    schema.change(
        "update regime_track set rule_id = ?, stage_code = 'EARLY_WARNING', applicability = 'APPLIES',"
            + " start_at = ?, due_at = ?, internal_target = false where id = ?",
        rule,
        LocalDateTime.ofInstant(SIGNAL, ZoneOffset.UTC),
        LocalDateTime.ofInstant(SIGNAL.plus(Duration.ofHours(24)), ZoneOffset.UTC),
        ose);
    node.act(
        ONE,
        Permission.REGIME_DECIDE,
        () -> node.get(RegimeDeciding.class).done(ose, NOW, "ANSSI-1", "Contact introuvable"));
    node.act(
        ONE,
        Permission.REGIME_DECIDE,
        () -> node.get(RegimeDeciding.class).done(ose, NOW, "ANSSI-2", "Suite du premier retard"));
    RegimeTrack kept =
        tracks().stream().filter(track -> track.getId() == ose).findFirst().orElseThrow();
    assertThat(kept.getStagesDone())
        .extracting(StageDone::getCode, StageDone::isLate, StageDone::getLateReason)
        .containsExactly(
            tuple("EARLY_WARNING", true, "Contact introuvable"),
            tuple("NOTIFICATION", true, "Suite du premier retard"));
    assertThat(kept.isSomewhereLate()).isTrue();
    assertThat(kept.isSatisfied()).isFalse();
    Instant corrected = SIGNAL.minusSeconds(3_600);
    node.act(
        ONE,
        Permission.REGIME_DECIDE,
        () -> {
          RegimeTrack track = node.entities().find(RegimeTrack.class, ose);
          track.startsAt(corrected, track.getRule(), "Une heure plus tôt", ONE, NOW);
          return track;
        });
    assertThat(
            tracks().stream()
                .filter(track -> track.getId() == ose)
                .flatMap(track -> track.getStagesDone().stream())
                .map(StageDone::getDueAt))
        .containsExactly(
            corrected.plus(Duration.ofHours(24)), corrected.plus(Duration.ofHours(72)));
  }

  @Test
  void aComplaintIsProvenByItsNumberAndItsStartAlone() {
    Long lopmi =
        tracks().stream()
            .filter(track -> track.getRegime() == Regime.LOPMI)
            .findFirst()
            .orElseThrow()
            .getId();
    assertThatThrownBy(() -> done(lopmi, "Échange sur 17Cyber"))
        .hasMessage("regime.refused.noComplaint");
    assertThatThrownBy(() -> done(lopmi, "PV 2024/0451")).hasMessage("regime.refused.startUnknown");
  }

  @Test
  void aCaseStaysOpenWhileASeverityLacksAndAsksWhoLeadsAndWhoProcesses() {
    assertThat(obstacles()).contains("incident.pending.severity");
    controllers(
        ONE, all -> all.play(controller.getId(), Involvement.Role.JOINT_CONTROLLER, false, false));
    assertThat(toDo()).contains("incident.pending.jointLead");
    assertThat(toDo()).doesNotContain("incident.pending.processorUnknown");
    informed(AWARE);
    assertThat(toDo()).contains("incident.pending.processorUnknown");
    serviceWithProcessor();
    assertThat(toDo()).contains("incident.pending.processor");
    controllers(
        ONE, all -> all.play(controller.getId(), Involvement.Role.JOINT_CONTROLLER, true, false));
    assertThat(toDo()).doesNotContain("incident.pending.jointLead");
  }

  private void serviceWithProcessor() {
    long service = Schema.id();
    schema.change(
        "insert into service (id, version, name, region_code) values (?, 1, 'Identité', ?)",
        service,
        REGION);
    party(service, controller.getOrganisation().getId(), "CONTROLLER");
    party(service, schema.organisation(REGION), "PROCESSOR");
  }

  private static void party(long service, long organisation, String role) {
    schema.change(
        "insert into service_party (id, version, service_id, organisation_id, role)"
            + " values (?, 1, ?, ?, ?)",
        Schema.id(),
        service,
        organisation,
        role);
  }

  private static void person(long list, String key) {
    schema.change(
        "insert into affected_person (id, version, scope_version_id, upload_id, line_number,"
            + " exposure, minor, protected_adult, deceased, in_secrecy, has_email, has_phone,"
            + " has_address, duplicate, candidate, data_categories, key_kind, person_key, content)"
            + " values (?, 1, ?, 1, 1, 'VIEWED', 0, 0, 0, 0, 0, 0, 0, 0, 0, '', 'IPP', ?, x'00')",
        Schema.id(),
        list,
        key);
  }

  private void informed(Instant at) {
    controllers(ONE, all -> all.informed(controller.getId(), known(at)));
  }

  private static Moment known(Instant at) {
    return Moment.known(at, PARIS);
  }

  private RegimeTrack done(Long track, String proof) {
    return node.act(
        ONE,
        Permission.REGIME_DECIDE,
        () -> node.get(RegimeDeciding.class).done(track, NOW, proof, null));
  }

  private static <T> T controllers(Caller who, Function<Controllers, T> act) {
    return node.act(who, Permission.INCIDENT_EDIT, () -> act.apply(node.get(Controllers.class)));
  }

  private <T> T clock(Regime regime, Function<RegimeTrack, T> use) {
    Supplier<T> work =
        () ->
            use.apply(
                node.get(RegimeRepository.class)
                    .settledByFacts(
                        node.entities().find(Involvement.class, controller.getId()), regime)
                    .orElseThrow());
    return node.act(ONE, Permission.REGIME_DECIDE, work);
  }

  private Instant satisfied(Regime regime) {
    return clock(regime, RegimeTrack::getSatisfiedAt);
  }

  private List<RegimeTrack> tracks() {
    return node.read(ONE, () -> node.get(RegimeTracks.class).of(incident.getReference()));
  }

  /** Keys of what stands in the way of closing. */
  private List<String> obstacles() {
    return node.read(
        ONE,
        () ->
            node.get(Closing.class).obstacles(incident.getReference()).stream()
                .map(Workstream.Pending::key)
                .toList());
  }

  /** Keys of all that is left to do. */
  private List<String> toDo() {
    return node.read(
        ONE,
        () ->
            node
                .get(fr.vigie.incident.CaseProgress.class)
                .pending(node.entities().find(Incident.class, incident.getId()))
                .stream()
                .map(Workstream.Pending::key)
                .toList());
  }
}
