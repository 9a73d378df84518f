package fr.vigie.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A number of persons or records, and how well it is known. An unknown number is never zero: it has
 * no number at all. Immutable.
 */
@Embeddable
public class Count implements Serializable {
  private static final long serialVersionUID = 1L;

  private Long min;
  private Long likely;
  private Long max;

  @Enumerated(EnumType.STRING)
  @Column(length = 24)
  private Knowledge knowledge;

  private Instant asOf;

  protected Count() {}

  private Count(Long min, Long likely, Long max, Knowledge knowledge, Instant asOf) {
    this.min = min;
    this.likely = likely;
    this.max = max;
    this.knowledge = knowledge;
    this.asOf = Objects.requireNonNull(asOf, "asOf");
  }

  /** A proven number; zero is a number. */
  public static Count known(long number, Instant asOf) {
    return estimated(number, number, number, asOf).withKnowledge(Knowledge.KNOWN);
  }

  /** A range with its likeliest value: {@code 0 <= min <= likely <= max}. */
  public static Count estimated(long min, long likely, long max, Instant asOf) {
    if (min < 0 || min > likely || likely > max) {
      throw new IllegalArgumentException(
          "0 <= min <= likely <= max does not hold: " + min + ", " + likely + ", " + max);
    }
    return new Count(min, likely, max, Knowledge.ESTIMATED, asOf);
  }

  /** So many at least, with the likeliest value of what is known; how many at most is not known. */
  public static Count atLeast(long min, long likely, Instant asOf) {
    Count bounded = estimated(min, likely, likely, asOf);
    return new Count(min, bounded.likely, null, Knowledge.ESTIMATED, asOf);
  }

  public static Count notKnownYet(Instant asOf) {
    return new Count(null, null, null, Knowledge.NOT_KNOWN_YET, asOf);
  }

  public static Count cannotBeDetermined(Instant asOf) {
    return new Count(null, null, null, Knowledge.CANNOT_BE_DETERMINED, asOf);
  }

  public static Count notApplicable(Instant asOf) {
    return new Count(null, null, null, Knowledge.NOT_APPLICABLE, asOf);
  }

  private Count withKnowledge(Knowledge other) {
    return new Count(min, likely, max, other, asOf);
  }

  /** Sum of the two, which says when it is only a lower bound. */
  public CountTotal plus(Count other) {
    return CountTotal.NONE.plus(this).plus(other);
  }

  /** Whether the number is above a threshold; {@code POSSIBLY} as long as it could be. */
  public Certainty exceeds(long threshold) {
    if (knowledge == Knowledge.NOT_APPLICABLE) {
      return Certainty.NO;
    }
    if (!knowledge.hasValue() || (min <= threshold && (max == null || max > threshold))) {
      return Certainty.POSSIBLY;
    }
    return min > threshold ? Certainty.YES : Certainty.NO;
  }

  /** There is a number, and nobody knows how many more there may be. */
  public boolean isOpen() {
    return likely != null && max == null;
  }

  public Optional<Long> min() {
    return Optional.ofNullable(min);
  }

  public Optional<Long> likely() {
    return Optional.ofNullable(likely);
  }

  public Optional<Long> max() {
    return Optional.ofNullable(max);
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /** When this was the state of what we knew. */
  public Instant asOf() {
    return asOf;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Count that
        && Objects.equals(min, that.min)
        && Objects.equals(likely, that.likely)
        && Objects.equals(max, that.max)
        && knowledge == that.knowledge
        && Objects.equals(asOf, that.asOf);
  }

  @Override
  public int hashCode() {
    return Objects.hash(min, likely, max, knowledge, asOf);
  }

  @Override
  public String toString() {
    String number = likely == null ? "" : " " + likely + " (" + min + " to " + max + ")";
    return knowledge + number + " as of " + asOf;
  }
}
