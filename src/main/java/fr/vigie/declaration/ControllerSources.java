package fr.vigie.declaration;

import static fr.vigie.declaration.CaseSources.code;
import static fr.vigie.declaration.CaseSources.text;
import static fr.vigie.declaration.CaseSources.yesNo;
import static fr.vigie.declaration.CaseSources.yesOrUnknown;

import fr.vigie.incident.Answer;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Knowledge;
import fr.vigie.incident.SeverityLevel;
import fr.vigie.incident.SeverityScale;
import fr.vigie.reference.Organisation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What one controller's part says, and who the declaring organisation is. */
final class ControllerSources {
  /** NACE section of human health. */
  private static final String HEALTH = "R";

  private static final SeverityScale SCALE = SeverityScale.enisa2013();

  void addTo(Map<String, Function<Basis, Optional<FieldValue>>> sources) {
    Map<String, Function<Organisation, Optional<FieldValue>>> body = new LinkedHashMap<>();
    body.put("org.name", org -> text(org.getName()));
    body.put("org.siren", org -> text(org.getSiren()));
    body.put("org.finess", org -> text(finess(org)));
    body.put("org.address", org -> text(org.getPostalAddress()));
    body.put("org.activity", ControllerSources::activity);
    body.put("org.structureType", ControllerSources::structureType);
    body.put("org.dpoDesignated", org -> yesOrUnknown(hasDpo(org)));
    body.put("org.reporterRole", org -> code(hasDpo(org) ? "DPO" : null));
    body.put("org.contactFunction", org -> code(hasDpo(org) ? "DPO" : null));
    body.put("org.dpoName", org -> text(org.getDpoName()));
    body.put("org.dpoEmail", org -> text(org.getDpoEmail()));
    body.put("org.dpoPhone", org -> text(org.getDpoPhone()));
    body.put("org.oncallPhone", org -> text(org.getOncallPhone()));
    body.forEach(
        (name, reading) ->
            sources.put(name, basis -> Optional.ofNullable(basis.declarant()).flatMap(reading)));
    Map<String, Function<Involvement, Optional<FieldValue>>> part = new LinkedHashMap<>();
    part.put("controller.mandate", involvement -> yesNo(involvement.isMandate()));
    part.put("controller.aware", part(involvement -> FieldValue.of(involvement.getAware())));
    part.put("controller.informed", part(involvement -> FieldValue.of(involvement.getInformed())));
    part.put("controller.persons", part(involvement -> FieldValue.of(involvement.getPersons())));
    part.put("controller.records", part(involvement -> FieldValue.of(involvement.getRecords())));
    part.put("controller.dataCategories", owner -> categories(owner, code -> !isSensitive(code)));
    part.put("controller.sensitiveCategories", owner -> categories(owner, this::isSensitive));
    part.put("controller.impacts", this::impacts);
    part.put("controller.gravity", owner -> owner.severity().flatMap(ControllerSources::gravity));
    part.put("controller.risk", ControllerSources::risk);
    part.put("controller.riskReason", owner -> text(owner.getRiskReason()));
    part.forEach(
        (name, reading) ->
            sources.put(name, basis -> Optional.ofNullable(basis.involvement()).flatMap(reading)));
    PersonsSources.addTo(sources);
  }

  private static Function<Involvement, Optional<FieldValue>> part(
      Function<Involvement, FieldValue> reading) {
    return reading.andThen(Optional::of);
  }

  private static boolean hasDpo(Organisation organisation) {
    return organisation.getDpoName() != null && !organisation.getDpoName().isBlank();
  }

  private static String finess(Organisation organisation) {
    return organisation.getFinessEj() == null
        ? organisation.getFinessEt()
        : organisation.getFinessEj();
  }

  private static Optional<FieldValue> activity(Organisation organisation) {
    return code(organisation.getType() == Organisation.Type.ESTABLISHMENT ? HEALTH : null);
  }

  private static Optional<FieldValue> structureType(Organisation organisation) {
    return switch (organisation.getType()) {
      case GRADES -> text("GRADES");
      case ESTABLISHMENT -> text("ETABLISSEMENT");
      case PROCESSOR -> text("PRESTATAIRE");
      default -> text("AUTRE");
    };
  }

  private boolean isSensitive(String code) {
    return code.startsWith("S_");
  }

  /**
   * The data dictionary holds both; that no sensitive category stands there does not prove that the
   * name of a hospital reveals none (pitfall 12): a person says so.
   */
  private static Optional<FieldValue> categories(Involvement part, Predicate<String> wanted) {
    List<String> found = codes(part).stream().filter(wanted).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(FieldValue.known(found));
  }

  private static List<String> codes(Involvement part) {
    return Arrays.stream(part.getDataCategories().split("[\\s,]+"))
        .filter(code -> !code.isBlank() && !"INCONNUES".equals(code))
        .toList();
  }

  private Optional<FieldValue> impacts(Involvement part) {
    List<String> data = codes(part);
    if (part.getIncident().getConfidentialityLost() != Answer.YES || data.isEmpty()) {
      return Optional.empty();
    }
    Set<String> impacts = new LinkedHashSet<>(List.of("PERTE_CONTROLE"));
    if (data.contains("ETAT_CIVIL")
        || data.contains("NIR")
        || data.contains("DOCUMENTS_OFFICIELS")) {
      impacts.add("VOL_IDENTITE");
    }
    if (data.contains("COORDONNEES") || data.contains("IDENTIFICATION_ACCES")) {
      impacts.add("FRAUDE");
    }
    if (data.contains("FINANCIERES")) {
      impacts.add("PERTE_FINANCIERE");
    }
    if (data.contains("S_SANTE")) {
      impacts.add("SECRET_PROFESSIONNEL");
    }
    return Optional.of(FieldValue.of(List.copyOf(impacts), Knowledge.ESTIMATED));
  }

  private static Optional<FieldValue> gravity(SeverityLevel level) {
    return code(SCALE.gravity().get(level).name());
  }

  private static Optional<FieldValue> risk(Involvement part) {
    return switch (part.getRisk()) {
      case HIGH -> text("ELEVE");
      case RISK -> text("NON_ELEVE");
      case NONE -> text("IMPROBABLE");
      case TO_DECIDE -> Optional.empty();
    };
  }
}
