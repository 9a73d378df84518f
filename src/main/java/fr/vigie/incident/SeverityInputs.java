package fr.vigie.incident;

import java.util.Objects;

/**
 * What a person answers to score one controller. With several categories of data, score each and
 * keep the highest ({@link SeverityScale#highest}).
 *
 * @param context category of the data, which gives the base
 * @param adjustment whole points added to the base, negative or positive; base and adjustment
 *     together stay within 1 to 4
 * @param identification how easily the data point at a person
 * @param confidentiality first circumstance
 * @param integrity second circumstance
 * @param availability third circumstance
 * @param malicious whether somebody meant it
 * @param unintelligible whether the data are unreadable (sound encryption, key safe): a flag beside
 *     the score, not a part of it
 */
public record SeverityInputs(
    DataContext context,
    int adjustment,
    EaseOfIdentification identification,
    ConfidentialityLoss confidentiality,
    IntegrityLoss integrity,
    AvailabilityLoss availability,
    boolean malicious,
    boolean unintelligible) {

  public SeverityInputs {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(identification, "identification");
    Objects.requireNonNull(confidentiality, "confidentiality");
    Objects.requireNonNull(integrity, "integrity");
    Objects.requireNonNull(availability, "availability");
  }
}
