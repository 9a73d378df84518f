package fr.vigie.containment.keycloak;

import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccount;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A user as Keycloak represents it (UserRepresentation). */
record KeycloakUser(JsonObject json, AttributeNames names) {
  String id() {
    return json.getString("id", "");
  }

  String login() {
    return json.getString("username", "");
  }

  String email() {
    return json.getString("email", "");
  }

  boolean isOpen() {
    return json.getBoolean("enabled", true); // said to be closed only when it says so
  }

  Instant createdAt() {
    return instant(json, "createdTimestamp");
  }

  /** Values of an attribute; none when it has no name. */
  List<String> values(String attribute) {
    JsonObject attributes = json.getJsonObject("attributes");
    JsonArray values = attributes == null ? null : attributes.getJsonArray(attribute);
    return values == null ? List.of() : texts(values.stream()).toList();
  }

  DirectoryAccount account(List<String> groups, Instant changedAt, Instant secretSetAt) {
    return new DirectoryAccount(
        id(),
        "users/" + id(),
        login(),
        name(),
        first(values(names.rpps())),
        email(),
        first(values(names.organisation())),
        isOpen(),
        groups,
        createdAt(),
        changedAt,
        secretSetAt);
  }

  static Instant instant(JsonObject object, String key) {
    return object.get(key) instanceof JsonNumber millis
        ? Instant.ofEpochMilli(millis.longValue())
        : null;
  }

  static Stream<String> texts(Stream<JsonValue> values) {
    return values
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString());
  }

  private String name() {
    String known = first(values(names.name()));
    return known.isEmpty()
        ? (json.getString("firstName", "") + " " + json.getString("lastName", "")).strip()
        : known;
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }
}
