package fr.vigie.containment.keycloak;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.http.HttpAnswer;
import fr.vigie.containment.http.HttpAsk;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Questions to the administration interface of the realm. */
final class KeycloakUsers {
  private static final int PAGE = DirectoryLink.MOST;

  /** Pages read of one question about an organisation or a mail domain. */
  private static final int PAGES = 25;

  private final DirectoryAccess access;
  private final KeycloakTokens tokens;

  KeycloakUsers(DirectoryAccess access, KeycloakTokens tokens) {
    this.access = access;
    this.tokens = tokens;
  }

  /** A request below the realm's administration. */
  HttpAnswer send(HttpAsk ask) {
    return tokens.send(ask.below("admin", "realms", access.base()));
  }

  /** A request on one user; what is no identifier is nobody's. */
  HttpAnswer send(String uid, HttpAsk ask) {
    if (!uid.matches("[A-Za-z0-9][A-Za-z0-9:_-]{0,254}")) {
      throw new DirectoryFault(Kind.GONE, "no identifier");
    }
    return send(ask.below("users", uid));
  }

  KeycloakUser user(String uid) {
    return new KeycloakUser(send(uid, HttpAsk.get()).done().object(), access.names());
  }

  /** Groups by their paths, and roles of the realm, those held through others included. */
  List<String> rights(String uid) {
    List<String> rights = new ArrayList<>();
    objects(send(uid, HttpAsk.get("groups").with("max", PAGE)))
        .forEach(group -> rights.add(group.getString("path", group.getString("name", ""))));
    objects(send(uid, HttpAsk.get("role-mappings", "realm", "composite")))
        .forEach(role -> rights.add(role.getString("name", "")));
    return rights;
  }

  /** Users that bear a mark, whatever the server makes of the question: verified once more. */
  Collection<KeycloakUser> bearing(AccountQuery query) {
    Map<String, KeycloakUser> found = new LinkedHashMap<>();
    if (HttpAsk.canAskFor(query.login())) {
      put(
          found,
          exact().with("username", query.login()),
          user -> same(user.login(), query.login()));
    }
    if (HttpAsk.canAskFor(query.rpps()) && !access.names().rpps().isEmpty()) {
      put(found, having(access.names().rpps(), query.rpps()), bears("rpps", query.rpps()));
    }
    if (HttpAsk.canAskFor(query.email())) {
      put(found, exact().with("email", query.email()), user -> same(user.email(), query.email()));
    }
    return found.values().stream().sorted(Comparator.comparing(KeycloakUser::login)).toList();
  }

  /** Users of an organisation, as far as they are read. */
  void ofOrganisation(String organisation, Map<String, KeycloakUser> found) {
    if (!access.names().organisation().isEmpty()) {
      HttpAsk ask = having(access.names().organisation(), organisation);
      pages(found, ask, bears("organisation", organisation));
    }
  }

  /** Users with an e-mail of a domain, but not of one below it. */
  void ofDomain(String domain, Map<String, KeycloakUser> found) {
    String end = "@" + domain;
    pages(
        found,
        HttpAsk.get().with("email", end),
        user -> user.email().toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT)));
  }

  static Stream<JsonObject> objects(HttpAnswer answer) {
    JsonArray array = answer.done().array();
    return array.stream()
        .filter(value -> value.getValueType() == JsonValue.ValueType.OBJECT)
        .map(JsonValue::asJsonObject);
  }

  private void put(Map<String, KeycloakUser> found, HttpAsk ask, Predicate<KeycloakUser> really) {
    users(ask.with("max", PAGE)).stream()
        .filter(really)
        .forEach(user -> found.put(user.id(), user));
  }

  private void pages(Map<String, KeycloakUser> found, HttpAsk ask, Predicate<KeycloakUser> really) {
    for (int page = 0; page < PAGES; page++) {
      List<KeycloakUser> users = users(ask.with("first", page * PAGE).with("max", PAGE));
      users.stream().filter(really).forEach(user -> found.put(user.id(), user));
      if (users.size() < PAGE) {
        return;
      }
    }
  }

  private List<KeycloakUser> users(HttpAsk ask) {
    return objects(send(ask.below("users")))
        .map(user -> new KeycloakUser(user, access.names()))
        .toList();
  }

  private Predicate<KeycloakUser> bears(String mark, String value) {
    String attribute = mark.equals("rpps") ? access.names().rpps() : access.names().organisation();
    return user -> user.values(attribute).contains(value);
  }

  private static HttpAsk exact() {
    return HttpAsk.get().with("exact", true);
  }

  /** {@code "attribute":"value"}; Keycloak knows no other escape than that of the quote. */
  private static HttpAsk having(String attribute, String value) {
    return exact().with("q", quoted(attribute) + ":" + quoted(value));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }

  private static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other);
  }
}
