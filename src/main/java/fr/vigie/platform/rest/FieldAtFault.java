package fr.vigie.platform.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the field for whose sake a body could not be read. The reader names it in its message,
 * except when a text is no code of the field's own: then the body is gone through once more.
 */
final class FieldAtFault {
  /** How the reader names a property; the innermost stands last. */
  private static final Pattern PROPERTY = Pattern.compile("property '([A-Za-z]\\w*)'");

  private FieldAtFault() {}

  static Optional<String> find(Exception fault, Type wanted, byte[] body) {
    String named = null;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      Matcher matcher = PROPERTY.matcher(String.valueOf(cause.getMessage()));
      while (matcher.find()) {
        named = matcher.group(1);
      }
    }
    return named == null ? unknownCode(wanted, body) : Optional.of(named);
  }

  private static Optional<String> unknownCode(Type wanted, byte[] body) {
    try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
      return in(wanted, reader.readValue(), null);
    } catch (JsonException noJson) {
      return Optional.empty();
    }
  }

  private static Optional<String> in(Type type, JsonValue value, String field) {
    if (value instanceof JsonString text) {
      return isCode(type, text.getString()) ? Optional.empty() : Optional.ofNullable(field);
    }
    if (value instanceof JsonArray array && type instanceof ParameterizedType list) {
      return array.stream()
          .flatMap(one -> in(list.getActualTypeArguments()[0], one, field).stream())
          .findFirst();
    }
    if (value instanceof JsonObject object) {
      return type instanceof ParameterizedType map
          ? inMap(map.getActualTypeArguments(), object, field)
          : inRecord(type, object);
    }
    return Optional.empty();
  }

  private static Optional<String> inMap(Type[] types, JsonObject object, String field) {
    for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
      Optional<String> found =
          isCode(types[0], entry.getKey())
              ? in(types[1], entry.getValue(), entry.getKey())
              : Optional.ofNullable(field);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inRecord(Type type, JsonObject object) {
    if (!(type instanceof Class<?> raw) || !raw.isRecord()) {
      return Optional.empty();
    }
    for (RecordComponent component : raw.getRecordComponents()) {
      JsonValue value = object.getOrDefault(component.getName(), JsonValue.NULL);
      Optional<String> found = in(component.getGenericType(), value, component.getName());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What is no enum takes any text. */
  private static boolean isCode(Type type, String text) {
    return !(type instanceof Class<?> raw)
        || !raw.isEnum()
        || Arrays.stream(raw.getEnumConstants()).anyMatch(c -> ((Enum<?>) c).name().equals(text));
  }
}
