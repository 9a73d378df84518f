package fr.vigie.investigation;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Who an affected person is and how to reach them; exists in memory only, and sealed in {@link
 * AffectedPerson}. An empty text is "not in the list". Never printed.
 *
 * @param birthDate ISO date, or empty
 * @param age as given, or empty
 * @param phone E.164 when it could be read, else as typed
 * @param birthPlace code of the commune or country (COG), as typed
 */
public record PersonIdentity(
    String birthName,
    String usedName,
    String firstNames,
    String birthDate,
    String age,
    String sex,
    String phone,
    String email,
    String address,
    String ipp,
    String birthPlace) {

  /** Looked up once: it is asked for with every row. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  /** The name the person uses every day. */
  public String name() {
    return usedName.isEmpty() ? birthName : usedName;
  }

  /** M, F, or empty when it is not told or told otherwise. */
  String sexCode() {
    return switch (Matching.words(sex)) {
      case "M", "H", "1", "MASCULIN", "HOMME", "MALE" -> "M";
      case "F", "2", "FEMININ", "FEMME", "FEMALE" -> "F";
      default -> "";
    };
  }

  byte[] toJson() {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    put(json, "birthName", birthName);
    put(json, "usedName", usedName);
    put(json, "firstNames", firstNames);
    put(json, "birthDate", birthDate);
    put(json, "age", age);
    put(json, "sex", sex);
    put(json, "phone", phone);
    put(json, "email", email);
    put(json, "address", address);
    put(json, "ipp", ipp);
    put(json, "birthPlace", birthPlace);
    return json.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(JsonObjectBuilder json, String key, String value) {
    if (!value.isEmpty()) {
      json.add(key, value);
    }
  }

  static PersonIdentity fromJson(byte[] bytes) {
    try (var reader =
        READERS.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
      JsonObject json = reader.readObject();
      return new PersonIdentity(
          json.getString("birthName", ""),
          json.getString("usedName", ""),
          json.getString("firstNames", ""),
          json.getString("birthDate", ""),
          json.getString("age", ""),
          json.getString("sex", ""),
          json.getString("phone", ""),
          json.getString("email", ""),
          json.getString("address", ""),
          json.getString("ipp", ""),
          json.getString("birthPlace", ""));
    }
  }

  @Override
  public String toString() {
    return "PersonIdentity";
  }
}
