package fr.vigie.containment.scim;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.AttributeNames;
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
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** A bearer's connection to one service provider. */
final class ScimLink implements DirectoryLink {
  private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
  private static final String CREATED = "meta.created";
  private static final String MODIFIED = "meta.lastModified";

  /** Accounts looked at before the newest changes are chosen. */
  private static final int MOST_READ = 5_000;

  /** Pages read of the answer to one question. */
  private static final int PAGES = 50;

  private final HttpLine line;
  private final String bearer;
  private final AttributeNames names;
  private final ScimConfig config;

  ScimLink(DirectoryAccess access, HttpLine line) {
    this.line = line;
    this.bearer = access.secret();
    this.names = access.names();
    this.config = ScimConfig.of(send(HttpAsk.get("ServiceProviderConfig")));
  }

  @Override
  public Set<DirectoryAbility> can() {
    EnumSet<DirectoryAbility> can = EnumSet.of(DirectoryAbility.DISABLE, DirectoryAbility.ENABLE);
    if (config.changesPasswords() && config.patches()) {
      can.add(DirectoryAbility.RESET_SECRET);
    }
    if (config.filters()) {
      can.add(DirectoryAbility.LIST_CHANGES);
    }
    return can;
  }

  @Override
  public DirectoryCheck check() {
    JsonObject page = page(HttpAsk.get("Users").with("startIndex", 1).with("count", 1));
    List<String> warnings = new ArrayList<>(line.warnings());
    warnings.add("containment.check.noSessions");
    if (!config.changesPasswords()) {
      warnings.add("containment.check.noSecret");
    }
    return new DirectoryCheck("SCIM 2.0", total(page), true, can(), warnings);
  }

  @Override
  public List<DirectoryAccount> find(AccountQuery query) {
    Map<String, ScimUser> found = new LinkedHashMap<>();
    search(
        found,
        names.login(),
        query.login(),
        user -> user.bearsIgnoringCase(names.login(), query.login()));
    search(found, names.rpps(), query.rpps(), user -> user.bears(names.rpps(), query.rpps()));
    search(
        found,
        names.email(),
        query.email(),
        user -> user.bearsIgnoringCase(names.email(), query.email()));
    return found.values().stream()
        .map(ScimUser::account)
        .sorted(Comparator.comparing(DirectoryAccount::login))
        .limit(MOST)
        .toList();
  }

  @Override
  public DirectoryAccount read(String uid) {
    return user(uid).account();
  }

  @Override
  public Sight look(String uid, Probe probe) {
    Seen flag = user(uid).isOpen() ? Seen.OPEN : Seen.CLOSED;
    return new Sight(flag, Seen.UNKNOWN, Seen.UNKNOWN, OptionalInt.empty());
  }

  @Override
  public void disable(String uid) {
    setActive(uid, JsonValue.FALSE);
  }

  @Override
  public void enable(String uid) {
    setActive(uid, JsonValue.TRUE);
  }

  @Override
  public void endSessions(String uid) {
    throw new DirectoryFault(Kind.NOT_ABLE, "SCIM knows no session");
  }

  @Override
  public void resetSecret(String uid, String secret) {
    if (!can().contains(DirectoryAbility.RESET_SECRET)) {
      throw new DirectoryFault(Kind.NOT_ABLE, "this service does not change passwords");
    }
    patch(uid, "password", Json.createValue(secret));
  }

  @Override
  public Probe probe(String uid, String secret) {
    return new Probe(secret, "");
  }

  @Override
  public List<DirectoryAccount> changed(
      Instant from, Instant to, Set<String> organisations, Set<String> mailDomains) {
    if (!config.filters()) {
      throw new DirectoryFault(Kind.NOT_ABLE, "this service does not filter");
    }
    Map<String, ScimUser> found = new LinkedHashMap<>();
    for (String attribute : List.of(MODIFIED, CREATED)) {
      String window = ScimFilter.within(attribute, from, to) + " and ";
      organisations.forEach(organisation -> ofOrganisation(found, window, organisation));
      mailDomains.forEach(domain -> ofDomain(found, window, domain));
    }
    return found.values().stream()
        .filter(user -> within(user.changedAt(), from, to) || within(user.createdAt(), from, to))
        .map(ScimUser::account)
        .sorted(Comparator.comparing(ScimLink::lastChange).reversed())
        .limit(MOST)
        .toList();
  }

  @Override
  public List<DirectoryExchange> exchanges() {
    return line.exchanges();
  }

