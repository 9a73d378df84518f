package fr.vigie.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineRuleTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DeadlineRule HOURS_72 = DeadlineRule.legalHours(72);

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "1,  2025-09-05T14:20+02:00, Europe/Paris, 2025-09-08T14:20+02:00, 2025-09-08T15:00+02:00",
    "2,  2027-03-26T17:40+01:00, Europe/Paris, 2027-03-29T18:40+02:00, 2027-03-29T19:00+02:00",
    "3,  2026-10-23T17:40+02:00, Europe/Paris, 2026-10-26T16:40+01:00, 2026-10-26T17:00+01:00",
    "4,  2026-12-24T16:10+01:00, Europe/Paris, 2026-12-27T16:10+01:00, 2026-12-27T17:00+01:00",
    "5,  2027-05-05T18:05+02:00, Europe/Paris, 2027-05-08T18:05+02:00, 2027-05-08T19:00+02:00",
    "6,  2026-12-23T09:00+01:00, Europe/Paris, 2026-12-26T09:00+01:00, 2026-12-26T10:00+01:00",
    "7,  2026-11-10T08:30+04:00, Indian/Reunion, 2026-11-13T05:30+01:00, 2026-11-13T06:00+01:00",
    "8a, 2026-10-25T02:30+02:00, Europe/Paris, 2026-10-28T01:30+01:00, 2026-10-28T02:00+01:00",
    "8b, 2026-10-25T02:30+01:00, Europe/Paris, 2026-10-28T02:30+01:00, 2026-10-28T03:00+01:00",
    "9,  2026-11-10T08:10-09:30, Pacific/Marquesas, 2026-11-13T08:10-09:30, 2026-11-13T09:00-09:30"
  })
  void theNineWorkedExamplesHold(
      String number,
      OffsetDateTime awareAt,
      ZoneId zone,
      OffsetDateTime operational,
      OffsetDateTime regulatory) {
    LegalDeadline deadline = HOURS_72.from(awareAt.toInstant(), zone);

    assertThat(deadline.operational()).isEqualTo(operational.toInstant());
    assertThat(deadline.regulatory()).contains(regulatory.toInstant());
  }

  @ParameterizedTest
  @CsvSource({"2020-12-22T12:17:00+01:00", "2020-12-22T12:59:59+01:00"})
  void thePublishedExampleEndsAtThirteenOnChristmasDay(OffsetDateTime awareAt) {
    assertThat(HOURS_72.from(awareAt.toInstant(), PARIS).regulatory())
        .contains(Instant.parse("2020-12-25T12:00:00Z"));
  }

  @Test
  void theOperationalEndIsStillOnTimeAndTheRegulatoryEndIsNoLonger() {
    LegalDeadline deadline = HOURS_72.from(Instant.parse("2025-09-05T12:20:00Z"), PARIS);
    Instant operational = Instant.parse("2025-09-08T12:20:00Z");
    Instant regulatory = Instant.parse("2025-09-08T13:00:00Z");

    assertThat(deadline.isMetBy(operational)).isTrue();
    assertThat(deadline.isMetBy(operational.plusNanos(1))).isFalse();
    assertThat(deadline.isLawfullyMetBy(operational.plusNanos(1))).isTrue();
    assertThat(deadline.isLawfullyMetBy(regulatory.minusNanos(1))).isTrue();
    assertThat(deadline.isLawfullyMetBy(regulatory)).isFalse();
  }

  @Test
  void threeDaysOnTheWallClockAreLateInAutumn() {
    LegalDeadline deadline = HOURS_72.from(Instant.parse("2026-10-23T15:40:00Z"), PARIS);
    Instant sameWallClock = OffsetDateTime.parse("2026-10-26T17:40+01:00").toInstant();

    assertThat(deadline.remainingAt(sameWallClock)).isEqualTo(Duration.ofHours(-1));
    assertThat(deadline.isLawfullyMetBy(sameWallClock)).isFalse();
    assertThat(Duration.between(deadline.regulatoryExpiry(), sameWallClock))
        .isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void anInternalTargetHasNoLegalEndAndIsNeverLateForTheLaw() {
    LegalDeadline target =
        DeadlineRule.internalTargetHours(4).from(Instant.parse("2025-09-05T12:20:00Z"), PARIS);

    assertThat(target.isInternalTarget()).isTrue();
    assertThat(target.regulatory()).isEmpty();
    assertThat(target.operational()).isEqualTo("2025-09-05T16:20:00Z");
    assertThat(target.isMetBy(Instant.parse("2025-09-06T00:00:00Z"))).isFalse();
    assertThat(target.isLawfullyMetBy(Instant.parse("2025-09-06T00:00:00Z"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31T10:00:00Z, Europe/Paris, 2027-02-28T23:00:00Z",
    "2028-01-31T10:00:00Z, Europe/Paris, 2028-02-29T23:00:00Z",
    "2026-10-08T10:00:00Z, Europe/Paris, 2026-11-08T23:00:00Z",
    "2027-02-28T10:00:00Z, Europe/Paris, 2027-03-28T22:00:00Z",
    // 23:30 UTC is already the next day in Paris and in Réunion
    "2026-11-09T23:30:00Z, Europe/Paris, 2026-12-10T23:00:00Z",
    "2026-11-09T23:30:00Z, Indian/Reunion, 2026-12-10T20:00:00Z",
    "2026-11-10T02:00:00Z, America/Martinique, 2026-12-10T04:00:00Z"
  })
  void aMonthEndsWithItsLastDayInTheLegalZone(Instant start, ZoneId zone, Instant expiry) {
    LegalDeadline deadline = DeadlineRule.legalMonths(1).from(start, zone);

    assertThat(deadline.regulatory()).contains(expiry);
    assertThat(deadline.operational().atZone(zone).toLocalTime()).isEqualTo("23:59:59.999999");
    assertThat(deadline.isMetBy(expiry.minusSeconds(1))).isTrue();
    assertThat(deadline.isMetBy(expiry)).isFalse();
    assertThat(deadline.isLawfullyMetBy(expiry)).isFalse();
  }

  @Test
  void daysEndWithTheLastDayOfTheLegalZoneAndTheDayOfTheEventDoesNotCount() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    Instant event = OffsetDateTime.parse("2026-10-23T23:30+02:00").toInstant();

    LegalDeadline deadline = DeadlineRule.legalDays(3).from(event, paris);

    assertThat(deadline.regulatoryExpiry())
        .as("over the change of the clocks")
        .isEqualTo(OffsetDateTime.parse("2026-10-27T00:00+01:00").toInstant());
    assertThat(deadline.isMetBy(deadline.regulatoryExpiry().minusSeconds(1))).isTrue();
  }

  @Test
  void aPeriodOfNothingIsRefused() {
    assertThatThrownBy(() -> DeadlineRule.legalHours(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDeadlineWithoutLegalEndCannotPretendToBeLegal() {
    assertThatThrownBy(() -> new LegalDeadline(DeadlineNature.LEGAL, Instant.EPOCH, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new LegalDeadline(DeadlineNature.INTERNAL_TARGET, Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHalfHourChangeNeverBringsTheRegulatoryEndBeforeTheOperationalOne() {
    // Lord Howe goes back half an hour: 01:45 comes twice, the second one 75 minutes after 01:00
    Instant second = OffsetDateTime.parse("2026-04-05T01:45+10:30").toInstant();

    LegalDeadline deadline = HOURS_72.from(second, ZoneId.of("Australia/Lord_Howe"));

    assertThat(Duration.between(deadline.operational(), deadline.regulatoryExpiry()))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void everyZoneOfTheWorldAgreesWithPlainArithmeticOnSecondsFrom2020To2035() {
    long checked =
        assertTimeout(
            Duration.ofSeconds(20),
            () -> {
              long count = 0;
              Set<ZoneRules> seen = new HashSet<>();
              for (String id : ZoneId.getAvailableZoneIds()) {
                ZoneId zone = ZoneId.of(id);
                if (seen.add(zone.getRules())) {
                  count += checkAgainstArithmetic(zone);
                }
              }
              return count;
            });

    assertThat(checked).isGreaterThan(100_000);
  }

  private static long checkAgainstArithmetic(ZoneId zone) {
    long from = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    long to = Instant.parse("2036-01-01T00:00:00Z").getEpochSecond();
    long count = 0;
    // a step that is no multiple of an hour or a day, so that every minute and hour comes up
    for (long second = from; second < to; second += 1_234_567) {
      checkOne(second, zone);
      count++;
    }
    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(from));
    while (change != null && change.toEpochSecond() < to) {
      for (long around = -80 * 3600; around <= 3 * 3600; around += 1700) {
        checkOne(change.toEpochSecond() + around, zone);
        count++;
      }
      checkOne(change.toEpochSecond() - 1, zone);
      checkOne(change.toEpochSecond(), zone);
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return count;
  }

  private static void checkOne(long second, ZoneId zone) {
    Instant start = Instant.ofEpochSecond(second);
    long offset = zone.getRules().getOffset(start).getTotalSeconds();
    long startOfHour = Math.floorDiv(second + offset, 3600L) * 3600L - offset;

    LegalDeadline deadline = HOURS_72.from(start, zone);

    if (deadline.operational().getEpochSecond() != second + 72 * 3600
        || deadline.regulatoryExpiry().getEpochSecond() != startOfHour + 73 * 3600) {
      throw new AssertionError(zone + " at " + start + " gave " + deadline);
    }
  }
}
