package fr.vigie.regime;

import fr.vigie.platform.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** One thing to send under a regime, and in which time; without a period when none is set. */
@Embeddable
public class RegimeStage implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final int CODE_MAX = 40;

  @Column(name = "stage_code")
  private String code;

  private Integer amount;

  @Enumerated(EnumType.STRING)
  @Column(name = "period_unit")
  private DeadlineUnit unit;

  @Enumerated(EnumType.STRING)
  private DeadlineNature nature;

  @Enumerated(EnumType.STRING)
  @Column(name = "counted_from")
  private CountedFrom countedFrom;

  protected RegimeStage() {}

  private RegimeStage(String code, DeadlineRule period, CountedFrom countedFrom) {
    this.code = code;
    this.amount = period == null ? null : Integer.valueOf(period.amount());
    this.unit = period == null ? null : period.unit();
    this.nature = period == null ? null : period.nature();
    this.countedFrom = countedFrom;
  }

  public static RegimeStage timed(String code, DeadlineRule period, CountedFrom countedFrom) {
    return new RegimeStage(code, period, countedFrom);
  }

  /** To be done, without any period: a complaint, a notice under a contract. */
  public static RegimeStage untimed(String code) {
    return new RegimeStage(code, null, CountedFrom.START_EVENT);
  }

  /**
   * A stage as a person sets it.
   *
   * @param amount null when there is no period
   */
  public static RegimeStage of(
      String code,
      Integer amount,
      DeadlineUnit unit,
      DeadlineNature nature,
      CountedFrom countedFrom) {
    if (amount == null) {
      return new RegimeStage(code, null, countedFrom);
    }
    if (amount < 1 || amount > unit.most()) {
      throw RefusedException.at("amount", "regime.refused.amount", unit.most());
    }
    return new RegimeStage(code, new DeadlineRule(amount, unit, nature), countedFrom);
  }

  /** The period, if the stage has one. */
  public Optional<DeadlineRule> period() {
    return amount == null ? Optional.empty() : Optional.of(new DeadlineRule(amount, unit, nature));
  }

  Optional<LegalDeadline> deadline(Instant start, ZoneId zone) {
    return period().map(period -> period.from(start, zone));
  }

  public String getCode() {
    return code;
  }

  public Integer getAmount() {
    return amount;
  }

  public DeadlineUnit getUnit() {
    return unit;
  }

  public DeadlineNature getNature() {
    return nature;
  }

  public CountedFrom getCountedFrom() {
    return countedFrom;
  }
}
