package fr.vigie.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBoundsTest {

  @ParameterizedTest
  @ValueSource(strings = {"2000-01-01T00:00:00Z", "2199-12-31T23:59:59Z"})
  void what_a_case_can_speak_of_is_taken(String time) {
    assertThatCode(() -> TimeBounds.check("when", Instant.parse(time))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "-0044-03-15T10:00:00Z"})
  void a_slip_of_the_hand_is_refused_at_its_field(String time) {
    assertThatThrownBy(() -> TimeBounds.check("when", Instant.parse(time)))
        .isInstanceOfSatisfying(
            RefusedException.class, no -> assertThat(no.field()).contains("when"));
  }

  @Test
  void a_time_not_known_is_not_out_of_bounds() {
    assertThatCode(() -> TimeBounds.check("when", null)).doesNotThrowAnyException();
    assertThat(TimeBounds.contain(LocalDate.of(1999, 12, 31))).isFalse();
  }
}
