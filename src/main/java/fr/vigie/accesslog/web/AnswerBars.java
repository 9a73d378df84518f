package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AnswerRepository.Hour;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Accesses over time, as bars: by hour, or by day where hours would be too many to look at. */
final class AnswerBars {
  private static final int HOURS_MOST = 48;

  private AnswerBars() {}

  /**
   * One bar.
   *
   * @param until excluded
   * @param day whose hours can be looked at; null when this is an hour
   */
  public record Bar(
      Instant from, Instant until, LocalDate day, long hostile, long undecided, long legitimate) {
    public long total() {
      return hostile + undecided + legitimate;
    }

    private Bar and(Bar other) {
      return new Bar(
          from,
          until,
          day,
          hostile + other.hostile,
          undecided + other.undecided,
          legitimate + other.legitimate);
    }
  }

  /**
   * In the order of time.
   *
   * @param chosen the day whose hours are wanted; null: all
   */
  static List<Bar> of(List<Hour> hours, LocalDate chosen, ZoneId zone) {
    List<Bar> byHour =
        hours.stream()
            .filter(h -> chosen == null || day(h, zone).equals(chosen))
            .map(h -> bar(h, h.from(), h.from().plus(1, ChronoUnit.HOURS), null))
            .toList();
    return chosen != null || byHour.size() <= HOURS_MOST ? byHour : byDay(hours, zone);
  }

  private static List<Bar> byDay(List<Hour> hours, ZoneId zone) {
    List<Bar> bars = new ArrayList<>();
    for (Hour hour : hours) {
      LocalDate day = day(hour, zone);
      Instant from = day.atStartOfDay(zone).toInstant();
      Bar bar = bar(hour, from, day.plusDays(1).atStartOfDay(zone).toInstant(), day);
      int last = bars.size() - 1;
      if (last >= 0 && bars.get(last).day().equals(day)) {
        bars.set(last, bars.get(last).and(bar));
      } else {
        bars.add(bar);
      }
    }
    return bars;
  }

  /** Which of October's two equal hours begins: {@code summer} or {@code winter}; else nothing. */
  static String season(Instant from, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    if (rules.getValidOffsets(from.atZone(zone).toLocalDateTime()).size() < 2) {
      return "";
    }
    return rules.isDaylightSavings(from) ? "summer" : "winter";
  }

  private static LocalDate day(Hour hour, ZoneId zone) {
    return hour.from().atZone(zone).toLocalDate();
  }

  private static Bar bar(Hour hour, Instant from, Instant until, LocalDate day) {
    return new Bar(from, until, day, hour.hostile(), hour.undecided(), hour.legitimate());
  }
}
