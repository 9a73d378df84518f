package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.identity.ApiToken;
import fr.vigie.launch.Demo;
import fr.vigie.launch.TestParts;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Programs of several people at the REST API, each with a token of its person. */
final class Api {
  private static final String JSON = "application/json";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final TreeSet<String> done = new TreeSet<>();

  /** An answer, read as JSON when asked for. */
  record Answer(int status, String type, String text) {
    JsonObject object() {
      return read().asJsonObject();
    }

    JsonArray array() {
      return read().asJsonArray();
    }

    String get(String name) {
      return object().getString(name);
    }

    private JsonStructure read() {
      try (var reader = Json.createReader(new StringReader(text))) {
        return reader.read();
      }
    }
  }

  static Demo demo() {
    return TestParts.current().application();
  }

  /** Doors, as {@code GET /api/v1/me}, that were opened to somebody. */
  TreeSet<String> done() {
    return done;
  }

  /**
   * Does an act that must succeed.
   *
   * @param door verb and path with placeholders, which {@code values} fill in their order
   */
  Answer ok(String login, String door, String json, Object... values) {
    Answer answer = send(login, door, json, values);
    assertThat(answer.status()).as("%s as %s: %s", door, login, answer.text()).isBetween(200, 201);
    done.add(name(door));
    return answer;
  }

  /** Does an act that may come too late, and tells whether it did not. */
  boolean managed(String login, String door, String json, Object... values) {
    Answer answer = send(login, door, json, values);
    assertThat(answer.status()).as("%s as %s: %s", door, login, answer.text()).isIn(200, 422);
    if (answer.status() == 200) {
      done.add(name(door));
    }
    return answer.status() == 200;
  }

  private static String name(String door) {
    return door.replace(" ", " /api/v1").replaceFirst("\\?.*", "");
  }

  Answer send(String login, String door, String json, Object... values) {
    byte[] body = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    return send(login, door, JSON, body, values);
  }

  /** The same with a file as the body. */
  Answer file(String login, String door, byte[] body, Object... values) {
    Answer answer = send(login, door, "application/octet-stream", body, values);
    assertThat(answer.status()).as("%s as %s: %s", door, login, answer.text()).isEqualTo(200);
    done.add(name(door));
    return answer;
  }

  private Answer send(String login, String door, String type, byte[] body, Object... values) {
    String path = door.substring(door.indexOf(' ') + 1);
    for (Object value : values) {
      path = path.replaceFirst("\\{[^}]*\\}", value.toString());
    }
    return call(door.substring(0, door.indexOf(' ')), "/api/v1" + path, token(login), type, body);
  }

  /**
   * @param token none when null
   * @param body none when null
   */
  Answer call(String verb, String path, String token, String type, byte[] body) {
    String base = demo().address().toString().replaceFirst("/$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "*/*");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", type);
    }
    request.method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      String media = answer.headers().firstValue("Content-Type").orElse("");
      return new Answer(answer.statusCode(), media, answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A token of a person, laid down as the account page would. */
  String token(String login) {
    return tokens.computeIfAbsent(login, Api::newToken);
  }

  private static String newToken(String login) {
    String secret = "vigie_" + login + System.nanoTime();
    try (Connection connection = demo().database().connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into api_token (id, version, user_id, label, token_hash, created_at,"
                    + " expires_at) select ?, 1, id, 'test', ?, utc_timestamp(6),"
                    + " utc_timestamp(6) + interval 1 day from app_user where login = ?")) {
      statement.setLong(1, System.nanoTime());
      statement.setString(2, ApiToken.hash(secret));
      statement.setString(3, login);
      assertThat(statement.executeUpdate()).isEqualTo(1);
      return secret;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
