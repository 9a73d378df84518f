package fr.vigie.containment.http;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request. Segments, parameters and fields are plain texts: they are escaped when sent.
 *
 * @param path segments below the directory's address
 * @param bearer sent as the bearer token; empty for none
 */
public record HttpAsk(
    String method,
    List<String> path,
    Map<String, String> parameters,
    Map<String, String> form,
    JsonObject json,
    String bearer) {

  /** Servers refuse a question with control characters, and nobody bears them. */
  public static boolean canAskFor(String text) {
    return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
  }

  public static HttpAsk of(String method, String... path) {
    return new HttpAsk(method, List.of(path), Map.of(), Map.of(), null, "");
  }

  public static HttpAsk get(String... path) {
    return of("GET", path);
  }

  public HttpAsk with(String parameter, Object value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(parameter, value.toString());
    return new HttpAsk(method, path, all, form, json, bearer);
  }

  public HttpAsk field(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(form);
    all.put(name, value);
    return new HttpAsk(method, path, parameters, all, json, bearer);
  }

  public HttpAsk json(JsonObject body) {
    return new HttpAsk(method, path, parameters, form, body, bearer);
  }

  public HttpAsk bearer(String token) {
    return new HttpAsk(method, path, parameters, form, json, token);
  }

  /** The same, below other segments. */
  public HttpAsk below(String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(path);
    return new HttpAsk(method, all, parameters, form, json, bearer);
  }

  /** Method and path: no parameter, no body, no header. */
  @Override
  public String toString() {
    return method + " /" + String.join("/", path);
  }
}
