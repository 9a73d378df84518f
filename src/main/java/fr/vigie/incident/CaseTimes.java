package fr.vigie.incident;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;

/**
 * When a case happened and who knew it since when. The five start times are five facts (domain.md
 * §0.2): occurrence, first signal, qualification, the processor's awareness and the knowledge of
 * the attack, which starts the LOPMI clock (BR-17). Each is "not known yet" until somebody knows.
 */
@Embeddable
public class CaseTimes implements Serializable {
  private static final long serialVersionUID = 1L;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "occurred_from"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "occurred_from_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "occurred_from_zone"))
  private Moment occurredFrom = Moment.notKnownYet();

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "occurred_to"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "occurred_to_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "occurred_to_zone"))
  private Moment occurredTo = Moment.notKnownYet();

  @Enumerated(EnumType.STRING)
  private Answer ongoing = Answer.NOT_KNOWN_YET;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "first_signal"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "first_signal_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "first_signal_zone"))
  private Moment firstSignal = Moment.notKnownYet();

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "qualified"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "qualified_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "qualified_zone"))
  private Moment qualified = Moment.notKnownYet();

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "processor_aware"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "processor_aware_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "processor_aware_zone"))
  private Moment processorAware = Moment.notKnownYet();

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "attack_known"))
  @AttributeOverride(name = "knowledge", column = @Column(name = "attack_known_knowledge"))
  @AttributeOverride(name = "zone", column = @Column(name = "attack_known_zone"))
  private Moment attackKnown = Moment.notKnownYet();

  public CaseTimes() {}

  /** Takes over what a person says of them; all but the qualification, which is an act. */
  void describe(Facts facts) {
    occurredFrom = facts.occurredFrom();
    occurredTo = facts.occurredTo();
    ongoing = facts.ongoing();
    firstSignal = facts.firstSignal();
    processorAware = facts.processorAware();
    attackKnown = facts.attackKnown();
  }

  void qualified(Moment when) {
    qualified = when;
  }

  Moment getOccurredFrom() {
    return occurredFrom;
  }

  Moment getOccurredTo() {
    return occurredTo;
  }

  Answer getOngoing() {
    return ongoing;
  }

  Moment getFirstSignal() {
    return firstSignal;
  }

  Moment getQualified() {
    return qualified;
  }

  Moment getProcessorAware() {
    return processorAware;
  }

  Moment getAttackKnown() {
    return attackKnown;
  }
}
