package fr.vigie.declaration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a form from JSON and refuses one that contradicts itself. */
final class FormSchemaReader {
  private static final int DEFAULT_MAX = 250;

  private final JsonObject lists;
  private final Set<String> codes = new HashSet<>();

  private FormSchemaReader(JsonObject json) {
    lists = json.getJsonObject("lists");
  }

  static FormSchema read(InputStream in) {
    try (JsonReader reader = Json.createReader(in)) {
      JsonObject json = reader.readObject();
      FormSchemaReader form = new FormSchemaReader(json);
      return new FormSchema(
          json.getString("code"),
          DeclarationKind.valueOf(json.getString("kind")),
          LocalDate.parse(json.getString("validFrom")),
          json.containsKey("validTo") ? LocalDate.parse(json.getString("validTo")) : null,
          label(json),
          json.getString("portal"),
          json.getJsonArray("sections").getValuesAs(JsonObject.class).stream()
              .map(form::section)
              .toList());
    }
  }

  private FormSection section(JsonObject json) {
    List<FormField> fields = new ArrayList<>();
    json.getJsonArray("fields").getValuesAs(JsonObject.class).forEach(f -> fields.add(field(f)));
    return new FormSection(json.getString("code"), label(json), fields);
  }

  private FormField field(JsonObject json) {
    FormField field =
        new FormField(
            json.getString("code"),
            FieldType.valueOf(json.getString("type")),
            label(json),
            json.getBoolean("required", false),
            json.getBoolean("unknown", false),
            json.getBoolean("notApplicable", false),
            json.getBoolean("factOnly", false),
            json.getInt("max", DEFAULT_MAX),
            json.getString("source", ""),
            options(json),
            only(json));
    if (!codes.add(field.code())) {
      throw new IllegalStateException("Two fields " + field.code());
    }
    if (field.type().isChoice() == field.options().isEmpty()) {
      throw new IllegalStateException("Options of " + field.code());
    }
    return field;
  }

  private List<FormOption> options(JsonObject json) {
    if (!json.containsKey("list")) {
      return List.of();
    }
    return lists.getJsonArray(json.getString("list")).getValuesAs(JsonObject.class).stream()
        .map(option -> new FormOption(option.getString("code"), label(option)))
        .toList();
  }

  private static Set<DeclarationType> only(JsonObject json) {
    if (!json.containsKey("only")) {
      return Set.of();
    }
    return json.getJsonArray("only").getValuesAs(JsonString::getString).stream()
        .map(DeclarationType::valueOf)
        .collect(Collectors.toSet());
  }

  private static Label label(JsonObject json) {
    return new Label(json.getString("fr"), json.getString("en"));
  }
}
