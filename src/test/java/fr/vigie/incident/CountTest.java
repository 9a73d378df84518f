package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountTest {

  private static final Instant MONDAY = Instant.parse("2025-09-08T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2025-09-09T10:00:00Z");

  @Test
  void aKnownCountHasOneNumber() {
    Count count = Count.known(12, MONDAY);

    assertThat(count.min()).contains(12L);
    assertThat(count.likely()).contains(12L);
    assertThat(count.max()).contains(12L);
    assertThat(count.knowledge()).isEqualTo(Knowledge.KNOWN);
  }

  @Test
  void anUnknownCountHasNoNumberAndIsNotZero() {
    for (Count count :
        List.of(
            Count.notKnownYet(MONDAY),
            Count.cannotBeDetermined(MONDAY),
            Count.notApplicable(MONDAY))) {
      assertThat(count.min()).isEmpty();
      assertThat(count.likely()).isEmpty();
      assertThat(count.max()).isEmpty();
      assertThat(count).isNotEqualTo(Count.known(0, MONDAY));
    }
  }

  @Test
  void anEstimateMustBeInOrderAndNeverNegative() {
    assertThatThrownBy(() -> Count.estimated(5, 4, 6, MONDAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Count.estimated(5, 7, 6, MONDAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Count.known(-1, MONDAY)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoKnownCountsAddUpToAKnownOneAsOldAsTheOlder() {
    CountTotal total = Count.known(10, TUESDAY).plus(Count.known(5, MONDAY));

    assertThat(total.knowledge()).isEqualTo(Knowledge.KNOWN);
    assertThat(total.likely()).isEqualTo(15);
    assertThat(total.isLowerBound()).isFalse();
    assertThat(total.asOf()).isEqualTo(MONDAY);
  }

  @Test
  void anEstimateMakesTheSumAnEstimate() {
    CountTotal total = Count.known(10, MONDAY).plus(Count.estimated(1, 2, 4, MONDAY));

    assertThat(total.knowledge()).isEqualTo(Knowledge.ESTIMATED);
    assertThat(List.of(total.min(), total.likely(), total.max())).containsExactly(11L, 12L, 14L);
  }

  @Test
  void anUnknownPartMakesTheSumALowerBoundThatIsNotKnown() {
    CountTotal total = Count.known(10, MONDAY).plus(Count.notKnownYet(MONDAY));

    assertThat(total.knowledge()).isEqualTo(Knowledge.NOT_KNOWN_YET);
    assertThat(total.isLowerBound()).isTrue();
    assertThat(total.hasNumber()).isTrue();
    assertThat(total.min()).isEqualTo(10);
  }

  @Test
  void onlyUnknownPartsGiveNoNumber() {
    CountTotal total =
        CountTotal.of(List.of(Count.cannotBeDetermined(MONDAY), Count.cannotBeDetermined(MONDAY)));

    assertThat(total.hasNumber()).isFalse();
    assertThat(total.knowledge()).isEqualTo(Knowledge.CANNOT_BE_DETERMINED);
    assertThat(total.plus(Count.notKnownYet(MONDAY)).knowledge())
        .isEqualTo(Knowledge.NOT_KNOWN_YET);
  }

  @Test
  void whatIsNotApplicableTakesNoPart() {
    CountTotal total = Count.known(10, TUESDAY).plus(Count.notApplicable(MONDAY));

    assertThat(total.knowledge()).isEqualTo(Knowledge.KNOWN);
    assertThat(total.asOf()).isEqualTo(TUESDAY);
    assertThat(CountTotal.of(List.of()).knowledge()).isEqualTo(Knowledge.NOT_APPLICABLE);
    assertThat(CountTotal.of(List.of()).hasNumber()).isFalse();
  }

  @Test
  void aSumThatNoLongerFitsIsRefusedRatherThanNegative() {
    assertThatThrownBy(() -> Count.known(Long.MAX_VALUE, MONDAY).plus(Count.known(1, MONDAY)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void countsAreComparedByValue() {
    assertThat(Count.known(3, MONDAY))
        .isEqualTo(Count.known(3, MONDAY))
        .hasSameHashCodeAs(Count.known(3, MONDAY))
        .isNotEqualTo(Count.estimated(3, 3, 3, MONDAY));
  }
}
