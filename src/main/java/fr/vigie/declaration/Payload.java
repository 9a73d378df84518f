package fr.vigie.declaration;

import fr.vigie.incident.Knowledge;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answers of a declaration by field code. Immutable; its JSON is canonical: keys sorted, no
 * blanks, nothing empty, so that equal answers give equal bytes.
 */
public record Payload(Map<String, FieldValue> answers) {
  public static final Payload EMPTY = new Payload(Map.of());

  public Payload {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
  }

  public Optional<FieldValue> get(String field) {
    return Optional.ofNullable(answers.get(field));
  }

  public Payload with(String field, FieldValue value) {
    Map<String, FieldValue> changed = new TreeMap<>(answers);
    changed.put(field, value);
    return new Payload(changed);
  }

  public Payload without(String field) {
    Map<String, FieldValue> changed = new TreeMap<>(answers);
    changed.remove(field);
    return new Payload(changed);
  }

  JsonObject json() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    answers.forEach((code, value) -> json.add(code, json(value)));
    return json.build();
  }

  private static JsonObjectBuilder json(FieldValue value) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    json.add("knowledge", value.knowledge().name());
    json.add("origin", value.origin().name());
    if (!value.reason().isEmpty()) {
      json.add("reason", value.reason());
    }
    if (!value.source().isEmpty()) {
      json.add("source", value.source());
    }
    if (!value.values().isEmpty()) {
      JsonArrayBuilder values = Json.createArrayBuilder();
      value.values().forEach(values::add);
      json.add("values", values);
    }
    return json;
  }

  String text() {
    return json().toString();
  }

  static Payload parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      Map<String, FieldValue> answers = new TreeMap<>();
      JsonObject json = reader.readObject();
      json.keySet().forEach(code -> answers.put(code, value(json.getJsonObject(code))));
      return new Payload(answers);
    }
  }

  private static FieldValue value(JsonObject json) {
    return new FieldValue(
        json.containsKey("values")
            ? json.getJsonArray("values").getValuesAs(JsonString::getString)
            : java.util.List.of(),
        Knowledge.valueOf(json.getString("knowledge")),
        FieldValue.Origin.valueOf(json.getString("origin")),
        json.getString("source", ""),
        json.getString("reason", ""));
  }
}
