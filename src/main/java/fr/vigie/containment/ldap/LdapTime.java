package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as LDAP writes them: GeneralizedTime (RFC 4517, 3.3.13). */
final class LdapTime {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

  private LdapTime() {}

  /** Null when the attribute is absent or is no time. */
  static Instant read(Entry entry, String attribute) {
    String value = entry.getAttributeValue(attribute);
    try {
      return value == null ? null : StaticUtils.decodeGeneralizedTime(value).toInstant();
    } catch (ParseException e) {
      return null;
    }
  }

  /** Whole seconds, as directories keep them: the window is not narrowed by its fractions. */
  static Filter between(String attribute, Instant from, Instant to, String end) {
    String first = SECONDS.format(from.truncatedTo(ChronoUnit.SECONDS)) + end;
    String last = SECONDS.format(to) + end;
    return Filter.createANDFilter(
        Filter.createGreaterOrEqualFilter(attribute, first),
        Filter.createLessOrEqualFilter(attribute, last));
  }
}
