package fr.vigie.regime.web;

import fr.vigie.regime.CountedFrom;
import fr.vigie.regime.DeadlineNature;
import fr.vigie.regime.DeadlineUnit;
import fr.vigie.regime.RegimeStage;
import java.io.Serializable;

/** One stage of a rule while it is being edited. */
public class StageForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final CountedFrom countedFrom;
  private Integer amount;
  private DeadlineUnit unit;
  private DeadlineNature nature;

  StageForm(RegimeStage stage) {
    code = stage.getCode();
    countedFrom = stage.getCountedFrom();
    amount = stage.getAmount();
    unit = stage.getUnit() == null ? DeadlineUnit.HOURS : stage.getUnit();
    nature = stage.getNature() == null ? DeadlineNature.INTERNAL_TARGET : stage.getNature();
  }

  RegimeStage stage() {
    return RegimeStage.of(code, amount, unit, nature, countedFrom);
  }

  public String getCode() {
    return code;
  }

  public CountedFrom getCountedFrom() {
    return countedFrom;
  }

  public Integer getAmount() {
    return amount;
  }

  public void setAmount(Integer amount) {
    this.amount = amount;
  }

  public DeadlineUnit getUnit() {
    return unit;
  }

  public void setUnit(DeadlineUnit unit) {
    this.unit = unit;
  }

  public DeadlineNature getNature() {
    return nature;
  }

  public void setNature(DeadlineNature nature) {
    this.nature = nature;
  }
}
