package fr.vigie.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.incident.CaseState;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Moment;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeTrackTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant AWARE = Instant.parse("2025-09-05T12:20:00Z");
  private static final Instant NOW = Instant.parse("2025-09-05T13:00:00Z");
  private static final Caller ADMINISTRATOR = new Caller(5, "admin", "Alice", List.of());
  private static final Caller DPO = new Caller(7, "dpo", "Denis", List.of());

  /** A case in Paris time whose attack was known at a given time. */
  private static class Case extends Incident {
    private static final long serialVersionUID = 1L;
    private final transient Instant attackKnown;

    Case(Instant attackKnown) {
      this.attackKnown = attackKnown;
    }

    @Override
    public ZoneId zone() {
      return PARIS;
    }

    @Override
    public CaseState getState() {
      return CaseState.OPEN;
    }

    @Override
    public Moment getAttackKnown() {
      return attackKnown == null ? Moment.notKnownYet() : Moment.known(attackKnown, PARIS);
    }
  }

  private static RegimeRule rule(Regime regime, String from, String to, RegimeStage... stages) {
    RegimeRule rule = proposed(regime, from, to, stages);
    rule.approve(DPO, LocalDate.parse(from).atStartOfDay(ZoneOffset.UTC).toInstant());
    return rule;
  }

  private static RegimeRule proposed(Regime regime, String from, String to, RegimeStage... stages) {
    return new RegimeRule(
        regime,
        new RegimeRule.Content(
            LocalDate.parse(from),
            to == null ? null : LocalDate.parse(to),
            true,
            RegimeLevel.PER_CASE,
            StartEvent.ATTACK_KNOWN,
            "CNIL",
            "RGPD",
            List.of(stages)),
        ADMINISTRATOR,
        NOW);
  }

  private static RegimeStage legal(int hours) {
    return RegimeStage.timed(
        "NOTIFICATION", DeadlineRule.legalHours(hours), CountedFrom.START_EVENT);
  }

  private static RegimeTrack started(RegimeRule rule) {
    RegimeTrack track = new RegimeTrack(new Case(null), null, rule, NOW);
    track.startsAt(AWARE, rule, null, DPO, NOW);
    return track;
  }

  @Test
  void theDeadlineIsSeventyTwoElapsedHoursAndTheToleranceOnlyADetail() {
    RegimeTrack track = started(rule(Regime.RGPD_33, "2018-05-25", null, legal(72)));
    assertThat(track.getDueAt()).isEqualTo(Instant.parse("2025-09-08T12:20:00Z"));
    assertThat(track.getRegulatoryAt()).isEqualTo(Instant.parse("2025-09-08T13:00:00Z"));
    assertThat(track.isInternalTarget()).isFalse();
  }

  @Test
  void aMovedStartMovesAnOpenDeadlineAndKeepsHistory() {
    RegimeRule rule = rule(Regime.RGPD_33, "2018-05-25", null, legal(72));
    RegimeTrack track = started(rule);
    track.startsAt(AWARE.plusSeconds(3600), rule, null, DPO, NOW);
    assertThat(track.getDueAt()).isEqualTo(Instant.parse("2025-09-08T13:20:00Z"));
    assertThat(track.getHistory())
        .extracting(DeadlineMove::getCause)
        .containsExactly(DeadlineMove.Cause.START_KNOWN, DeadlineMove.Cause.START_MOVED);
    DeadlineMove move = track.getHistory().get(1);
    assertThat(move.getOldStartAt()).isEqualTo(AWARE);
    assertThat(move.getOldDueAt()).isEqualTo(Instant.parse("2025-09-08T12:20:00Z"));
    assertThat(move.getMovedByName()).isEqualTo("Denis");
  }

  @Test
  void aCorrectedStartShowsThatWhatWasSentWasLateAndAsksForItsReasons() {
    RegimeRule rule = rule(Regime.RGPD_33, "2018-05-25", null, legal(72));
    RegimeTrack track = started(rule);
    Instant sent = AWARE.plusSeconds(60 * 3600);
    track.satisfied(sent, null);
    assertThat(track.isSatisfiedLate()).isFalse();
    Instant corrected = AWARE.minusSeconds(24 * 3600);
    track.startsAt(corrected, rule, "Le prestataire avait appelé la veille", DPO, sent);
    assertThat(track.getStartAt()).isEqualTo(corrected);
    assertThat(track.getDueAt()).isEqualTo(corrected.plusSeconds(72 * 3600));
    assertThat(track.getSatisfiedAt()).as("what was sent").isEqualTo(sent);
    assertThat(track.isSatisfiedLate()).isTrue();
    assertThat(track.isLateByCorrection()).isTrue();
    assertThat(track.isDelayToExplain()).isTrue();
    assertThat(track.isWatched()).as("nothing to remind of").isFalse();
    DeadlineMove move = track.getHistory().get(1);
    assertThat(move.getCause()).isEqualTo(DeadlineMove.Cause.START_CORRECTED);
    assertThat(move.getOldStartAt()).isEqualTo(AWARE);
    assertThat(move.getNewStartAt()).isEqualTo(corrected);
    assertThat(move.getReason()).isEqualTo("Le prestataire avait appelé la veille");
    assertThat(move.getMovedByName()).isEqualTo("Denis");
    track.explained("L’appel n’avait pas été transmis", sent.plusSeconds(60));
    assertThat(track.isDelayToExplain()).isFalse();
    assertThat(track.isLateByCorrection()).isTrue();
    assertThat(track.getLateReason()).isEqualTo("L’appel n’avait pas été transmis");
  }

  @Test
  void whatWasLateBeforeIsNotSaidToBeLateByTheCorrection() {
    RegimeRule rule = rule(Regime.RGPD_33, "2018-05-25", null, legal(72));
    RegimeTrack track = started(rule);
    track.satisfied(AWARE.plusSeconds(100 * 3600), "Le prestataire a tardé");
    track.startsAt(AWARE.minusSeconds(3600), rule, "Une heure plus tôt", DPO, NOW);
    assertThat(track.isSatisfiedLate()).isTrue();
    assertThat(track.isLateByCorrection()).isFalse();
    assertThat(track.isDelayToExplain()).as("its reasons were given").isFalse();
  }

  @Test
  void asLongAsCorrectionsMakeItLateTheySayItTogether() {
    RegimeRule rule = rule(Regime.RGPD_33, "2018-05-25", null, legal(72));
    RegimeTrack track = started(rule);
    track.satisfied(AWARE.plusSeconds(60 * 3600), null);
    track.startsAt(AWARE.minusSeconds(24 * 3600), rule, "La veille", DPO, NOW);
    track.startsAt(AWARE.minusSeconds(48 * 3600), rule, "L’avant-veille", DPO, NOW);
    assertThat(track.isLateByCorrection()).isTrue();
    assertThat(track.isDelayToExplain()).isTrue();
  }

  @Test
  void aCorrectionThatLeavesItOnTimeAsksForNothing() {
    RegimeRule rule = rule(Regime.RGPD_33, "2018-05-25", null, legal(72));
    RegimeTrack track = started(rule);
    track.satisfied(AWARE.plusSeconds(3600), null);
    track.startsAt(AWARE.minusSeconds(3600), rule, "Une heure plus tôt", DPO, NOW);
    assertThat(track.isSatisfiedLate()).isFalse();
    assertThat(track.isDelayToExplain()).isFalse();
    track.startsAt(null, rule, null, DPO, NOW);
    assertThat(track.getStartAt())
        .as("a start unsaid is no correction")
        .isEqualTo(AWARE.minusSeconds(3600));
  }

  @Test
  void aLaterStageCountedFromTheStartFollowsACorrection() {
    RegimeRule rule = rule(Regime.NIS2, "2024-10-18", null, legal(24), legal(72));
    RegimeTrack track = started(rule);
    track.satisfied(AWARE.plusSeconds(3600), null);
    track.startsAt(AWARE.minusSeconds(3600), rule, null, DPO, NOW);
    assertThat(track.getStageRank()).isEqualTo(1);
    assertThat(track.getDueAt()).isEqualTo(AWARE.plusSeconds(71 * 3600));
  }

  @Test
  void aStagePassedLateStaysLateWhateverFollows() {
    RegimeStage report =
        RegimeStage.timed("FINAL_REPORT", DeadlineRule.legalMonths(1), CountedFrom.PREVIOUS_STAGE);
    RegimeRule rule = rule(Regime.NIS2, "2024-10-18", null, legal(24), legal(72), report);
    RegimeTrack track = started(rule);
    track.proven("ANSSI-1");
    track.satisfied(AWARE.plusSeconds(30 * 3600), "Contact de l’ANSSI introuvable");
    track.satisfied(AWARE.plusSeconds(60 * 3600), null);
    track.satisfied(AWARE.plusSeconds(100 * 3600), null);
    assertThat(track.isSatisfied()).isTrue();
    assertThat(track.isSatisfiedLate()).as("the last one").isFalse();
    assertThat(track.isSomewhereLate()).isTrue();
    assertThat(track.getStagesDone()).extracting(StageDone::isLate).containsExactly(true, false);
    StageDone warning = track.getStagesDone().get(0);
    assertThat(warning.getLateReason()).isEqualTo("Contact de l’ANSSI introuvable");
    assertThat(warning.getProofReference()).isEqualTo("ANSSI-1");
    assertThat(warning.getDueAt()).isEqualTo(AWARE.plusSeconds(24 * 3600));
    assertThat(track.getLateReason()).as("of a stage that was on time").isNull();
  }

  @Test
  void aCorrectedStartTellsAnewWhetherAPassedStageWasLate() {
    RegimeRule rule = rule(Regime.NIS2, "2024-10-18", null, legal(24), legal(72));
    RegimeTrack track = started(rule);
    track.satisfied(AWARE.plusSeconds(20 * 3600), null);
    assertThat(track.isSomewhereLate()).isFalse();
    track.startsAt(AWARE.minusSeconds(8 * 3600), rule, null, DPO, NOW);
    assertThat(track.isSomewhereLate()).isTrue();
  }

  @Test
  void aLegalDutyWhoseStartIsUnknownCannotBeNotedAsDone() {
    RegimeRule rule = rule(Regime.LOPMI, "2023-04-24", null, legal(72));
    RegimeTrack track = new RegimeTrack(new Case(null), null, rule, NOW);
    assertThatThrownBy(track::mustHaveStarted).hasMessage("regime.refused.startUnknown");
    track.startsAt(AWARE, rule, null, DPO, NOW);
    track.mustHaveStarted();
    RegimeStage free = RegimeStage.untimed("COMPLAINT");
    new RegimeTrack(new Case(null), null, rule(Regime.PLAINTE, "2023-04-24", null, free), NOW)
        .mustHaveStarted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Tchat 17Cyber du 5", "17 cyber", "Pré-plainte 4512", "PREPLAINTE", "chat"})
  void aChatOrAPreComplaintIsNoComplaint(String proof) {
    assertThatThrownBy(() -> ComplaintPolicy.check(proof))
        .isInstanceOfSatisfying(
            RefusedException.class, no -> assertThat(no.field()).contains("proof"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PV 2025/004512", "Gendarmerie de Châteaudun", "17 CYB 0042"})
  void theNumberOfARecordProvesAComplaint(String proof) {
    ComplaintPolicy.check(proof);
  }

  @Test
  void sentAtTheDeadlineIsOnTimeAndASecondLaterNeedsReasons() {
    RegimeRule rule = rule(Regime.RGPD_33, "2018-05-25", null, legal(72));
    RegimeTrack onTime = started(rule);
    onTime.satisfied(onTime.getDueAt(), "");
    assertThat(onTime.isSatisfiedLate()).isFalse();

    RegimeTrack late = started(rule);
    Instant after = late.getDueAt().plusSeconds(1);
    assertThatThrownBy(() -> late.satisfied(after, " "))
        .isInstanceOfSatisfying(
            RefusedException.class, no -> assertThat(no.field()).contains("lateReason"));
    late.satisfied(after, "Le portail était fermé");
    assertThat(late.isSatisfiedLate()).isTrue();
    assertThat(late.getLateReason()).isEqualTo("Le portail était fermé");
  }

  @Test
  void anInternalTargetIsNeverLateForTheLaw() {
    RegimeStage target =
        RegimeStage.timed(
            "DECLARATION", DeadlineRule.internalTargetHours(4), CountedFrom.START_EVENT);
    RegimeTrack track = started(rule(Regime.SANTE_L1111_8_2, "2017-10-01", null, target));
    assertThat(track.isInternalTarget()).isTrue();
    assertThat(track.getRegulatoryAt()).isNull();
    track.satisfied(AWARE.plusSeconds(9 * 3600), null);
    assertThat(track.isSatisfied()).isTrue();
  }

  @Test
  void theRuleInForceAtTheStartEventCountsNotTheOneOfToday() {
    RegimeRule before = rule(Regime.RGPD_33, "2018-05-25", "2025-12-31", legal(72));
    RegimeRule after = rule(Regime.RGPD_33, "2026-01-01", null, legal(96));
    RuleBook book = new RuleBook(List.of(after, before));
    Case old = new Case(Instant.parse("2025-12-31T22:30:00Z"));
    Case recent = new Case(Instant.parse("2025-12-31T23:30:00Z"));
    assertThat(book.started(Regime.RGPD_33, old, null).orElseThrow().rule()).isSameAs(before);
    assertThat(book.started(Regime.RGPD_33, recent, null).orElseThrow().rule())
        .as("already 2026 in Paris")
        .isSameAs(after);
  }

  @Test
  void theComplaintClockStartsAtTheKnowledgeOfTheAttackAlone() {
    RegimeRule rule = rule(Regime.LOPMI, "2023-04-24", null, legal(72));
    RuleBook book = new RuleBook(List.of(rule));
    assertThat(book.started(Regime.LOPMI, new Case(null), null)).isEmpty();
    assertThat(book.started(Regime.LOPMI, new Case(AWARE), null).orElseThrow().start())
        .isEqualTo(AWARE);
  }

  @Test
  void theFinalReportIsDueAMonthAfterTheNotification() {
    RegimeStage report =
        RegimeStage.timed("FINAL_REPORT", DeadlineRule.legalMonths(1), CountedFrom.PREVIOUS_STAGE);
    RegimeTrack track =
        started(rule(Regime.NIS2, "2024-10-18", null, legal(24), legal(72), report));
    track.satisfied(AWARE.plusSeconds(3600), null);
    assertThat(track.getDueAt()).isEqualTo(AWARE.plusSeconds(72 * 3600));
    track.satisfied(Instant.parse("2025-09-06T10:00:00Z"), null);
    assertThat(track.getRegulatoryAt()).isEqualTo(Instant.parse("2025-10-06T22:00:00Z"));
    assertThat(track.isSatisfied()).isFalse();
  }

  @Test
  void aNoNeedsItsReasonAndItsAuthorStays() {
    RegimeTrack track = started(rule(Regime.RGPD_33, "2018-05-25", null, legal(72)));
    assertThatThrownBy(() -> track.decide(Applicability.DOES_NOT_APPLY, "", DPO, NOW))
        .hasMessage("regime.refused.reason");
    track.decide(Applicability.DOES_NOT_APPLY, "Aucune donnée personnelle", DPO, NOW);
    assertThat(track.getDecidedByName()).isEqualTo("Denis");
    assertThat(track.isWatched()).isFalse();
    assertThatThrownBy(() -> track.satisfied(NOW, null)).hasMessage("regime.refused.notApplicable");
  }

  @Test
  void rangesThatTouchDoNotOverlapAndInvertedOnesAreRefused() {
    RegimeRule first = rule(Regime.NIS2, "2024-10-18", "2026-12-31", legal(24));
    assertThat(first.overlaps(rule(Regime.NIS2, "2027-01-01", null, legal(24)))).isFalse();
    assertThat(first.overlaps(rule(Regime.NIS2, "2026-12-31", null, legal(24)))).isTrue();
    assertThatThrownBy(() -> rule(Regime.NIS2, "2027-01-02", "2027-01-01", legal(24)))
        .hasMessage("regime.refused.inverted");
  }

  @Test
  void onlyTheNearestOfSeveralRemindersIsTold() {
    RegimeTrack track = started(rule(Regime.LOPMI, "2023-04-24", null, legal(72)));
    ReminderThreshold day = threshold(1440);
    ReminderThreshold hours = threshold(360);
    Instant dayBefore = track.getDueAt().minusSeconds(86_400);
    assertThat(day.isReached(track, dayBefore.minusSeconds(1))).isFalse();
    assertThat(day.isReached(track, dayBefore)).isTrue();
    assertThat(day.yieldsTo(hours, track, dayBefore)).isFalse();
    assertThat(day.yieldsTo(hours, track, track.getDueAt().minusSeconds(60))).isTrue();
    assertThat(day.isReached(track, track.getDueAt().plusSeconds(1))).isFalse();
  }

  @Test
  void ofSeveralRemindersOfAPastDeadlineOnlyTheLastIsTold() {
    RegimeTrack track = started(rule(Regime.LOPMI, "2023-04-24", null, legal(72)));
    ReminderThreshold atOnce =
        new ReminderThreshold(Regime.LOPMI, ReminderThreshold.Kind.AFTER_DUE, 0);
    ReminderThreshold dayLater =
        new ReminderThreshold(Regime.LOPMI, ReminderThreshold.Kind.AFTER_DUE, 1440);
    Instant twoDaysAfter = track.getDueAt().plusSeconds(2 * 86_400);
    assertThat(atOnce.yieldsTo(dayLater, track, track.getDueAt())).isFalse();
    assertThat(atOnce.yieldsTo(dayLater, track, twoDaysAfter)).isTrue();
    assertThat(dayLater.yieldsTo(atOnce, track, twoDaysAfter)).isFalse();
  }

  private static ReminderThreshold threshold(int minutes) {
    return new ReminderThreshold(Regime.LOPMI, ReminderThreshold.Kind.BEFORE_DUE, minutes);
  }

  @Test
  void aDutyThatFactsTakeBackRunsAgainWithItsOldDeadline() {
    RegimeTrack track = started(rule(Regime.RGPD_34, "2018-05-25", null, legal(72)));
    Instant due = track.getDueAt();
    track.fulfil(NOW, null);
    assertThat(track.isSatisfied()).isTrue();
    track.runsAgain(DPO, NOW);
    assertThat(track.isSatisfied()).isFalse();
    assertThat(track.isWatched()).isTrue();
    assertThat(track.getDueAt()).isEqualTo(due);
    assertThat(track.getHistory())
        .extracting(DeadlineMove::getCause)
        .endsWith(DeadlineMove.Cause.RUNS_AGAIN);
  }

  @Test
  void whatIsLegalAndCertainIsMorePressingThanWhatIsInternalOrUndetermined() {
    RegimeTrack internal =
        started(
            rule(
                Regime.OSE,
                "2018-05-25",
                null,
                RegimeStage.timed(
                    "NOTIFICATION",
                    new DeadlineRule(1, DeadlineUnit.HOURS, DeadlineNature.INTERNAL_TARGET),
                    CountedFrom.START_EVENT)));
    RegimeTrack undetermined = started(rule(Regime.NIS2, "2018-05-25", null, legal(24)));
    RegimeTrack legal = started(rule(Regime.RGPD_33, "2018-05-25", null, legal(72)));
    legal.decide(Applicability.APPLIES, "", DPO, NOW);
    RegimeTrack done = started(rule(Regime.RGPD_33, "2018-05-25", null, legal(2)));
    done.fulfil(NOW, null);
    assertThat(Stream.of(done, internal, undetermined, legal).sorted(RegimeTrack.PRESSING).toList())
        .containsExactly(legal, undetermined, internal, done);
  }

  @Test
  void eachDecisionWhetherItAppliesIsKeptWithItsAuthorDayAndReason() {
    RegimeTrack track = started(rule(Regime.NIS2, "2018-05-25", null, legal(24)));
    track.decide(Applicability.DOES_NOT_APPLY, "Hors du champ de la loi", DPO, NOW);
    track.decide(Applicability.APPLIES, "", ADMINISTRATOR, NOW.plusSeconds(60));
    assertThat(track.getHistory())
        .extracting(DeadlineMove::getCause)
        .containsExactly(
            DeadlineMove.Cause.START_KNOWN,
            DeadlineMove.Cause.DECIDED_NO,
            DeadlineMove.Cause.DECIDED_YES);
    DeadlineMove first = track.getHistory().get(1);
    assertThat(first.getReason()).isEqualTo("Hors du champ de la loi");
    assertThat(first.getMovedByName()).isEqualTo("Denis");
    assertThat(first.getMovedAt()).isEqualTo(NOW);
    assertThat(first.getNewDueAt()).as("moves no time").isEqualTo(first.getOldDueAt());
  }

  @Test
  void aProposedVersionCountsNowhereUntilAnotherPersonApprovesIt() {
    RegimeRule rule = proposed(Regime.RGPD_33, "2025-09-06", null, legal(960));
    assertThat(new RuleBook(List.of(rule)).rules()).isEmpty();
    assertThatThrownBy(() -> rule.approve(ADMINISTRATOR, NOW))
        .hasMessage("regime.refused.fourEyes");
    rule.approve(DPO, NOW);
    assertThat(new RuleBook(List.of(rule)).rules()).containsExactly(rule);
  }

  @Test
  void noVersionIsApprovedForDaysGoneBy() {
    RegimeRule rule = proposed(Regime.RGPD_33, "2025-09-05", null, legal(72));
    assertThatThrownBy(() -> rule.approve(DPO, Instant.parse("2025-09-06T00:00:00Z")))
        .hasMessage("regime.refused.past");
    rule.approve(DPO, Instant.parse("2025-09-05T23:59:59Z"));
    assertThat(rule.isProposed()).isFalse();
  }

  @Test
  void aPeriodLongerThanAYearIsImplausible() {
    assertThat(stage(8_784, DeadlineUnit.HOURS).getAmount()).isEqualTo(8_784);
    assertThatThrownBy(() -> stage(8_785, DeadlineUnit.HOURS)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> stage(13, DeadlineUnit.MONTHS)).isInstanceOf(RefusedException.class);
  }

  private static RegimeStage stage(int amount, DeadlineUnit unit) {
    return RegimeStage.of(
        "NOTIFICATION", amount, unit, DeadlineNature.LEGAL, CountedFrom.START_EVENT);
  }
}
