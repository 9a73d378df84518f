package fr.vigie.declaration;

import static fr.vigie.incident.IncidentCategory.*;

import fr.vigie.incident.Answer;
import fr.vigie.incident.BreachCause;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Knowledge;
import fr.vigie.incident.PatientImpact;
import fr.vigie.platform.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the case itself says: facts, times, losses, category. */
final class CaseSources {
  private static final Set<IncidentCategory> HACKING =
      EnumSet.of(
          COMPROMISSION_COMPTE,
          COMPROMISSION_SI,
          VULNERABILITE_EXPLOITEE,
          RANCONGICIEL,
          MESSAGE_MALVEILLANT,
          MALWARE,
          DDOS,
          DEFIGURATION);
  private static final Set<IncidentCategory> FAILURES =
      EnumSet.of(
          PANNE_INFRASTRUCTURE, PANNE_PRESTATAIRE, BUG, PERTE_LIEN_TELECOM, ERREUR_MANIPULATION);
  private static final Map<IncidentCategory, String> TAXONOMY =
      new EnumMap<>(IncidentCategory.class);

  static {
    TAXONOMY.put(COMPROMISSION_COMPTE, "ACCES_NON_AUTORISE");
    TAXONOMY.put(COMPROMISSION_SI, "ACCES_NON_AUTORISE");
    TAXONOMY.put(FUITE_INFORMATION, "EXFILTRATION");
    TAXONOMY.put(RANCONGICIEL, "RANCONGICIEL");
    TAXONOMY.put(MESSAGE_MALVEILLANT, "HAMECONNAGE");
    TAXONOMY.put(VULNERABILITE_EXPLOITEE, "VULNERABILITE");
    TAXONOMY.put(MALWARE, "PIRATAGE_MALWARE");
    TAXONOMY.put(VOL_EQUIPEMENT, "APPAREIL_PERDU_VOLE");
    TAXONOMY.put(BUG, "DEFAUT_TECHNIQUE");
    TAXONOMY.put(PANNE_INFRASTRUCTURE, "DEFAUT_TECHNIQUE");
    TAXONOMY.put(PANNE_PRESTATAIRE, "DEFAUT_TECHNIQUE");
  }

  private final Texts words;

  CaseSources(Texts words) {
    this.words = words;
  }

  void addTo(Map<String, Function<Basis, Optional<FieldValue>>> sources) {
    Map<String, Function<Incident, Optional<FieldValue>>> own = new java.util.LinkedHashMap<>();
    own.put("case.reference", incident -> text(incident.getReference()));
    own.put("case.region", incident -> text(incident.getRegion().getName()));
    own.put("case.description", incident -> text(incident.getDescription()));
    own.put("case.status", incident -> text(incident.isQualified() ? "ETABLIE" : "SUPPOSEE"));
    own.put(
        "case.occurredFrom", incident -> Optional.of(FieldValue.of(incident.getOccurredFrom())));
    own.put("case.occurredTo", CaseSources::occurredTo);
    own.put("case.occurredKind", CaseSources::occurredKind);
    own.put("case.ongoing", incident -> yesNo(incident.getOngoing()));
    own.put("case.firstSignal", incident -> Optional.of(FieldValue.of(incident.getFirstSignal())));
    own.put(
        "case.processorAware",
        incident -> Optional.of(FieldValue.of(incident.getProcessorAware())));
    own.put("case.nature", CaseSources::nature);
    own.put("case.origin", CaseSources::origin);
    own.put("case.taxonomy", incident -> code(TAXONOMY.get(incident.getCategory())));
    own.put("case.category", incident -> text(incident.getCategory().name()));
    own.put("case.cause", CaseSources::cause);
    own.put("case.malicious", CaseSources::malicious);
    own.put(
        "case.vulnerability",
        incident -> code(incident.getCategory() == VULNERABILITE_EXPLOITEE ? "OUI" : null));
    own.put("case.integrityDetail", incident -> unlessLost(incident.getIntegrityLost()));
    own.put("case.availabilityDetail", incident -> unlessLost(incident.getAvailabilityLost()));
    own.put(
        "case.consequencesConfidentiality",
        incident -> unlessLost(incident.getConfidentialityLost()));
    own.put("case.consequencesIntegrity", incident -> unlessLost(incident.getIntegrityLost()));
    own.put(
        "case.consequencesAvailability", incident -> unlessLost(incident.getAvailabilityLost()));
    own.put("case.patientImpact", CaseSources::patientImpact);
    own.put("case.degradedMode", CaseSources::degradedMode);
    own.put("case.resolved", incident -> yesNo(opposite(incident.getOngoing())));
    own.forEach((name, reading) -> sources.put(name, basis -> reading.apply(basis.incident())));
    sources.put("case.personalData", CaseSources::personalData);
    sources.put("case.complaint", basis -> yesOrUnknown(basis.clocks().complained()));
    sources.put("case.operator", basis -> yesOrUnknown(basis.clocks().operator()));
    sources.put("case.measuresBefore", basis -> lines(basis.measures().before()));
    sources.put("case.measuresTaken", basis -> lines(basis.measures().taken()));
    sources.put("case.measuresPlanned", basis -> lines(basis.measures().planned()));
    sources.put("filing.completeness", CaseSources::completeness);
    sources.put("filing.previousNumber", basis -> text(basis.previousNumber()));
    sources.put("filing.late", CaseSources::late);
  }