  @Override
  public void close() {
    line.close();
  }

  /** A server that cannot be asked for a part is sent the whole, as it was read. */
  private void setActive(String uid, JsonValue active) {
    ScimUser user = user(uid);
    if (user.isOpen() == (active == JsonValue.TRUE)) {
      return;
    }
    if (config.patches()) {
      patch(uid, "active", active);
    } else {
      JsonObject whole = Json.createObjectBuilder(user.json()).add("active", active).build();
      send(at("PUT", uid).json(whole)).done();
    }
  }

  private void patch(String uid, String path, JsonValue value) {
    JsonObject operation =
        Json.createObjectBuilder()
            .add("op", "replace")
            .add("path", path)
            .add("value", value)
            .build();
    JsonObject body =
        Json.createObjectBuilder()
            .add("schemas", Json.createArrayBuilder().add(PATCH))
            .add("Operations", Json.createArrayBuilder().add(operation))
            .build();
    send(at("PATCH", uid).json(body)).done();
  }

  private ScimUser user(String uid) {
    return new ScimUser(send(at("GET", uid)).done().object(), names);
  }

  /** Identifiers are the server's own texts, but none is a way through folders. */
  private static HttpAsk at(String method, String uid) {
    if (uid.isBlank() || uid.matches("\\.+") || uid.indexOf('/') >= 0 || uid.length() > 255) {
      throw new DirectoryFault(Kind.GONE, "no identifier");
    }
    return HttpAsk.of(method, "Users", uid);
  }

  private void search(
      Map<String, ScimUser> found, String attribute, String value, Predicate<ScimUser> really) {
    if (!attribute.isEmpty() && HttpAsk.canAskFor(value)) {
      if (!config.filters()) {
        throw new DirectoryFault(Kind.NOT_ABLE, "this service does not filter");
      }
      pages(found, ScimFilter.equal(attribute, value), really, MOST);
    }
  }

  private void ofOrganisation(Map<String, ScimUser> found, String window, String organisation) {
    String attribute = names.organisation();
    if (!attribute.isEmpty() && HttpAsk.canAskFor(organisation)) {
      String filter = window + ScimFilter.equal(attribute, organisation);
      pages(found, filter, user -> user.bears(attribute, organisation), MOST_READ);
    }
  }

  private void ofDomain(Map<String, ScimUser> found, String window, String domain) {
    if (!names.email().isEmpty() && HttpAsk.canAskFor(domain)) {
      String filter = window + ScimFilter.endsWith(names.email(), "@" + domain);
      pages(found, filter, user -> isOf(user, domain), MOST_READ);
    }
  }

  private void pages(
      Map<String, ScimUser> found, String filter, Predicate<ScimUser> really, int enough) {
    int start = 1;
    for (int page = 0; page < PAGES && found.size() < enough; page++) {
      JsonObject answer =
          page(
              HttpAsk.get("Users")
                  .with("filter", filter)
                  .with("startIndex", start)
                  .with("count", config.largestPage()));
      List<ScimUser> users = users(answer);
      users.stream().filter(really).forEach(user -> found.put(user.id(), user));
      start += users.size();
      if (users.isEmpty() || start > total(answer)) {
        return;
      }
    }
  }

  private JsonObject page(HttpAsk ask) {
    return send(ask).done().object();
  }

  private List<ScimUser> users(JsonObject page) {
    JsonValue resources = page.getOrDefault("Resources", JsonValue.EMPTY_JSON_ARRAY);
    if (!(resources instanceof JsonArray)) {
      throw new DirectoryFault(Kind.UNCLEAR, "GET /Users: no list of resources");
    }
    return resources.asJsonArray().stream()
        .filter(JsonObject.class::isInstance)
        .map(user -> new ScimUser(user.asJsonObject(), names))
        .toList();
  }

  private HttpAnswer send(HttpAsk ask) {
    return line.send(ask.bearer(bearer));
  }

  private static int total(JsonObject page) {
    return page.getInt("totalResults", 0);
  }

  private boolean isOf(ScimUser user, String domain) {
    String end = ("@" + domain).toLowerCase(Locale.ROOT);
    return user.values(names.email()).stream()
        .anyMatch(email -> email.toLowerCase(Locale.ROOT).endsWith(end));
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return at != null && !at.isBefore(from) && !at.isAfter(to);
  }

  private static Instant lastChange(DirectoryAccount account) {
    return account.changedAt() == null ? account.createdAt() : account.changedAt();
  }
}
