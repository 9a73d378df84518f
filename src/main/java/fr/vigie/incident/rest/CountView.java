package fr.vigie.incident.rest;

import fr.vigie.incident.Count;
import fr.vigie.incident.Knowledge;
import fr.vigie.platform.RefusedException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number and how well it is known; no number is not zero. */
public record CountView(
    Long min,
    Long likely,
    Long max,
    Knowledge knowledge,
    @Schema(format = "date-time") String asOf) {
  static CountView of(Count count) {
    return new CountView(
        count.min().orElse(null),
        count.likely().orElse(null),
        count.max().orElse(null),
        count.knowledge(),
        count.asOf().toString());
  }

  /** The count as of now; nothing given leaves what stands. */
  static Count read(String field, CountView given, Count before, Instant now) {
    if (given == null || given.knowledge == null) {
      return before;
    }
    return switch (given.knowledge) {
      case KNOWN -> Count.known(given.exact(field), now);
      case ESTIMATED -> given.range(field, now);
      case NOT_KNOWN_YET -> Count.notKnownYet(now);
      case CANNOT_BE_DETERMINED -> Count.cannotBeDetermined(now);
      case NOT_APPLICABLE -> Count.notApplicable(now);
    };
  }

  private long exact(String field) {
    long number = number(field, likely);
    if ((min != null && min != number) || (max != null && max != number)) {
      throw RefusedException.at(field, "incident.refused.numberExact");
    }
    return number;
  }

  private Count range(String field, Instant now) {
    long middle = number(field, likely);
    long least = min == null ? middle : min;
    long most = max == null ? middle : max;
    if (least < 0 || least > middle || middle > most) {
      throw RefusedException.at(field, "incident.refused.numberOrder");
    }
    return Count.estimated(least, middle, most, now);
  }

  private static long number(String field, Long given) {
    if (given == null) {
      throw RefusedException.at(field, "incident.refused.numberNeeded");
    }
    if (given < 0) {
      throw RefusedException.at(field, "incident.refused.numberMalformed", given.toString());
    }
    return given;
  }
}