  /** The first one is rarely whole; what follows should be (art. 33(4)). */
  private static Optional<FieldValue> completeness(Basis basis) {
    boolean first = basis.type() == DeclarationType.INITIAL;
    return text(first ? CompletenessPolicy.INCOMPLETE : CompletenessPolicy.COMPLETE);
  }

  private static Optional<FieldValue> late(Basis basis) {
    return basis.clocks().late()
        ? Optional.empty()
        : Optional.of(FieldValue.of(List.of(), Knowledge.NOT_APPLICABLE));
  }

  /** A breach of personal data that a controller knows of says more than the case's first facts. */
  private static Optional<FieldValue> personalData(Basis basis) {
    boolean breach =
        basis.declaring().stream().anyMatch(part -> part.getBreach() == Involvement.Breach.YES);
    return breach ? text("OUI") : yesNo(basis.incident().getPersonalData());
  }

  private static Optional<FieldValue> occurredTo(Incident incident) {
    return incident.getOngoing() == Answer.YES
        ? Optional.of(FieldValue.of(List.of(), Knowledge.NOT_APPLICABLE))
        : Optional.of(FieldValue.of(incident.getOccurredTo()));
  }

  private static Optional<FieldValue> occurredKind(Incident incident) {
    if (incident.getOccurredFrom().at().isEmpty()) {
      return Optional.of(FieldValue.of(List.of(), incident.getOccurredFrom().knowledge()));
    }
    if (incident.getOngoing() == Answer.YES) {
      return text("DEPUIS_EN_COURS");
    }
    return incident.getOccurredTo().at().isPresent() ? text("PERIODE") : Optional.empty();
  }

  private static Optional<FieldValue> nature(Incident incident) {
    List<String> lost = new ArrayList<>();
    if (incident.getConfidentialityLost() == Answer.YES) {
      lost.add("CONFIDENTIALITE");
    }
    if (incident.getIntegrityLost() == Answer.YES) {
      lost.add("INTEGRITE");
    }
    if (incident.getAvailabilityLost() == Answer.YES) {
      lost.add("DISPONIBILITE");
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of(FieldValue.known(lost));
  }

  private static Optional<FieldValue> origin(Incident incident) {
    if (HACKING.contains(incident.getCategory())) {
      return text("PIRATAGE_MALWARE_HAMECONNAGE");
    }
    return code(incident.getCategory() == VOL_EQUIPEMENT ? "EQUIPEMENT_PERDU_VOLE" : null);
  }

  private static Optional<FieldValue> cause(Incident incident) {
    BreachCause cause = incident.getCause();
    return code(cause == BreachCause.INCONNU ? null : cause.name());
  }

  private static Optional<FieldValue> malicious(Incident incident) {
    return switch (incident.getCause()) {
      case EXTERNE_MALVEILLANT, INTERNE_MALVEILLANT -> text("OUI");
      case EXTERNE_ACCIDENTEL, INTERNE_ACCIDENTEL -> text("NON");
      case INCONNU -> code(FAILURES.contains(incident.getCategory()) ? "NON" : null);
    };
  }

  private static Optional<FieldValue> patientImpact(Incident incident) {
    PatientImpact impact = incident.getPatientImpact();
    return code(impact == PatientImpact.NOT_KNOWN_YET ? null : impact.name());
  }

  private static Optional<FieldValue> degradedMode(Incident incident) {
    return switch (incident.getPatientImpact()) {
      case AUCUN -> text("NON");
      case MODE_DEGRADE -> text("OUI");
      default -> Optional.empty();
    };
  }

  /** Without loss the question has no object; with a loss a person must say more. */
  private static Optional<FieldValue> unlessLost(Answer lost) {
    return lost == Answer.NO
        ? Optional.of(FieldValue.of(List.of(), Knowledge.NOT_APPLICABLE))
        : Optional.empty();
  }

  private static Answer opposite(Answer answer) {
    return switch (answer) {
      case YES -> Answer.NO;
      case NO -> Answer.YES;
      case NOT_KNOWN_YET -> Answer.NOT_KNOWN_YET;
    };
  }

  private Optional<FieldValue> lines(List<String> lines) {
    return lines.isEmpty()
        ? Optional.empty()
        : text(words.text("declaration.prefill.list", String.join("\n– ", lines)));
  }

  static Optional<FieldValue> yesNo(Answer answer) {
    return switch (answer) {
      case YES -> text("OUI");
      case NO -> text("NON");
      case NOT_KNOWN_YET -> Optional.empty();
    };
  }

  /** What the case does not know of may still be so. */
  static Optional<FieldValue> yesOrUnknown(boolean known) {
    return code(known ? "OUI" : null);
  }

  static Optional<FieldValue> yesNo(boolean yes) {
    return text(yes ? "OUI" : "NON");
  }

  static Optional<FieldValue> code(String code) {
    return Optional.ofNullable(code).map(FieldValue::known);
  }

  static Optional<FieldValue> text(String text) {
    return text == null || text.isBlank()
        ? Optional.empty()
        : Optional.of(FieldValue.known(text.strip()));
  }
}
