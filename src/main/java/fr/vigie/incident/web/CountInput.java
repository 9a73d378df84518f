package fr.vigie.incident.web;

import fr.vigie.incident.Count;
import fr.vigie.incident.Knowledge;
import fr.vigie.platform.RefusedException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** A number of persons or records as it is typed: how it is known, and one to three numbers. */
public final class CountInput implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DIGITS = 12;
  private final String field;
  private final Count before;
  private Knowledge knowledge;
  private String likely;
  private String min;
  private String max;

  /**
   * @param field the id of the likeliest number on the page
   */
  CountInput(String field, Count count) {
    this.field = field;
    this.before = count;
    knowledge = count.knowledge();
    likely = text(count.likely());
    boolean exact = knowledge == Knowledge.KNOWN;
    min = exact ? "" : text(count.min());
    max = exact ? "" : text(count.max());
  }

  private static String text(Optional<Long> number) {
    return number.map(String::valueOf).orElse("");
  }

  /** What was typed; the date of what did not change stays. */
  Count count(Instant now) {
    Count typed = read(now);
    boolean same =
        typed.knowledge() == before.knowledge()
            && typed.likely().equals(before.likely())
            && typed.min().equals(before.min())
            && typed.max().equals(before.max());
    return same ? before : typed;
  }

  private Count read(Instant now) {
    Optional<Long> number = number(likely);
    if (number.isPresent() && !knowledge.hasValue()) {
      throw RefusedException.at(field, "incident.refused.numberKnowledge");
    }
    return switch (knowledge) {
      case KNOWN -> Count.known(given(number), now);
      case ESTIMATED -> estimated(given(number), now);
      case NOT_KNOWN_YET -> Count.notKnownYet(now);
      case CANNOT_BE_DETERMINED -> Count.cannotBeDetermined(now);
      case NOT_APPLICABLE -> Count.notApplicable(now);
    };
  }

  private Count estimated(long number, Instant now) {
    long least = number(min).orElse(number);
    boolean staysOpen = before.isOpen() && number(max).isEmpty();
    long most = number(max).orElse(number);
    if (least > number || number > most) {
      throw RefusedException.at(field, "incident.refused.numberOrder");
    }
    return staysOpen
        ? Count.atLeast(least, number, now)
        : Count.estimated(least, number, most, now);
  }

  private long given(Optional<Long> number) {
    return number.orElseThrow(() -> RefusedException.at(field, "incident.refused.numberNeeded"));
  }

  /** Spaces between thousands are no fault. */
  private Optional<Long> number(String typed) {
    String digits = typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u2009\\u202f]", "");
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    if (!digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
      throw RefusedException.at(field, "incident.refused.numberMalformed", typed);
    }
    return Optional.of(Long.valueOf(digits));
  }

  public Knowledge getKnowledge() {
    return knowledge;
  }

  public void setKnowledge(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  public String getLikely() {
    return likely;
  }

  public void setLikely(String likely) {
    this.likely = likely;
  }

  public String getMin() {
    return min;
  }

  public void setMin(String min) {
    this.min = min;
  }

  public String getMax() {
    return max;
  }

  public void setMax(String max) {
    this.max = max;
  }
}
