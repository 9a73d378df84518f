package fr.vigie.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A small SCIM service in this process, made for tests: of RFC 7644 it knows {@code
 * ServiceProviderConfig}, and {@code Users} by GET, PUT and PATCH (replace of one attribute), with
 * filters of {@code eq}, {@code ew}, {@code ge} and {@code le} joined by {@code and}. It is no
 * proof that a product is understood (Keycloak's service is, in {@code ScimKeycloakIT}): it shows
 * what that one cannot do, such as passwords, small pages, no PATCH, or an answer that is a lie.
 */
public final class ScimServer implements AutoCloseable {
  public static final String BEARER = "a bearer's token";
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  private static final Charset UTF = StandardCharsets.UTF_8;
  private static final int PAGE = 50;
  private static final Pattern TERM =
      Pattern.compile("([A-Za-z0-9:._]+) (eq|ew|ge|le) (\"(?:[^\"\\\\]|\\\\.)*\")(?: and |$)");

  private final HttpServer server;
  private final Map<String, JsonObject> users = new ConcurrentSkipListMap<>();
  private final boolean patches;
  private volatile boolean lying;

  private ScimServer(boolean patches) {
    this.patches = patches;
    try {
      server = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, 0), 0);
    } catch (IOException e) {
      throw new LaunchException("the SCIM service cannot listen (" + e + ")", e);
    }
    server.createContext("/scim/", this::answer);
  }

  public static ScimServer start() {
    return start(true);
  }

  /** One that takes whole users only. */
  public static ScimServer withoutPatch() {
    return start(false);
  }

  private static ScimServer start(boolean patches) {
    ScimServer made = new ScimServer(patches);
    made.server.start();
    return made;
  }

  public URI address() {
    return URI.create("http://" + Ports.LOOPBACK + ":" + server.getAddress().getPort() + "/scim");
  }

  /** From now on it says that it did what it was asked, and does nothing. */
  public void lie() {
    lying = true;
  }

  /** Puts a user there; answers its identifier. */
  public String create(
      String login, String externalId, String email, String organisation, String secret) {
    String id = UUID.randomUUID().toString();
    JsonObject user =
        Json.createObjectBuilder()
            .add("id", id)
            .add("userName", login)
            .add("externalId", externalId)
            .add("active", true)
            .add("password", secret)
            .add(
                "emails",
                Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", email)))
            .add(ENTERPRISE, Json.createObjectBuilder().add("organization", organisation))
            .add("meta", Json.createObjectBuilder().add("created", Instant.now().toString()))
            .build();
    put(id, user);
    return id;
  }

  /** Replaces one attribute, as an administrator would. */
  public void change(String id, String attribute, JsonValue value) {
    put(id, Json.createObjectBuilder(users.get(id)).add(attribute, value).build());
  }

  public void delete(String id) {
    users.remove(id);
  }

  public JsonObject user(String id) {
    return users.get(id);
  }

  /** Whether an application of this service would let the holder in. */
  public boolean signsIn(String login, String secret) {
    return users.values().stream()
        .filter(user -> user.getString("userName").equalsIgnoreCase(login))
        .anyMatch(user -> user.getBoolean("active") && user.getString("password").equals(secret));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void put(String id, JsonObject user) {
    JsonPatchBuilder touched =
        Json.createPatchBuilder().add("/meta/lastModified", Instant.now().toString());
    users.put(id, touched.build().apply(user));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String said = exchange.getRequestHeaders().getFirst("Authorization");
      String path = exchange.getRequestURI().getPath().substring("/scim/".length());
      if (!("Bearer " + BEARER).equals(said)) {
        send(exchange, 401, error(401));
      } else if (path.equals("ServiceProviderConfig")) {
        send(exchange, 200, config());
      } else if (path.equals("Users")) {
        send(exchange, 200, list(parameters(exchange)));
      } else if (path.startsWith("Users/") && users.containsKey(path.substring(6))) {
        one(exchange, path.substring(6));
      } else {
        send(exchange, 404, error(404));
      }
    } catch (IllegalArgumentException e) {
      send(exchange, 400, error(400));
    }
  }

  private void one(HttpExchange exchange, String id) throws IOException {
    String method = exchange.getRequestMethod();
    if (method.equals("PATCH") && !patches) {
      send(exchange, 501, error(501));
      return;
    }
    if (!method.equals("GET")) {
      JsonObject body = object(new String(exchange.getRequestBody().readAllBytes(), UTF));
      if (!lying) {
        write(method, id, body);
      }
    }
    send(exchange, 200, shown(users.get(id)));
  }

  private void write(String method, String id, JsonObject body) {
    if (method.equals("PUT")) {
      String secret = users.get(id).getString("password"); // never returned, so never sent
      put(id, Json.createObjectBuilder(body).add("password", secret).build());
    } else {
      JsonObject operation = body.getJsonArray("Operations").getJsonObject(0);
      change(id, operation.getString("path"), operation.get("value"));
    }
  }

  private JsonObject list(Map<String, String> parameters) {
    Predicate<JsonObject> filter = filter(parameters.getOrDefault("filter", ""));
    int start = Integer.parseInt(parameters.getOrDefault("startIndex", "1"));
    int count = Math.min(PAGE, Integer.parseInt(parameters.getOrDefault("count", "50")));
    List<JsonObject> found = users.values().stream().filter(filter).toList();
    JsonArrayBuilder page = Json.createArrayBuilder();
    found.stream().skip(start - 1L).limit(count).forEach(user -> page.add(shown(user)));
    return Json.createObjectBuilder()
        .add("totalResults", found.size())
        .add("startIndex", start)
        .add("Resources", page)
        .build();
  }

  private static Predicate<JsonObject> filter(String text) {
    Predicate<JsonObject> all = user -> true;
    Matcher term = TERM.matcher(text);
    int end = 0;
    while (term.find() && term.start() == end) {
      end = term.end();
      String attribute = term.group(1);
      String operator = term.group(2);
      String value = ((JsonString) value(term.group(3))).getString();
      all = all.and(user -> holds(of(user, attribute), operator, value));
    }
    if (end != text.length()) {
      throw new IllegalArgumentException("invalidFilter");
    }
    return all;
  }

  private static boolean holds(String held, String operator, String value) {
    return switch (operator) {
      case "eq" -> held.equalsIgnoreCase(value);
      case "ew" -> held.endsWith(value);
      case "ge" -> !Instant.parse(held).isBefore(Instant.parse(value));
      default -> !Instant.parse(held).isAfter(Instant.parse(value));
    };
  }

  private static String of(JsonObject user, String attribute) {
    return switch (attribute) {
      case "emails.value" -> user.getJsonArray("emails").getJsonObject(0).getString("value");
      case "meta.created" -> user.getJsonObject("meta").getString("created");
      case "meta.lastModified" -> user.getJsonObject("meta").getString("lastModified");
      case ENTERPRISE + ":organization" -> user.getJsonObject(ENTERPRISE).getString("organization");
      default -> user.getString(attribute, "");
    };
  }

  private static JsonObject shown(JsonObject user) {
    return Json.createObjectBuilder(user).remove("password").build();
  }

  private JsonObject config() {
    return Json.createObjectBuilder()
        .add("patch", supported(patches))
        .add("changePassword", supported(true))
        .add("filter", supported(true).add("maxResults", PAGE))
        .build();
  }

  private static JsonObjectBuilder supported(boolean supported) {
    return Json.createObjectBuilder().add("supported", supported);
  }

  private static JsonObject error(int status) {
    return Json.createObjectBuilder().add("status", Integer.toString(status)).build();
  }

  private static JsonObject object(String text) {
    return value(text).asJsonObject();
  }

  private static JsonValue value(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return Arrays.stream((query == null ? "" : query).split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF),
                pair -> URLDecoder.decode(pair[1], UTF),
                (one, other) -> other,
                TreeMap::new));
  }

  private static void send(HttpExchange exchange, int status, JsonObject body) {
    try {
      byte[] bytes = body.toString().getBytes(UTF);
      exchange.getResponseHeaders().set("Content-Type", "application/scim+json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
