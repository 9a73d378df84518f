package fr.vigie.containment.keycloak;

import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.Sight.Seen;
import fr.vigie.containment.http.HttpAnswer;
import fr.vigie.containment.http.HttpAsk;
import fr.vigie.containment.http.HttpLine;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The realm's token endpoint: the connector's own token, and what is tried as a holder. */
final class KeycloakTokens {
  private static final String REFUSED = "invalid_grant";

  /** The secret is right and the account open, but the holder must first do something in a page. */
  private static final String UNFINISHED = "Account is not fully set up";

  private final DirectoryAccess access;
  private final HttpLine line;
  private String token;

  KeycloakTokens(DirectoryAccess access, HttpLine line) {
    this.access = access;
    this.line = line;
    signIn();
  }

  /** Sends as the connector; a token that ended meanwhile is renewed once. */
  HttpAnswer send(HttpAsk ask) {
    HttpAnswer answer = line.send(ask.bearer(token));
    if (answer.status() == 401) {
      signIn();
      answer = line.send(ask.bearer(token));
    }
    return answer;
  }

  /** Roles of the connector on users; empty when its token does not tell. */
  Optional<Set<String>> roles() {
    try {
      byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
      try (JsonReader reader = Json.createReader(new ByteArrayInputStream(payload))) {
        JsonObject owners = reader.readObject().getJsonObject("resource_access");
        return Optional.of(
            owners.getJsonObject("realm-management").getJsonArray("roles").stream()
                .map(role -> ((JsonString) role).getString())
                .collect(Collectors.toSet()));
      }
    } catch (JsonException
        | IllegalArgumentException
        | ArrayIndexOutOfBoundsException
        | NullPointerException
        | ClassCastException e) {
      return Optional.empty(); // a light or an opaque token
    }
  }

  boolean canTry() {
    return !access.signInClient().isBlank();
  }

  /** Signs in as the holder; an offline token where the realm gives one. Empty when refused. */
  Optional<JsonObject> open(String login, String secret) {
    HttpAnswer answer = line.send(password(login, secret).field("scope", "offline_access"));
    if (!answer.isDone() && !answer.code().equals(REFUSED)) {
      answer = line.send(password(login, secret)); // perhaps only the scope is refused
    }
    if (answer.code().equals(REFUSED)) {
      return Optional.empty();
    }
    return Optional.of(answer.done().object());
  }

  /** Whether the holder would be let in; the session that a success opens is ended at once. */
  Seen tryPassword(String login, String secret) {
    HttpAnswer answer = line.send(password(login, secret));
    if (answer.isDone()) {
      signOut(answer.object().getString("refresh_token", ""));
      return Seen.OPEN;
    }
    if (!answer.code().equals(REFUSED)) {
      return unknown(answer);
    }
    boolean unfinished = UNFINISHED.equals(answer.object().getString("error_description", ""));
    return unfinished ? Seen.OPEN : Seen.CLOSED;
  }

  /**
   * Whether a refresh or offline token still lets in. Keycloak calls a token inactive to a client
   * that is not its audience, so only a refused refresh proves anything.
   */
  Seen tryToken(String refresh) {
    HttpAnswer introspected = line.send(asConnector("introspect").field("token", refresh));
    if (introspected.isDone() && introspected.object().getBoolean("active", false)) {
      return Seen.OPEN;
    }
    HttpAnswer answer =
        line.send(
            asHolder("token").field("grant_type", "refresh_token").field("refresh_token", refresh));
    if (answer.isDone()) {
      return Seen.OPEN;
    }
    return answer.code().equals(REFUSED) ? Seen.CLOSED : unknown(answer);
  }

  private void signOut(String refresh) {
    if (!refresh.isEmpty()) {
      line.send(asHolder("logout").field("refresh_token", refresh));
    }
  }

  /** A client that may not try proves nothing; a server in trouble is not taken for a refusal. */
  private static Seen unknown(HttpAnswer answer) {
    if (answer.status() != 400 && answer.status() != 401) {
      answer.done();
    }
    return Seen.UNKNOWN;
  }

  private void signIn() {
    HttpAnswer answer = line.send(asConnector("token").field("grant_type", "client_credentials"));
    if (answer.status() == 400 && answer.code().matches("(invalid|unauthorized)_client")) {
      throw answer.fault(Kind.BAD_CREDENTIALS);
    }
    if (answer.status() == 404) {
      throw answer.fault(Kind.UNCLEAR); // no such realm: no account is said to be gone
    }
    token = answer.done().object().getString("access_token", "");
    if (token.isEmpty()) {
      throw answer.fault(Kind.UNCLEAR);
    }
  }

  private HttpAsk password(String login, String secret) {
    return asHolder("token")
        .field("grant_type", "password")
        .field("username", login)
        .field("password", secret);
  }

  private HttpAsk asHolder(String endpoint) {
    return post(endpoint).field("client_id", access.signInClient());
  }

  private HttpAsk asConnector(String endpoint) {
    return post(endpoint)
        .field("client_id", access.login())
        .field("client_secret", access.secret());
  }

  private HttpAsk post(String endpoint) {
    String[] protocol = {"realms", access.base(), "protocol", "openid-connect"};
    return switch (endpoint) {
      case "introspect" -> HttpAsk.of("POST", "token", endpoint).below(protocol);
      default -> HttpAsk.of("POST", endpoint).below(protocol);
    };
  }
}
