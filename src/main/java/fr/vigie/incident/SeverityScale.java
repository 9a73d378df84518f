package fr.vigie.incident;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The weights and bounds of the severity method, as data: the house may edit them, and a score
 * keeps the scale it was made with. Arithmetic is exact: 0.1 added ten times is 1.
 *
 * <p>Source: ENISA, Recommendations for a methodology of the assessment of severity of personal
 * data breaches, 2013. The mapping to the CNIL scale and the margin are choices of Vigie.
 *
 * @param contextBase base of DPC for each category of data
 * @param identification weight of EI
 * @param confidentiality weight of the loss of confidentiality
 * @param integrity weight of the loss of integrity
 * @param availability weight of the loss of availability
 * @param malice weight of a malicious intent
 * @param lowerBounds first value of each level above {@link SeverityLevel#LOW}, included
 * @param borderlineMargin distance to a bound at which a score is borderline, included
 * @param manyPersonsAbove number of persons above which the flag is raised, excluded
 * @param gravity option of the CNIL form for each level
 */
public record SeverityScale(
    Map<DataContext, BigDecimal> contextBase,
    Map<EaseOfIdentification, BigDecimal> identification,
    Map<ConfidentialityLoss, BigDecimal> confidentiality,
    Map<IntegrityLoss, BigDecimal> integrity,
    Map<AvailabilityLoss, BigDecimal> availability,
    BigDecimal malice,
    Map<SeverityLevel, BigDecimal> lowerBounds,
    BigDecimal borderlineMargin,
    long manyPersonsAbove,
    Map<SeverityLevel, CnilGravity> gravity) {

  private static final BigDecimal LOWEST_CONTEXT = BigDecimal.ONE;
  private static final BigDecimal HIGHEST_CONTEXT = BigDecimal.valueOf(4);

  public SeverityScale {
    contextBase = complete(DataContext.class, contextBase);
    identification = complete(EaseOfIdentification.class, identification);
    confidentiality = complete(ConfidentialityLoss.class, confidentiality);
    integrity = complete(IntegrityLoss.class, integrity);
    availability = complete(AvailabilityLoss.class, availability);
    gravity = complete(SeverityLevel.class, gravity);
    Objects.requireNonNull(malice, "malice");
    Objects.requireNonNull(borderlineMargin, "borderlineMargin");
    lowerBounds = Map.copyOf(lowerBounds);
    if (lowerBounds.containsKey(SeverityLevel.LOW) || lowerBounds.size() != 3) {
      throw new IllegalArgumentException("Each level above LOW, and no other, has a lower bound");
    }
    if (lowerBounds.get(SeverityLevel.MEDIUM).compareTo(lowerBounds.get(SeverityLevel.HIGH)) >= 0
        || lowerBounds.get(SeverityLevel.HIGH).compareTo(lowerBounds.get(SeverityLevel.VERY_HIGH))
            >= 0) {
      throw new IllegalArgumentException("The bounds of the levels must rise: " + lowerBounds);
    }
  }

  private static <K extends Enum<K>, V> Map<K, V> complete(Class<K> type, Map<K, V> given) {
    for (K key : type.getEnumConstants()) {
      if (given.get(key) == null) {
        throw new IllegalArgumentException("The severity scale has no value for " + key);
      }
    }
    return Map.copyOf(given);
  }

  /** The values published by ENISA. */
  public static SeverityScale enisa2013() {
    return new SeverityScale(
        weights(DataContext.class, "1", "2", "3", "4"),
        weights(EaseOfIdentification.class, "0.25", "0.5", "0.75", "1"),
        weights(ConfidentialityLoss.class, "0", "0", "0.25", "0.5"),
        weights(IntegrityLoss.class, "0", "0", "0.25", "0.5"),
        weights(AvailabilityLoss.class, "0", "0", "0.25", "0.5"),
        new BigDecimal("0.5"),
        Map.of(
            SeverityLevel.MEDIUM, new BigDecimal("2"),
            SeverityLevel.HIGH, new BigDecimal("3"),
            SeverityLevel.VERY_HIGH, new BigDecimal("4")),
        new BigDecimal("0.25"),
        100,
        Map.of(
            SeverityLevel.LOW, CnilGravity.NEGLIGEABLE,
            SeverityLevel.MEDIUM, CnilGravity.LIMITE,
            SeverityLevel.HIGH, CnilGravity.IMPORTANT,
            SeverityLevel.VERY_HIGH, CnilGravity.MAXIMAL));
  }

  private static <K extends Enum<K>> Map<K, BigDecimal> weights(Class<K> type, String... values) {
    Map<K, BigDecimal> weights = new EnumMap<>(type);
    for (K key : type.getEnumConstants()) {
      weights.put(key, new BigDecimal(values[key.ordinal()]));
    }
    return weights;
  }

  /**
   * Scores one controller.
   *
   * @param persons persons concerned at this controller, known or not
   * @throws IllegalArgumentException when base and adjustment leave 1 to 4
   */
  public SeverityScore score(SeverityInputs inputs, Count persons) {
    BigDecimal context = dataContext(inputs);
    BigDecimal ease = identification.get(inputs.identification());
    BigDecimal circumstances = circumstances(inputs);
    BigDecimal value = context.multiply(ease).add(circumstances);
    SeverityLevel level = levelOf(value);
    return new SeverityScore(
        context,
        ease,
        circumstances,
        value,
        level,
        gravity.get(level),
        isBorderline(value),
        persons.exceeds(manyPersonsAbove),
        inputs.unintelligible());
  }

  /** The most severe of several categories of data of one controller. */
  public SeverityScore highest(Collection<SeverityInputs> categories, Count persons) {
    return categories.stream()
        .map(inputs -> score(inputs, persons))
        .max(Comparator.comparing(SeverityScore::value))
        .orElseThrow(() -> new IllegalArgumentException("No category of data to score"));
  }

  /** Whole points that may be added to the base of this category: the result stays in 1 to 4. */
  public boolean allows(DataContext context, int adjustment) {
    BigDecimal value = contextBase.get(context).add(BigDecimal.valueOf(adjustment));
    return value.compareTo(LOWEST_CONTEXT) >= 0 && value.compareTo(HIGHEST_CONTEXT) <= 0;
  }

  /** Level of a score, lower bounds included: exactly 3 is high, 2.9999 is not. */
  public SeverityLevel levelOf(BigDecimal value) {
    SeverityLevel reached = SeverityLevel.LOW;
    for (SeverityLevel level : SeverityLevel.values()) {
      BigDecimal bound = lowerBounds.get(level);
      if (bound != null && value.compareTo(bound) >= 0) {
        reached = level;
      }
    }
    return reached;
  }

  /** True at a distance of a bound not above the margin, on either side. */
  public boolean isBorderline(BigDecimal value) {
    return lowerBounds.values().stream()
        .anyMatch(bound -> value.subtract(bound).abs().compareTo(borderlineMargin) <= 0);
  }

  private BigDecimal dataContext(SeverityInputs inputs) {
    if (!allows(inputs.context(), inputs.adjustment())) {
      throw new IllegalArgumentException(
          inputs.context() + " adjusted by " + inputs.adjustment() + " is not within 1 to 4");
    }
    return contextBase.get(inputs.context()).add(BigDecimal.valueOf(inputs.adjustment()));
  }

  private BigDecimal circumstances(SeverityInputs inputs) {
    return confidentiality
        .get(inputs.confidentiality())
        .add(integrity.get(inputs.integrity()))
        .add(availability.get(inputs.availability()))
        .add(inputs.malicious() ? malice : BigDecimal.ZERO);
  }
}
