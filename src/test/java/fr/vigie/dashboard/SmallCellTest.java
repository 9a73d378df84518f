package fr.vigie.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallCellTest {
  @Test
  void fromOneToFourPersonsTheNumberIsNotTold() {
    for (long few = 1; few < SmallCell.LEAST; few++) {
      assertThat(SmallCell.of(few)).isEqualTo(new SmallCell(null, true));
    }
    assertThat(SmallCell.of(5L)).isEqualTo(new SmallCell(5L, false));
    assertThat(SmallCell.of(0L)).isEqualTo(new SmallCell(0L, false));
  }

  @Test
  void anUnknownNumberIsNeitherZeroNorFew() {
    assertThat(SmallCell.of(null).isUnknown()).isTrue();
    assertThat(SmallCell.of(null).hidden()).isFalse();
  }

  @Test
  void aSmallLowerBoundIsNotToldAsFewerThanFive() {
    assertThat(SmallCell.atLeast(3L).isUnknown()).isTrue();
    assertThat(SmallCell.atLeast(null).isUnknown()).isTrue();
    assertThat(SmallCell.atLeast(40L)).isEqualTo(new SmallCell(40L, false));
  }
}
