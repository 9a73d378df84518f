package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityScaleTest {

  private static final Instant NOW = Instant.parse("2025-09-08T10:00:00Z");
  private static final Count PERSONS = Count.known(12_000, NOW);

  private final SeverityScale scale = SeverityScale.enisa2013();

  @ParameterizedTest(name = "SIMPLE {0}, {1}: {2} {3}")
  @CsvSource({
    "0, MAXIMUM, 2.0, MEDIUM,    LIMITE",
    "1, MAXIMUM, 3.0, HIGH,      IMPORTANT",
    "2, MAXIMUM, 4.0, VERY_HIGH, MAXIMAL",
    "1, LIMITED, 2.0, MEDIUM,    LIMITE"
  })
  void theWorkedExamplesOfTheSeedEventHold(
      int adjustment,
      EaseOfIdentification ease,
      BigDecimal value,
      SeverityLevel level,
      CnilGravity gravity) {
    SeverityScore score = scale.score(stolenIdentities(adjustment, ease), PERSONS);

    assertThat(score.circumstances()).isEqualByComparingTo("1");
    assertThat(score.value()).isEqualByComparingTo(value);
    assertThat(score.level()).isEqualTo(level);
    assertThat(score.gravity()).isEqualTo(gravity);
    assertThat(score.borderline()).isTrue();
    assertThat(score.manyPersons()).isEqualTo(Certainty.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW",
    "1.75, LOW",
    "1.9999, LOW",
    "2, MEDIUM",
    "2.00, MEDIUM",
    "2.9999, MEDIUM",
    "2.99999999999999999999, MEDIUM",
    "3.0, HIGH",
    "3.000, HIGH",
    "3.9999, HIGH",
    "4, VERY_HIGH",
    "6, VERY_HIGH"
  })
  void lowerBoundsAreIncludedAndNothingIsRounded(BigDecimal value, SeverityLevel level) {
    assertThat(scale.levelOf(value)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "1.7499, false", "1.75, true", "2, true", "2.25, true", "2.2501, false", "2.5, false",
    "2.7499, false", "2.75, true", "4.25, true", "4.2501, false", "0, false", "6, false"
  })
  void aScoreWithinAQuarterOfABoundIsBorderline(BigDecimal value, boolean borderline) {
    assertThat(scale.isBorderline(value)).isEqualTo(borderline);
  }

  @Test
  void theHighestScoreIsSix() {
    SeverityInputs worst =
        new SeverityInputs(
            DataContext.SENSITIVE,
            0,
            EaseOfIdentification.MAXIMUM,
            ConfidentialityLoss.UNKNOWN_RECIPIENTS,
            IntegrityLoss.NOT_RECOVERABLE,
            AvailabilityLoss.PERMANENT,
            true,
            false);

    assertThat(scale.score(worst, PERSONS).value()).isEqualByComparingTo("6");
  }

  @Test
  void weightsOfATenthAddUpExactly() {
    // in binary floating point 0.1 + 0.2 + 0.7 x ... falls short of 3; here it must be exactly 3
    Map<EaseOfIdentification, BigDecimal> ease = new EnumMap<>(scale.identification());
    ease.put(EaseOfIdentification.MAXIMUM, new BigDecimal("0.7"));
    Map<ConfidentialityLoss, BigDecimal> confidentiality = new EnumMap<>(scale.confidentiality());
    confidentiality.put(ConfidentialityLoss.UNKNOWN_RECIPIENTS, new BigDecimal("0.1"));
    SeverityScale edited =
        new SeverityScale(
            scale.contextBase(),
            ease,
            confidentiality,
            scale.integrity(),
            scale.availability(),
            new BigDecimal("0.1"),
            scale.lowerBounds(),
            scale.borderlineMargin(),
            scale.manyPersonsAbove(),
            scale.gravity());

    SeverityScore score = edited.score(stolenIdentities(3, EaseOfIdentification.MAXIMUM), PERSONS);

    assertThat(score.value()).isEqualByComparingTo("3.0");
    assertThat(score.level()).isEqualTo(SeverityLevel.HIGH);
  }

  @ParameterizedTest
  @CsvSource({"SIMPLE, 0, 3", "BEHAVIOURAL, -1, 2", "FINANCIAL, -2, 1", "SENSITIVE, -3, 0"})
  void theContextValueStaysBetweenOneAndFour(DataContext context, int lowest, int highest) {
    assertThat(scale.allows(context, lowest)).isTrue();
    assertThat(scale.allows(context, highest)).isTrue();
    assertThat(scale.allows(context, lowest - 1)).isFalse();
    assertThat(scale.allows(context, highest + 1)).isFalse();
  }

  @Test
  void anAdjustmentOutOfTheScaleIsRefused() {
    assertThatThrownBy(
            () -> scale.score(stolenIdentities(4, EaseOfIdentification.MAXIMUM), PERSONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SIMPLE adjusted by 4");
  }

  @Test
  void ofSeveralCategoriesTheHighestIsKept() {
    SeverityScore score =
        scale.highest(
            List.of(
                stolenIdentities(0, EaseOfIdentification.MAXIMUM),
                stolenIdentities(2, EaseOfIdentification.MAXIMUM),
                stolenIdentities(1, EaseOfIdentification.MAXIMUM)),
            PERSONS);

    assertThat(score.value()).isEqualByComparingTo("4");
    assertThatThrownBy(() -> scale.highest(List.of(), PERSONS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTwoFlagsDoNotChangeTheScore() {
    SeverityInputs readable = stolenIdentities(0, EaseOfIdentification.MAXIMUM);
    SeverityInputs encrypted =
        new SeverityInputs(
            readable.context(),
            readable.adjustment(),
            readable.identification(),
            readable.confidentiality(),
            readable.integrity(),
            readable.availability(),
            readable.malicious(),
            true);

    SeverityScore score = scale.score(encrypted, Count.known(3, NOW));

    assertThat(score.value()).isEqualTo(scale.score(readable, PERSONS).value());
    assertThat(score.unintelligible()).isTrue();
    assertThat(score.manyPersons()).isEqualTo(Certainty.NO);
  }

  @Test
  void aHundredPersonsAreNotMoreThanAHundred() {
    assertThat(Count.known(100, NOW).exceeds(100)).isEqualTo(Certainty.NO);
    assertThat(Count.known(101, NOW).exceeds(100)).isEqualTo(Certainty.YES);
    assertThat(Count.estimated(80, 90, 101, NOW).exceeds(100)).isEqualTo(Certainty.POSSIBLY);
    assertThat(Count.notKnownYet(NOW).exceeds(100)).isEqualTo(Certainty.POSSIBLY);
  }

  @Test
  void aScaleWithAHoleOrFallingBoundsIsRefused() {
    Map<SeverityLevel, BigDecimal> falling =
        Map.of(
            SeverityLevel.MEDIUM, BigDecimal.valueOf(3),
            SeverityLevel.HIGH, BigDecimal.valueOf(3),
            SeverityLevel.VERY_HIGH, BigDecimal.valueOf(4));
    assertThatThrownBy(() -> withContextsAndBounds(scale.contextBase(), falling))
        .hasMessageContaining("must rise");
    assertThatThrownBy(
            () ->
                withContextsAndBounds(
                    Map.of(DataContext.SIMPLE, BigDecimal.ONE), scale.lowerBounds()))
        .hasMessageContaining("no value for");
  }

  private SeverityScale withContextsAndBounds(
      Map<DataContext, BigDecimal> contexts, Map<SeverityLevel, BigDecimal> bounds) {
    return new SeverityScale(
        contexts,
        scale.identification(),
        scale.confidentiality(),
        scale.integrity(),
        scale.availability(),
        scale.malice(),
        bounds,
        scale.borderlineMargin(),
        scale.manyPersonsAbove(),
        scale.gravity());
  }

  private static SeverityInputs stolenIdentities(int adjustment, EaseOfIdentification ease) {
    return new SeverityInputs(
        DataContext.SIMPLE,
        adjustment,
        ease,
        ConfidentialityLoss.UNKNOWN_RECIPIENTS,
        IntegrityLoss.NONE,
        AvailabilityLoss.NONE,
        true,
        false);
  }
}
