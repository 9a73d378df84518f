package fr.vigie.regime;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The two ends of a period: the operational one is shown, alarmed and measured; the regulatory one
 * is the tolerance of Regulation 1182/71 art. 3(1) and 3(2)(a), shown as a detail.
 *
 * <p>{@code sentAt} below is the time of acceptance by the recipient (acknowledgement), not the
 * time of the click.
 *
 * @param nature legal period or internal target
 * @param operational last instant that is on time (included)
 * @param regulatoryExpiry instant at which the legal period has expired (excluded); {@code null}
 *     for an internal target, which has no legal end
 */
public record LegalDeadline(DeadlineNature nature, Instant operational, Instant regulatoryExpiry) {

  public LegalDeadline {
    Objects.requireNonNull(nature, "nature");
    Objects.requireNonNull(operational, "operational");
    if ((nature == DeadlineNature.LEGAL) != (regulatoryExpiry != null)) {
      throw new IllegalArgumentException("A legal period, and only that, has a regulatory end");
    }
    if (regulatoryExpiry != null && regulatoryExpiry.isBefore(operational)) {
      throw new IllegalArgumentException("The regulatory end comes before the operational one");
    }
  }

  /** The expiry of the legal period; empty for an internal target. */
  public Optional<Instant> regulatory() {
    return Optional.ofNullable(regulatoryExpiry);
  }

  /** True when this is only a target of the house, which no page may call a legal deadline. */
  public boolean isInternalTarget() {
    return nature == DeadlineNature.INTERNAL_TARGET;
  }

  /** On time for the deadline that is shown: {@code sentAt <= operational}. */
  public boolean isMetBy(Instant sentAt) {
    return !sentAt.isAfter(operational);
  }

  /**
   * On time for the law: {@code sentAt < regulatory}. An internal target is never late for the law.
   */
  public boolean isLawfullyMetBy(Instant sentAt) {
    return regulatoryExpiry == null || sentAt.isBefore(regulatoryExpiry);
  }

  /** Time left before the operational end; negative once it has passed. */
  public Duration remainingAt(Instant now) {
    return Duration.between(now, operational);
  }
}
