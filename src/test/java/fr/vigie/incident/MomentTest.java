package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MomentTest {

  private static final Instant AT = Instant.parse("2025-09-05T12:20:00Z");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

  @Test
  void aKnownMomentKeepsItsInstantAndTheZoneOfEntry() {
    Moment moment = Moment.known(AT, REUNION);

    assertThat(moment.at()).contains(AT);
    assertThat(moment.zone()).contains(REUNION);
    assertThat(moment).isEqualTo(Moment.known(AT, REUNION));
    assertThat(moment).isNotEqualTo(Moment.estimated(AT, REUNION));
  }

  @Test
  void anUnknownMomentHasNoInstantAndNoZone() {
    assertThat(Moment.notKnownYet().at()).isEmpty();
    assertThat(Moment.notKnownYet().zone()).isEmpty();
    assertThat(Moment.cannotBeDetermined()).isNotEqualTo(Moment.notKnownYet());
    assertThat(Moment.notApplicable().knowledge()).isEqualTo(Knowledge.NOT_APPLICABLE);
  }

  @Test
  void anUnknownMomentIsNeitherBeforeNorAfterAnother() {
    Moment later = Moment.known(AT.plusSeconds(1), REUNION);

    assertThat(Moment.known(AT, REUNION).isBefore(later)).isTrue();
    assertThat(later.isBefore(later)).isFalse();
    assertThat(Moment.notKnownYet().isBefore(later)).isFalse();
    assertThat(later.isBefore(Moment.notKnownYet())).isFalse();
  }

  @Test
  void aKnownMomentNeedsATime() {
    assertThatThrownBy(() -> Moment.known(null, REUNION)).isInstanceOf(NullPointerException.class);
  }
}
