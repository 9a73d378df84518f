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
import java.util.List;
import org.junit.jupiter.api.Test;

class RegimeTrackTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant AWARE = Instant.parse("2025-09-05T12:20:00Z");
  private static final Instant NOW = Instant.parse("2025-09-05T13:00:00Z");
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
        "test",
        NOW);
  }

  private static RegimeStage legal(int hours) {
    return RegimeStage.timed(
        "NOTIFICATION", DeadlineRule.legalHours(hours), CountedFrom.START_EVENT);
  }

  private static RegimeTrack started(RegimeRule rule) {
    RegimeTrack track = new RegimeTrack(new Case(null), null, rule, NOW);
    track.startsAt(AWARE, rule, DPO, NOW);
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
    track.startsAt(AWARE.plusSeconds(3600), rule, DPO, NOW);
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
  void aFulfilledDutyNeverMoves() {
    RegimeRule rule = rule(Regime.RGPD_33, "2018-05-25", null, legal(72));
    RegimeTrack track = started(rule);
    track.satisfied(AWARE.plusSeconds(60), null);
    track.startsAt(AWARE.plusSeconds(7200), rule, DPO, NOW);
    assertThat(track.getStartAt()).isEqualTo(AWARE);
    assertThat(track.getHistory()).hasSize(1);
    assertThat(track.isWatched()).isFalse();
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
}
