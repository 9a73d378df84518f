package fr.vigie.incident.rest;

import fr.vigie.incident.Answer;
import fr.vigie.incident.BreachCause;
import fr.vigie.incident.Facts;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.Pap;
import fr.vigie.incident.PatientImpact;
import fr.vigie.incident.Tlp;
import java.time.ZoneId;
import java.util.Objects;

/** What is said of a case; a fact left out is not known yet (or keeps its usual value). */
public record FactsView(
    String title,
    String description,
    IncidentCategory category,
    BreachCause cause,
    Tlp tlp,
    Pap pap,
    Answer personalData,
    Answer confidentialityLost,
    Answer integrityLost,
    Answer availabilityLost,
    PatientImpact patientImpact,
    MomentView occurredFrom,
    MomentView occurredTo,
    Answer ongoing,
    MomentView firstSignal,
    MomentView processorAware,
    MomentView attackKnown) {

  static FactsView of(Facts facts) {
    return new FactsView(
        facts.title(),
        facts.description(),
        facts.category(),
        facts.cause(),
        facts.tlp(),
        facts.pap(),
        facts.personalData(),
        facts.confidentialityLost(),
        facts.integrityLost(),
        facts.availabilityLost(),
        facts.patientImpact(),
        MomentView.of(facts.occurredFrom()),
        MomentView.of(facts.occurredTo()),
        facts.ongoing(),
        MomentView.of(facts.firstSignal()),
        MomentView.of(facts.processorAware()),
        MomentView.of(facts.attackKnown()));
  }

  Facts facts(ZoneId zone) {
    return new Facts(
        title == null ? "" : title,
        description,
        or(category, IncidentCategory.AUTRE),
        or(cause, BreachCause.INCONNU),
        or(tlp, Tlp.AMBER_STRICT),
        or(pap, Pap.AMBER),
        or(personalData, Answer.NOT_KNOWN_YET),
        or(confidentialityLost, Answer.NOT_KNOWN_YET),
        or(integrityLost, Answer.NOT_KNOWN_YET),
        or(availabilityLost, Answer.NOT_KNOWN_YET),
        or(patientImpact, PatientImpact.NOT_KNOWN_YET),
        MomentView.read("occurredFrom", occurredFrom, zone),
        MomentView.read("occurredTo", occurredTo, zone),
        or(ongoing, Answer.NOT_KNOWN_YET),
        MomentView.read("firstSignal", firstSignal, zone),
        MomentView.read("processorAware", processorAware, zone),
        MomentView.read("attackKnown", attackKnown, zone));
  }

  private static <T> T or(T given, T usual) {
    return Objects.requireNonNullElse(given, usual);
  }
}
