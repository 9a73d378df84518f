package fr.vigie.containment.keycloak;

import fr.vigie.containment.directory.Person;
import fr.vigie.launch.Keycloak;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an administrator and a holder do with a realm of Keycloak, by the interfaces that Keycloak
 * documents and without Vigie's adapter.
 */
public final class Realm {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Keycloak keycloak;
  private final String administration;
  private final String endpoint;

  public Realm(Keycloak keycloak) {
    this.keycloak = keycloak;
    this.administration = keycloak.address() + "/admin/realms/" + Keycloak.REALM;
    this.endpoint = keycloak.address() + "/realms/" + Keycloak.REALM + "/protocol/openid-connect/";
  }

  /** Answers the new user's identifier. */
  public String create(Person person) {
    HttpResponse<String> answer = administer("POST", "/users", user(person).build().toString());
    require(answer, 201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  public void createAll(List<Person> people) {
    JsonArrayBuilder users = Json.createArrayBuilder();
    people.forEach(person -> users.add(user(person)));
    JsonObject all = Json.createObjectBuilder().add("users", users).build();
    require(administer("POST", "/partialImport", all.toString()), 200);
  }

  /** Changes some of a user's values. */
  public void change(String uid, String json) {
    require(administer("PUT", "/users/" + uid, json), 204);
  }

  public void rename(String uid, String login) {
    JsonObject user = json(administer("GET", "/users/" + uid, ""));
    change(uid, Json.createObjectBuilder(user).add("username", login).build().toString());
  }

  public void delete(String uid) {
    require(administer("DELETE", "/users/" + uid, ""), 204);
  }

  public void join(String uid, String group, String role) {
    String found = administer("GET", "/groups?exact=true&search=" + group, "").body();
    String id = found.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    require(administer("PUT", "/users/" + uid + "/groups/" + id, ""), 204);
    String known = administer("GET", "/roles/" + role, "").body();
    require(administer("POST", "/users/" + uid + "/role-mappings/realm", "[" + known + "]"), 204);
  }

  public JsonObject user(String uid) {
    return json(administer("GET", "/users/" + uid, ""));
  }

  /** Signs in as an application does; the status tells. */
  public HttpResponse<String> signIn(String login, String secret, String scope) {
    return post(
        "token",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            Keycloak.SIGN_IN,
            "username",
            login,
            "password",
            secret,
            "scope",
            scope.isEmpty() ? "profile" : scope));
  }

  /** Whether the holder is let in; leaves at once, so that no session stays. */
  public boolean letsIn(String login, String secret) {
    HttpResponse<String> answer = signIn(login, secret, "");
    if (answer.statusCode() == 200) {
      String token = json(answer).getString("refresh_token");
      post("logout", Map.of("client_id", Keycloak.SIGN_IN, "refresh_token", token));
    }
    return answer.statusCode() == 200;
  }

  public JsonObject signedIn(String login, String secret, String scope) {
    HttpResponse<String> answer = signIn(login, secret, scope);
    require(answer, 200);
    return json(answer);
  }

  public HttpResponse<String> refresh(String token) {
    return post(
        "token",
        Map.of(
            "grant_type", "refresh_token", "client_id", Keycloak.SIGN_IN, "refresh_token", token));
  }

  /** Whether the server says that an access token is good. */
  public boolean isActive(String accessToken) {
    Map<String, String> fields =
        Map.of(
            "client_id",
            Keycloak.CONNECTOR,
            "client_secret",
            keycloak.connectorSecret(),
            "token",
            accessToken);
    return json(post("token/introspect", fields)).getBoolean("active");
  }

  /** A token of a client's own account. */
  public String tokenOf(String client) {
    return tokenOf(client, keycloak.connectorSecret());
  }

  static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private static JsonObjectBuilder user(Person person) {
    JsonObjectBuilder user =
        Json.createObjectBuilder()
            .add("username", person.login())
            .add("email", person.email())
            .add("firstName", person.name())
            .add("lastName", "Essai")
            .add("enabled", true)
            .add(
                "attributes",
                Json.createObjectBuilder()
                    .add("rpps", values(person.rpps()))
                    .add("organisation", values(person.organisation())));
    if (!person.secret().isEmpty()) {
      JsonObjectBuilder secret =
          Json.createObjectBuilder().add("type", "password").add("value", person.secret());
      user.add("credentials", Json.createArrayBuilder().add(secret));
    }
    return user;
  }

  private static JsonArrayBuilder values(String value) {
    return value.isEmpty() ? Json.createArrayBuilder() : Json.createArrayBuilder().add(value);
  }

  private HttpResponse<String> administer(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(administration + path))
            .header("Authorization", "Bearer " + administrator())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private String administrator() {
    return tokenOf(Keycloak.ADMINISTRATOR, keycloak.administratorSecret());
  }

  private String tokenOf(String client, String secret) {
    Map<String, String> fields =
        Map.of(
            "grant_type", "client_credentials",
            "client_id", client,
            "client_secret", secret);
    return json(post("token", fields)).getString("access_token");
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(endpoint + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void require(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          answer.request().method() + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
