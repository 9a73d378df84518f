package fr.vigie.incident.rest;

import fr.vigie.incident.Knowledge;
import fr.vigie.incident.Moment;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.time.TimeBounds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time and how well it is known.
 *
 * @param at ISO 8601 with its offset, {@code 2025-09-05T14:20:00+02:00}; absent when not known
 * @param knowledge KNOWN by default when there is a time, otherwise NOT_KNOWN_YET
 */
public record MomentView(@Schema(format = "date-time") String at, Knowledge knowledge) {
  static MomentView of(Moment moment) {
    return new MomentView(
        moment
            .at()
            .map(at -> at.atZone(moment.zone().orElseThrow()).toOffsetDateTime().toString())
            .orElse(null),
        moment.knowledge());
  }

  /** The moment; nothing given is "not known yet". */
  static Moment read(String field, MomentView given, ZoneId zone) {
    if (given == null || (given.at == null && given.knowledge == null)) {
      return Moment.notKnownYet();
    }
    Knowledge known = given.knowledge == null ? Knowledge.KNOWN : given.knowledge;
    if (given.at != null && !known.hasValue()) {
      throw RefusedException.at(field, "incident.refused.knowledgeNeeded");
    }
    return switch (known) {
      case KNOWN -> Moment.known(instant(field, given.at), zone);
      case ESTIMATED -> Moment.estimated(instant(field, given.at), zone);
      case NOT_KNOWN_YET -> Moment.notKnownYet();
      case CANNOT_BE_DETERMINED -> Moment.cannotBeDetermined();
      case NOT_APPLICABLE -> Moment.notApplicable();
    };
  }

  static Instant instant(String field, String text) {
    if (text == null) {
      throw RefusedException.at(field, "incident.refused.timeNeeded");
    }
    Instant at;
    try {
      at = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw RefusedException.at(field, "incident.refused.timeMalformed", text);
    }
    TimeBounds.check(field, at);
    return at;
  }
}
