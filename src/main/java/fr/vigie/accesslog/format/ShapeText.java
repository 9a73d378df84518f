package fr.vigie.accesslog.format;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A shape as it is remembered: JSON of our own making, the same text for the same shape. */
public final class ShapeText {
  private ShapeText() {}

  public static String write(LogShape shape) {
    JsonObjectBuilder columns = Json.createObjectBuilder();
    shape.fields().forEach((field, heading) -> columns.add(field.name(), heading));
    JsonObjectBuilder actions = Json.createObjectBuilder();
    new TreeMap<>(shape.actions()).forEach((word, action) -> actions.add(word, action.name()));
    var failures = Json.createArrayBuilder();
    new TreeSet<>(shape.failures()).forEach(failures::add);
    var paths = Json.createArrayBuilder();
    shape
        .paths()
        .forEach(
            path ->
                paths.add(
                    Json.createArrayBuilder()
                        .add(path.method())
                        .add(path.template())
                        .add(path.action().name())));
    return Json.createObjectBuilder()
        .add("format", shape.format().name())
        .add("charset", shape.charset().name())
        .add("separator", String.valueOf(shape.separator()))
        .add("heading", shape.heading())
        .add("columns", columns)
        .add("times", shape.timeFormat().name())
        .add("zone", shape.zone().getId())
        .add("clockOffset", shape.clockOffset().toString())
        .add("actions", actions)
        .add("failures", failures)
        .add("paths", paths)
        .add("domain", shape.domain())
        .build()
        .toString();
  }

  /** Reads what {@link #write} wrote. */
  public static LogShape read(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<LogField, String> columns = new EnumMap<>(LogField.class);
      JsonObject named = json.getJsonObject("columns");
      named.keySet().forEach(key -> columns.put(LogField.valueOf(key), named.getString(key)));
      JsonObject words = json.getJsonObject("actions");
      Map<String, AccessAction> actions =
          words.keySet().stream()
              .collect(
                  Collectors.toMap(key -> key, key -> AccessAction.valueOf(words.getString(key))));
      Set<String> failures =
          json.getJsonArray("failures").getValuesAs(JsonString::getString).stream()
              .collect(Collectors.toSet());
      List<PathRule> paths =
          json.getJsonArray("paths").stream()
              .map(path -> path.asJsonArray())
              .map(
                  path ->
                      new PathRule(
                          path.getString(0),
                          path.getString(1),
                          AccessAction.valueOf(path.getString(2))))
              .toList();
      return new LogShape(
          LogFormat.valueOf(json.getString("format")),
          Charset.forName(json.getString("charset")),
          json.getString("separator").charAt(0),
          json.getBoolean("heading"),
          columns,
          TimeFormat.valueOf(json.getString("times")),
          ZoneId.of(json.getString("zone")),
          Duration.parse(json.getString("clockOffset")),
          actions,
          failures,
          paths,
          json.getString("domain"));
    }
  }
}
