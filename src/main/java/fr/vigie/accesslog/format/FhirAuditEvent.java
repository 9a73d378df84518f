package fr.vigie.accesslog.format;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What an AuditEvent says, in R4's words or in R5's. */
final class FhirAuditEvent {
  private static final String PATIENT_ROLE = "1";

  private final JsonObject resource;
  private final List<JsonObject> entities;

  FhirAuditEvent(JsonObject resource) {
    this.resource = resource;
    this.entities = Fhir.objects(resource, "entity");
  }

  boolean isOne() {
    return Fhir.text(resource, "resourceType").equals("AuditEvent");
  }

  /** When it happened, if that is said, and when it was recorded. */
  List<String> times() {
    List<String> times = new ArrayList<>();
    times.add(Fhir.text(resource, "occurredDateTime"));
    times.add(Fhir.text(Fhir.object(resource, "occurredPeriod"), "start"));
    times.add(Fhir.text(Fhir.object(resource, "period"), "start"));
    times.add(Fhir.text(resource, "recorded"));
    times.removeIf(String::isEmpty);
    return times;
  }

  /** Fills an event, but for its time. */
  void tell(AccessEvent event, LogShape shape) {
    boolean query = entities.stream().anyMatch(entity -> !Fhir.text(entity, "query").isEmpty());
    AuditCodes.tell(event, codes(), Fhir.text(resource, "action"), query, shape);
    event.ended(outcome(shape));
    JsonObject source = Fhir.object(resource, "source");
    JsonObject site = Fhir.object(source, "site");
    String named =
        Fhir.first(Fhir.text(Fhir.object(site, "identifier"), "value"), Fhir.text(site, "display"));
    event.set(LogField.ORGANISATION, Fhir.first(named, Fhir.text(source, "site")));
    who(event);
    what(event, shape);
  }

  /** The closest first: R4's subtype or R5's code, then the kind of event. */
  private List<String> codes() {
    List<String> codes = new ArrayList<>(Fhir.codes(resource, "subtype"));
    codes.addAll(Fhir.codes(resource, "code"));
    codes.addAll(Fhir.codes(resource, "type"));
    codes.addAll(Fhir.codes(resource, "category"));
    return codes;
  }

  private AccessOutcome outcome(LogShape shape) {
    List<String> codes = Fhir.codes(Fhir.object(resource, "outcome"), "code");
    String code = codes.isEmpty() ? Fhir.text(resource, "outcome") : codes.get(0);
    return code.equals("fatal") ? AccessOutcome.FAILURE : shape.outcome(code);
  }

  /** The person who asked, else whatever did, else who is named first. */
  private void who(AccessEvent event) {
    JsonObject chosen = null;
    String address = "";
    for (JsonObject agent : Fhir.objects(resource, "agent")) {
      boolean better =
          chosen == null
              || asked(agent) && (!asked(chosen) || isMachine(chosen) && !isMachine(agent));
      chosen = better ? agent : chosen;
      address = asked(agent) && address.isEmpty() ? address(agent) : address;
      details(event, agent);
    }
    if (chosen != null) {
      JsonObject who = Fhir.object(chosen, "who");
      String number = Fhir.text(Fhir.object(who, "identifier"), "value");
      String login = Fhir.text(chosen, "altId");
      String reference = id(Fhir.text(who, "reference"));
      String named = Fhir.first(reference, Fhir.text(chosen, "name"), Fhir.text(who, "display"));
      Professional.tell(event, Fhir.first(number, login, named), login);
      event.set(LogField.ADDRESS, Fhir.first(address(chosen), address));
    }
  }

  private static boolean asked(JsonObject agent) {
    return agent.getBoolean("requestor", false);
  }

  private static boolean isMachine(JsonObject agent) {
    String reference = Fhir.text(Fhir.object(agent, "who"), "reference");
    return reference.contains("Device/")
        || Fhir.codes(agent, "type").stream().anyMatch(code -> code.matches("11015[0-5]"));
  }

  /** R4's network has an address, R5's is one. */
  private static String address(JsonObject agent) {
    return Fhir.first(
        Fhir.text(Fhir.object(agent, "network"), "address"),
        Fhir.text(agent, "networkString"),
        Fhir.text(agent, "networkUri"));
  }

  private void what(AccessEvent event, LogShape shape) {
    String object = "";
    for (JsonObject entity : entities) {
      details(event, entity);
      JsonObject what = Fhir.object(entity, "what");
      if (isPatient(entity, what)) {
        patient(event, what, shape);
      } else {
        String query = AuditDetail.clear(Fhir.text(entity, "query"));
        object = Fhir.first(object, query, Fhir.text(what, "reference"), Fhir.text(entity, "name"));
      }
    }
    if (event.getPatients().isEmpty()) {
      patient(event, Fhir.object(resource, "patient"), shape);
    }
    event.set(LogField.OBJECT, object);
  }

  private static boolean isPatient(JsonObject entity, JsonObject what) {
    String reference = Fhir.text(what, "reference");
    return Fhir.codes(entity, "role").contains(PATIENT_ROLE)
        || reference.startsWith("Patient/")
        || reference.contains("/Patient/")
        || Fhir.text(what, "type").equals("Patient");
  }

  /** By the number of its domain, else by the server's own. */
  private void patient(AccessEvent event, JsonObject what, LogShape shape) {
    JsonObject identifier = Fhir.object(what, "identifier");
    String reference = Fhir.text(what, "reference");
    if (Fhir.text(identifier, "value").isEmpty() && reference.startsWith("#")) {
      identifier = contained(reference.substring(1));
    }
    String number = Fhir.text(identifier, "value");
    String system = Fhir.text(identifier, "system");
    String domain = number.isEmpty() || system.isEmpty() ? shape.domain() : system;
    event.patient(PatientRef.of(Fhir.first(number, id(reference)), domain));
  }

  private JsonObject contained(String id) {
    return Fhir.objects(resource, "contained").stream()
        .filter(inner -> Fhir.text(inner, "id").equals(id))
        .flatMap(inner -> Fhir.objects(inner, "identifier").stream())
        .findFirst()
        .orElse(jakarta.json.JsonValue.EMPTY_JSON_OBJECT);
  }

  /** The last part of a reference, without its version. */
  private static String id(String reference) {
    int version = reference.indexOf("/_history/");
    String plain = version < 0 ? reference : reference.substring(0, version);
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  private static void details(AccessEvent event, JsonObject in) {
    for (JsonObject detail : Fhir.objects(in, "detail")) {
      String value =
          Fhir.first(
              Fhir.text(detail, "valueString"),
              Fhir.text(detail, "valueInteger"),
              AuditDetail.clear(Fhir.text(detail, "valueBase64Binary")));
      AuditDetail.tell(event, Fhir.name(detail, "type"), value);
    }
  }
}
