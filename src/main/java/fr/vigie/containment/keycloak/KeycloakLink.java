package fr.vigie.containment.keycloak;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryCheck;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import fr.vigie.containment.directory.Sight.Seen;
import fr.vigie.containment.http.HttpAnswer;
import fr.vigie.containment.http.HttpAsk;
import fr.vigie.containment.http.HttpLine;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** A connector's sign-in to one realm. */
final class KeycloakLink implements DirectoryLink {
  /** With more accounts found, their groups and the age of their secrets are not asked for. */
  private static final int MOST_DETAILED = 20;

  private static final Set<String> MANAGING = Set.of("manage-users", "realm-admin");

  private final HttpLine line;
  private final KeycloakTokens tokens;
  private final KeycloakUsers users;
  private final KeycloakChanges changes;

  KeycloakLink(DirectoryAccess access, HttpLine line, KeycloakTokens tokens) {
    this.line = line;
    this.tokens = tokens;
    this.users = new KeycloakUsers(access, tokens);
    this.changes = new KeycloakChanges(users);
  }

  @Override
  public Set<DirectoryAbility> can() {
    EnumSet<DirectoryAbility> can =
        EnumSet.of(DirectoryAbility.COUNT_SESSIONS, DirectoryAbility.LIST_CHANGES);
    if (mayManage()) {
      can.addAll(
          EnumSet.of(
              DirectoryAbility.DISABLE,
              DirectoryAbility.ENABLE,
              DirectoryAbility.END_SESSIONS,
              DirectoryAbility.RESET_SECRET));
    }
    if (tokens.canTry()) {
      can.add(DirectoryAbility.TRY_SECRET);
      can.add(DirectoryAbility.TRY_TOKEN);
    }
    return can;
  }

  @Override
  public DirectoryCheck check() {
    HttpAnswer counted = users.send(HttpAsk.get("users", "count"));
    List<String> warnings = new ArrayList<>(line.warnings());
    if (!mayManage()) {
      warnings.add("containment.check.readOnly");
    }
    if (!tokens.canTry()) {
      warnings.add("containment.check.noSignInClient");
    }
    if (!changes.areRecorded()) {
      warnings.add("containment.check.onlyCreations");
    }
    return new DirectoryCheck("Keycloak", number(counted), true, can(), warnings);
  }

  @Override
  public List<DirectoryAccount> find(AccountQuery query) {
    Collection<KeycloakUser> found = users.bearing(query);
    boolean detailed = found.size() <= MOST_DETAILED;
    return found.stream()
        .limit(MOST)
        .map(user -> detailed ? detailed(user) : user.account(List.of(), null, null))
        .toList();
  }

  @Override
  public DirectoryAccount read(String uid) {
    return detailed(users.user(uid));
  }

  @Override
  public Sight look(String uid, Probe probe) {
    KeycloakUser user = users.user(uid);
    boolean tries = tokens.canTry();
    return new Sight(
        user.isOpen() ? Seen.OPEN : Seen.CLOSED,
        tries && !probe.secret().isEmpty()
            ? tokens.tryPassword(user.login(), probe.secret())
            : Seen.UNKNOWN,
        tries && !probe.token().isEmpty() ? tokens.tryToken(probe.token()) : Seen.UNKNOWN,
        OptionalInt.of(sessions(uid)));
  }

  @Override
  public void disable(String uid) {
    setEnabled(uid, false);
  }

  @Override
  public void enable(String uid) {
    setEnabled(uid, true);
  }

  /** Ends the sessions first: an offline token ended alone could be opened again from one. */
  @Override
  public void endSessions(String uid) {
    users.send(uid, HttpAsk.of("POST", "logout")).done();
    for (JsonObject consent : offline(uid)) {
      HttpAnswer answer =
          users.send(uid, HttpAsk.of("DELETE", "consents", consent.getString("clientId", "")));
      if (answer.status() != 404) { // ended meanwhile
        answer.done();
      }
    }
  }

  @Override
  public void resetSecret(String uid, String secret) {
    JsonObject credential =
        Json.createObjectBuilder()
            .add("type", "password")
            .add("value", secret)
            .add("temporary", false)
            .build();
    users.send(uid, HttpAsk.of("PUT", "reset-password").json(credential)).done();
  }

  /** A secret that is refused while the account is open proves nothing later: it is not kept. */
  @Override
  public Probe probe(String uid, String secret) {
    KeycloakUser user = users.user(uid);
    if (!tokens.canTry()) {
      return new Probe(secret, "");
    }
    return tokens
        .open(user.login(), secret)
        .map(opened -> new Probe(secret, opened.getString("refresh_token", "")))
        .orElse(Probe.NONE);
  }

  @Override
  public List<DirectoryAccount> changed(
      Instant from, Instant to, Set<String> organisations, Set<String> mailDomains) {
    return changes.between(from, to, organisations, mailDomains);
  }

  @Override
  public List<DirectoryExchange> exchanges() {
    return line.exchanges();
  }

  @Override
  public void close() {
    line.close();
  }

  private boolean mayManage() {
    return tokens.roles().map(held -> held.stream().anyMatch(MANAGING::contains)).orElse(true);
  }

  private DirectoryAccount detailed(KeycloakUser user) {
    Instant secretSetAt =
        KeycloakUsers.objects(users.send(user.id(), HttpAsk.get("credentials")))
            .filter(credential -> credential.getString("type", "").equals("password"))
            .map(credential -> KeycloakUser.instant(credential, "createdDate"))
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    return user.account(users.rights(user.id()), null, secretSetAt);
  }

  /** Sends back all that was read: what an update leaves out may be taken away. */
  private void setEnabled(String uid, boolean enabled) {
    KeycloakUser user = users.user(uid);
    if (user.isOpen() != enabled) {
      JsonObject changed = Json.createObjectBuilder(user.json()).add("enabled", enabled).build();
      users.send(uid, HttpAsk.of("PUT").json(changed)).done();
    }
  }

  private int sessions(String uid) {
    long online = KeycloakUsers.objects(users.send(uid, HttpAsk.get("sessions"))).count();
    long offline =
        offline(uid).stream()
            .flatMap(KeycloakLink::clients)
            .mapToLong(
                client ->
                    KeycloakUsers.objects(users.send(uid, HttpAsk.get("offline-sessions", client)))
                        .count())
            .sum();
    return Math.toIntExact(online + offline);
  }

  /** Consents that stand for offline tokens: so no right to list all clients is needed. */
  private List<JsonObject> offline(String uid) {
    return KeycloakUsers.objects(users.send(uid, HttpAsk.get("consents")))
        .filter(consent -> clients(consent).findAny().isPresent())
        .toList();
  }

  private static Stream<String> clients(JsonObject consent) {
    JsonValue grants = consent.getOrDefault("additionalGrants", JsonValue.EMPTY_JSON_ARRAY);
    return grants.asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .filter(grant -> grant.getString("key", "").equals("Offline Token"))
        .map(grant -> grant.getString("client", ""))
        .filter(client -> !client.isEmpty());
  }

  private static int number(HttpAnswer answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.done().body()))) {
      if (reader.readValue() instanceof JsonNumber number) {
        return number.intValue();
      }
    } catch (JsonException e) {
      throw new DirectoryFault(Kind.UNCLEAR, answer.ask() + ": no number", e);
    }
    throw answer.fault(Kind.UNCLEAR);
  }
}
