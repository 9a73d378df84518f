package fr.vigie.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A time of the case, how well it is known, and the zone in which it was typed. Immutable. The zone
 * serves to show the time as its author meant it; the instant alone counts.
 */
@Embeddable
public class Moment implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Room for the longest zone identifier of the tz database, and more. */
  public static final int ZONE_LENGTH = 50;

  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(length = 24)
  private Knowledge knowledge;

  @Column(length = ZONE_LENGTH)
  private String zone;

  protected Moment() {}

  private Moment(Instant at, Knowledge knowledge, String zone) {
    this.at = at;
    this.knowledge = knowledge;
    this.zone = zone;
  }

  public static Moment known(Instant at, ZoneId zone) {
    return new Moment(Objects.requireNonNull(at, "at"), Knowledge.KNOWN, zone.getId());
  }

  public static Moment estimated(Instant at, ZoneId zone) {
    return new Moment(Objects.requireNonNull(at, "at"), Knowledge.ESTIMATED, zone.getId());
  }

  public static Moment notKnownYet() {
    return new Moment(null, Knowledge.NOT_KNOWN_YET, null);
  }

  public static Moment cannotBeDetermined() {
    return new Moment(null, Knowledge.CANNOT_BE_DETERMINED, null);
  }

  public static Moment notApplicable() {
    return new Moment(null, Knowledge.NOT_APPLICABLE, null);
  }

  public Optional<Instant> at() {
    return Optional.ofNullable(at);
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /** The zone of entry; empty when there is no time. */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(zone).map(ZoneId::of);
  }

  /** True only when both times have a value and this one comes first. */
  public boolean isBefore(Moment other) {
    return at != null && other.at != null && at.isBefore(other.at);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Moment that
        && Objects.equals(at, that.at)
        && knowledge == that.knowledge
        && Objects.equals(zone, that.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, knowledge, zone);
  }

  @Override
  public String toString() {
    return at == null ? knowledge.name() : knowledge + " " + at + " " + zone;
  }
}
