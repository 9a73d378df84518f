package fr.vigie.incident;

import fr.vigie.platform.FreeText;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.time.TimeBounds;
import java.time.Duration;
import java.time.Instant;

/**
 * Order of the times of a case (domain.md §1.2): occurrence, first signal, awareness. The future is
 * refused; a long way from signal to awareness is only warned about.
 */
final class TimesPolicy {
  private static final int REASON_MIN = 20;

  /** Clocks of browsers and servers differ a little. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  private static final Duration LONG_INVESTIGATION = Duration.ofHours(24);

  private TimesPolicy() {}

  static void check(Facts facts, Instant now) {
    text("title", facts.title(), 1, Incident.TITLE_MAX);
    text("description", facts.description(), 0, Incident.DESCRIPTION_MAX);
    notFuture("occurredFrom", facts.occurredFrom(), now);
    notFuture("occurredTo", facts.occurredTo(), now);
    notFuture("firstSignal", facts.firstSignal(), now);
    notFuture("processorAware", facts.processorAware(), now);
    notFuture("attackKnown", facts.attackKnown(), now);
    order("occurredTo", facts.occurredFrom(), facts.occurredTo());
    order("firstSignal", facts.occurredFrom(), facts.firstSignal());
  }

  static void text(String field, String text, int least, int most) {
    FreeText.check(field, text);
    if (text.length() < least) {
      throw RefusedException.at(field, "incident.refused.empty");
    }
    if (text.length() > most) {
      throw RefusedException.at(field, "incident.refused.tooLong", most, text.length());
    }
  }

  /** Why something was decided: more than a word, since an authority may ask for it. */
  static void reason(String field, String text) {
    text(field, text, 1, Incident.REASON_MAX);
    if (text.strip().length() < REASON_MIN) {
      throw RefusedException.at(field, "incident.refused.tooShort", REASON_MIN);
    }
  }

  /** Nor before the year 2000. */
  static void notFuture(String field, Moment moment, Instant now) {
    moment.at().ifPresent(at -> TimeBounds.check(field, at));
    if (moment.at().filter(at -> at.isAfter(now.plus(TOLERANCE))).isPresent()) {
      throw RefusedException.at(field, "incident.refused.future");
    }
  }

  static void order(String field, Moment earlier, Moment later) {
    if (later.isBefore(earlier)) {
      throw RefusedException.at(field, "incident.refused.order." + field);
    }
  }

  /** True when the way from the first signal to awareness will have to be explained. */
  static boolean isLongInvestigation(Moment firstSignal, Moment aware) {
    return firstSignal.at().isPresent()
        && aware.at().isPresent()
        && Duration.between(firstSignal.at().get(), aware.at().get()).compareTo(LONG_INVESTIGATION)
            > 0;
  }
}
