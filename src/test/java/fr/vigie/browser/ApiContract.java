package fr.vigie.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The API as the running server describes it: its doors, and a valid body for each. */
final class ApiContract {
  /** What a field of text must hold to be valid; other texts may be any. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "organisation", "9001",
          "region", "28",
          "exposure", "VIEWED",
          "type", "COMPLEMENTARY",
          "owner", "");

  private static final List<String> LEFT_OUT =
      List.of(
          "categories",
          "dataCategories",
          "leadOrganisation",
          "organisationId",
          "dependsOn",
          "corrects",
          "controller",
          "rpps",
          "fields",
          "logRun");

  private final Map<String, Object> document;

  private ApiContract(Map<String, Object> document) {
    this.document = document;
  }

  /** What {@code /openapi} answers. */
  static ApiContract served(Api api) {
    Api.Answer answer = api.call("GET", "/openapi", api.token("rssi.nor"), null, null);
    if (answer.status() != 200) {
      throw new IllegalStateException("/openapi answers " + answer.status());
    }
    return new ApiContract(new Yaml().load(answer.text()));
  }

  static ApiContract read(String yaml) {
    return new ApiContract(new Yaml().load(yaml));
  }

  /** Without what the server adds of its own: its address, and the paths once more. */
  Map<String, Object> document() {
    document.remove("servers");
    document.remove("endpoints"); // Payara adds its own list of paths
    return document;
  }

  /**
   * One verb at one path.
   *
   * @param query what must stand in the address behind the path; may be empty
   * @param type media type of the body; null when there is none
   * @param body a valid one; null when there is none
   */
  record Door(String verb, String path, String query, String type, byte[] body) {
    /**
     * The address with every placeholder filled.
     *
     * @param part stands for the first of two ids: the controller's part
     * @param id stands for the last, or only one
     */
    String address(String reference, String part, long id) {
      String filled = path.replace("{ref}", reference);
      boolean two = filled.matches(".*\\{.*\\{.*");
      return (two ? filled.replaceFirst("\\{[^}]*\\}", part) : filled)
              .replaceAll("\\{[^}]*\\}", Long.toString(id))
          + query;
    }

    /** Whether it names rows at all. */
    boolean isAboutRows() {
      return path.contains("{");
    }

    boolean hasIds() {
      return path.replace("{ref}", "").contains("{");
    }

    /** What its path speaks of, in the singular: {@code wave}, {@code task}. */
    List<String> words() {
      return Arrays.stream(path.split("/"))
          .filter(word -> word.length() > 2 && !word.contains("{") && !word.equals("api"))
          .filter(word -> !word.equals("incidents"))
          .map(word -> word.replaceFirst("s$", ""))
          .toList();
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  List<Door> doors() {
    List<Door> doors = new ArrayList<>();
    at(document, "paths")
        .forEach(
            (path, operations) ->
                map(operations)
                    .forEach((verb, operation) -> doors.add(door(verb, path, map(operation)))));
    return doors;
  }

  private Door door(String verb, String path, Map<String, Object> operation) {
    String upper = verb.toUpperCase(java.util.Locale.ROOT);
    String query = query(operation);
    if (!operation.containsKey("requestBody")) {
      return new Door(upper, path, query, null, null);
    }
    var content = at(at(operation, "requestBody"), "content").entrySet().iterator().next();
    boolean json = content.getKey().equals("application/json");
    String body =
        json ? example("", at(map(content.getValue()), "schema")).toString() : "NOM\nDurand\n";
    return new Door(upper, path, query, content.getKey(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String query(Map<String, Object> operation) {
    StringBuilder query = new StringBuilder();
    for (Object one : (List<?>) operation.getOrDefault("parameters", List.of())) {
      Map<String, Object> parameter = map(one);
      if (parameter.get("in").equals("query") && parameter.get("required").equals(true)) {
        query.append(query.isEmpty() ? "?" : "&").append(parameter.get("name")).append("=Essai");
      }
    }
    return query.toString();
  }

  private JsonValue example(String name, Map<String, Object> schema) {
    if (schema.containsKey("$ref")) {
      return object(resolved((String) schema.get("$ref")));
    }
    if (schema.containsKey("enum")) {
      return Json.createValue(((List<?>) schema.get("enum")).get(0).toString());
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "integer", "number" -> Json.createValue(1);
      case "boolean" -> JsonValue.TRUE;
      case "array" -> Json.createArrayBuilder().add(example(name, at(schema, "items"))).build();
      case "object" ->
          name.equals("mapping")
              ? Json.createObjectBuilder().add("BIRTH_NAME", 0).build()
              : Json.createObjectBuilder().build();
      default -> Json.createValue(cut(text(name, String.valueOf(schema.get("format"))), schema));
    };
  }

  /** No longer than the description allows. */
  private static String cut(String text, Map<String, Object> schema) {
    int most = (Integer) schema.getOrDefault("maxLength", Integer.MAX_VALUE);
    return text.substring(0, Math.min(text.length(), most));
  }

  private JsonObject object(Map<String, Object> schema) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    at(schema, "properties")
        .forEach(
            (name, of) -> {
              if (!LEFT_OUT.contains(name)) {
                object.add(name, example(name, map(of)));
              }
            });
    return object.build();
  }

  private static String text(String name, String format) {
    return switch (format) {
      case "date-time" -> "2026-01-10T09:00:00Z";
      case "date" -> "2026-01-10";
      default -> TEXTS.getOrDefault(name, "Essai");
    };
  }

  private Map<String, Object> resolved(String reference) {
    Map<String, Object> place = document;
    for (String step : reference.substring(2).split("/")) {
      place = at(place, step);
    }
    return place;
  }

  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return map(map.get(key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
