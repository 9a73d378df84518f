package fr.vigie.containment.scim;

import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import jakarta.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Filters of RFC 7644 §3.4.2.2. Values are JSON strings, written by the JSON library: a quote or a
 * backslash cannot end one.
 */
final class ScimFilter {
  private ScimFilter() {}

  static String equal(String attribute, String value) {
    return name(attribute) + " eq " + Json.createValue(value);
  }

  static String endsWith(String attribute, String value) {
    return name(attribute) + " ew " + Json.createValue(value);
  }

  /** Both instants belong to the window. */
  static String within(String attribute, Instant from, Instant to) {
    return "%s ge \"%s\" and %s le \"%s\"".formatted(attribute, text(from), attribute, text(to));
  }

  /** Attribute names are configured by a person too. */
  private static String name(String attribute) {
    if (!attribute.matches("[A-Za-z][A-Za-z0-9:._$-]*")) {
      throw new DirectoryFault(Kind.NOT_ABLE, "no name of an attribute");
    }
    return attribute;
  }

  private static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
