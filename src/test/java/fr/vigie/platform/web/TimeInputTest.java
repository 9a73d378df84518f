package fr.vigie.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeInputTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void aPlainTimeIsReadInItsZone() {
    assertThat(typed("05/09/2025 14 h 20", "").instant(PARIS))
        .isEqualTo(Instant.parse("2025-09-05T12:20:00Z"));
    assertThat(typed("05/09/2025 14:20", "").instant(ZoneId.of("Indian/Reunion")))
        .isEqualTo(Instant.parse("2025-09-05T10:20:00Z"));
  }

  @Test
  void nothingTypedIsRefusedOnlyWhenNeeded() {
    assertThat(refusal(typed(" ", ""))).isEqualTo("common.refused.timeMissing");
    assertThat(typed(null, "").instantIfGiven(PARIS)).isEmpty();
  }

  @Test
  void anUnreadableTimeIsRefusedAtItsField() {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> typed("hier soir", "").instant(PARIS));
    assertThat(refused.key()).isEqualTo("common.refused.timeMalformed");
    assertThat(refused.field()).contains("aware");
  }

  @Test
  void theHourSkippedInSpringIsRefused() {
    assertThat(refusal(typed("30/03/2025 02:30", ""))).isEqualTo("common.refused.timeSkipped");
  }

  @Test
  void theHourThatComesTwiceAsksWhichOne() {
    TimeInput doubtful = typed("26/10/2025 02:30", "");
    assertThat(refusal(doubtful)).isEqualTo("common.refused.timeDoubtful");
    assertThat(doubtful.choices(PARIS)).extracting("id").containsExactly("+02:00", "+01:00");
    assertThat(typed("26/10/2025 02:30", "+01:00").instant(PARIS))
        .isEqualTo(Instant.parse("2025-10-26T01:30:00Z"));
  }

  @Test
  void aKnownMomentComesBackUnchangedEvenInTheDoubtfulHour() {
    Instant second = Instant.parse("2025-10-26T01:30:00Z");
    assertThat(TimeInput.of("aware", second, PARIS).instant(PARIS)).isEqualTo(second);
  }

  @Test
  void theOffsetShownIsThatOfTheDateTypedAndNoneUntilItIsCertain() {
    assertThat(typed("05/09/2025 14:20", "").shown(PARIS)).hasToString("+02:00");
    assertThat(typed("05/01/2025 14:20", "").shown(PARIS)).hasToString("+01:00");
    assertThat(typed("", "").shown(PARIS)).isNull();
    assertThat(typed("26/10/2025 02:30", "").shown(PARIS)).isNull();
  }

  @Test
  void aYearBefore2000IsRefused() {
    assertThat(refusal(typed("05/09/1925 14:20", ""))).isEqualTo("common.refused.timeOutOfBounds");
  }

  private static TimeInput typed(String text, String offset) {
    TimeInput input = new TimeInput("aware");
    input.setText(text);
    input.setOffset(offset);
    return input;
  }

  private static String refusal(TimeInput input) {
    return catchThrowableOfType(RefusedException.class, () -> input.instant(PARIS)).key();
  }
}
