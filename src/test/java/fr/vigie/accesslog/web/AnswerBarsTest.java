package fr.vigie.accesslog.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.AnswerRepository.Hour;
import fr.vigie.accesslog.web.AnswerBars.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerBarsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** Midnight in Paris, the day before October's long one. */
  private static final Instant BEGIN = Instant.parse("2025-10-24T22:00:00Z");

  @Test
  void two_days_are_told_by_the_hour() {
    List<Bar> bars = AnswerBars.of(hours(48), null, PARIS);
    assertThat(bars).hasSize(48).allMatch(bar -> bar.day() == null && bar.total() == 6);
    assertThat(bars.get(0).until()).isEqualTo(BEGIN.plusSeconds(3600));
  }

  @Test
  void more_are_told_by_the_day_of_the_place_and_the_long_day_has_an_hour_more() {
    List<Bar> bars = AnswerBars.of(hours(73), null, PARIS);
    assertThat(bars)
        .extracting(Bar::day)
        .containsExactly(
            LocalDate.of(2025, 10, 25), LocalDate.of(2025, 10, 26), LocalDate.of(2025, 10, 27));
    assertThat(bars).extracting(Bar::hostile).containsExactly(24L, 25L, 24L);
    assertThat(bars).extracting(Bar::undecided).containsExactly(48L, 50L, 48L);
    assertThat(bars).extracting(Bar::legitimate).containsExactly(72L, 75L, 72L);
    assertThat(bars.get(1).from()).isEqualTo(Instant.parse("2025-10-25T22:00:00Z"));
    assertThat(bars.get(1).until()).isEqualTo(Instant.parse("2025-10-26T23:00:00Z"));
  }

  @Test
  void a_chosen_day_is_told_by_the_hour() {
    assertThat(AnswerBars.of(hours(73), LocalDate.of(2025, 10, 26), PARIS))
        .hasSize(25)
        .allMatch(bar -> bar.day() == null);
  }

  @Test
  void of_two_equal_hours_each_says_which_it_is() {
    assertThat(AnswerBars.season(Instant.parse("2025-10-25T23:00:00Z"), PARIS)).isEmpty();
    assertThat(AnswerBars.season(Instant.parse("2025-10-26T00:00:00Z"), PARIS)).isEqualTo("summer");
    assertThat(AnswerBars.season(Instant.parse("2025-10-26T01:00:00Z"), PARIS)).isEqualTo("winter");
    assertThat(AnswerBars.season(Instant.parse("2025-10-26T02:00:00Z"), PARIS)).isEmpty();
  }

  private static List<Hour> hours(int count) {
    List<Hour> hours = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hours.add(new Hour(BEGIN.plusSeconds(3600L * i), 1, 2, 3));
    }
    return hours;
  }
}
