package fr.vigie.containment.scim;

import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccount;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A user as SCIM represents it (RFC 7643 §4.1). */
record ScimUser(JsonObject json, AttributeNames names) {
  private static final String SCHEMA = "urn:";

  String id() {
    return json.getString("id", "");
  }

  String login() {
    return first(names.login());
  }

  /** Not told is not closed. */
  boolean isOpen() {
    return json.getBoolean("active", true);
  }

  Instant createdAt() {
    return instant("meta.created");
  }

  Instant changedAt() {
    return instant("meta.lastModified");
  }

  /**
   * Values of an attribute named as in a filter: {@code userName}, {@code emails.value}, {@code
   * urn:…:User:organization}.
   */
  List<String> values(String attribute) {
    if (attribute.isEmpty()) {
      return List.of();
    }
    int schema = attribute.startsWith(SCHEMA) ? attribute.lastIndexOf(':') : -1;
    Stream<JsonValue> at = Stream.of(json);
    if (schema > 0) {
      at = below(at, attribute.substring(0, schema));
    }
    for (String name : attribute.substring(schema + 1).split("\\.")) {
      at = below(at, name);
    }
    return at.filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString())
        .toList();
  }

  boolean bears(String attribute, String value) {
    return values(attribute).stream().anyMatch(value::equals);
  }

  boolean bearsIgnoringCase(String attribute, String value) {
    return values(attribute).stream().anyMatch(value::equalsIgnoreCase);
  }

  DirectoryAccount account() {
    return new DirectoryAccount(
        id(),
        "Users/" + id(),
        login(),
        name(),
        first(names.rpps()),
        first(names.email()),
        first(names.organisation()),
        isOpen(),
        Stream.concat(values("groups.display").stream(), values("roles.value").stream()).toList(),
        createdAt(),
        changedAt(),
        null);
  }

  private String name() {
    String known = first(names.name());
    return known.isEmpty() ? first("name.formatted") : known;
  }

  private String first(String attribute) {
    return values(attribute).stream().findFirst().orElse("");
  }

  private Instant instant(String attribute) {
    try {
      String text = first(attribute);
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null; // not told in a way that is understood
    }
  }

  /** Names ignore case (RFC 7643 §2.1); an array stands for each of its values. */
  private static Stream<JsonValue> below(Stream<JsonValue> at, String name) {
    return at.filter(JsonObject.class::isInstance)
        .flatMap(object -> object.asJsonObject().entrySet().stream())
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .flatMap(
            value ->
                value.getValueType() == JsonValue.ValueType.ARRAY
                    ? value.asJsonArray().stream()
                    : Stream.of(value));
  }
}
