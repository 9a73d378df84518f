package fr.vigie.containment.keycloak;

import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.http.HttpAnswer;
import fr.vigie.containment.http.HttpAsk;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which users were created or changed: by the instant of creation, and by the trail of
 * administration where the realm keeps one and the connector may read it ({@code view-events}).
 */
final class KeycloakChanges {
  private static final Pattern USER = Pattern.compile("users/([A-Za-z0-9:_-]+)(/.*)?");
  private static final int PAGE = 500;
  private static final int PAGES = 20;

  private final KeycloakUsers users;

  KeycloakChanges(KeycloakUsers users) {
    this.users = users;
  }

  /** Whether changes are known too, not creations alone. */
  boolean areRecorded() {
    HttpAnswer answer = users.send(HttpAsk.get("events", "config"));
    return answer.status() != 403 && answer.done().object().getBoolean("adminEventsEnabled", false);
  }

  List<DirectoryAccount> between(
      Instant from, Instant to, Set<String> organisations, Set<String> mailDomains) {
    Map<String, KeycloakUser> found = new LinkedHashMap<>();
    organisations.forEach(organisation -> users.ofOrganisation(organisation, found));
    mailDomains.forEach(domain -> users.ofDomain(domain, found));
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, Instant> changes = changes(from, to);
    found.values().stream()
        .filter(user -> isWithin(user.createdAt(), from, to))
        .forEach(user -> changes.putIfAbsent(user.id(), user.createdAt()));
    return found.values().stream()
        .filter(user -> changes.containsKey(user.id()))
        .map(user -> user.account(List.of(), changes.get(user.id()), null))
        .sorted(Comparator.comparing(DirectoryAccount::changedAt).reversed())
        .limit(DirectoryLink.MOST)
        .toList();
  }

  /** When each user was last changed by an administrator; newest first, so the first one counts. */
  private Map<String, Instant> changes(Instant from, Instant to) {
    Map<String, Instant> changes = new HashMap<>();
    for (int page = 0; page < PAGES; page++) {
      HttpAnswer answer = users.send(events(from, to).with("first", page * PAGE));
      if (answer.status() == 403) {
        return changes;
      }
      List<JsonObject> events = KeycloakUsers.objects(answer).toList();
      for (JsonObject event : events) {
        Matcher user = USER.matcher(event.getString("resourcePath", ""));
        Instant at = KeycloakUser.instant(event, "time");
        if (user.matches() && isWithin(at, from, to)) {
          changes.merge(user.group(1), at, (one, other) -> one.isAfter(other) ? one : other);
        }
      }
      if (events.size() < PAGE) {
        return changes;
      }
    }
    return changes;
  }

  private static HttpAsk events(Instant from, Instant to) {
    return HttpAsk.get("admin-events")
        .with("dateFrom", from.toEpochMilli())
        .with("dateTo", to.toEpochMilli())
        .with("max", PAGE);
  }

  private static boolean isWithin(Instant at, Instant from, Instant to) {
    return at != null && !at.isBefore(from) && !at.isAfter(to);
  }
}
