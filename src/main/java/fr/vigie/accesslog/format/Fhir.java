package fr.vigie.accesslog.format;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Looking into FHIR resources that may be of any form: what is not there is empty. */
final class Fhir {
  private Fhir() {}

  /** The object at the end of a path. */
  static JsonObject object(JsonObject in, String... path) {
    JsonObject found = in;
    for (String key : path) {
      found = found.get(key) instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT;
    }
    return found;
  }

  static String text(JsonObject in, String key) {
    JsonValue value = in.get(key);
    if (value instanceof JsonString text) {
      return text.getString().strip();
    }
    return value instanceof JsonNumber number ? number.toString() : "";
  }

  /** The objects of a list; of one object, that. */
  static List<JsonObject> objects(JsonObject in, String key) {
    List<JsonObject> found = new ArrayList<>();
    if (in.get(key) instanceof JsonArray list) {
      for (JsonValue value : list) {
        if (value instanceof JsonObject object) {
          found.add(object);
        }
      }
    } else if (in.get(key) instanceof JsonObject object) {
      found.add(object);
    }
    return found;
  }

  /** Codes of a Coding, of a CodeableConcept, or of a list of them. */
  static List<String> codes(JsonObject in, String key) {
    List<String> codes = new ArrayList<>();
    for (JsonObject one : objects(in, key)) {
      add(codes, text(one, "code"));
      objects(one, "coding").forEach(coding -> add(codes, text(coding, "code")));
    }
    return codes;
  }

  private static void add(List<String> codes, String code) {
    if (!code.isEmpty()) {
      codes.add(code);
    }
  }

  /** What a type says: R4 has a text there, R5 a CodeableConcept. */
  static String name(JsonObject in, String key) {
    JsonObject concept = object(in, key);
    List<String> codes = codes(in, key);
    String said = codes.isEmpty() ? text(concept, "text") : codes.get(0);
    return said.isEmpty() ? text(in, key) : said;
  }

  static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
