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
  void twoTablesDoNotTellBySubtractionWhatEachHides() {
    for (long rest = 5; rest < 60; rest++) {
      SmallCell without = SmallCell.sum(SmallCell.told(rest), 0);
      for (long few = 1; few < SmallCell.LEAST; few++) {
        SmallCell with = SmallCell.sum(SmallCell.told(rest) + SmallCell.told(few), 1);
        assertThat(with).as("%d and a hidden %d", rest, few).isEqualTo(without);
      }
    }
  }

  @Test
  void aStepThatIsSeenDoesNotTellHowSmallTheChangeWas() {
    for (long before = 5; before < 60; before++) {
      for (long change = 1; change < SmallCell.LEAST; change++) {
        long seen = SmallCell.told(before + change) - SmallCell.told(before);
        assertThat(seen).as("%d more than %d", change, before).isIn(0L, SmallCell.LEAST);
      }
    }
    assertThat(SmallCell.told(14) - SmallCell.told(10)).isZero();
    assertThat(SmallCell.told(19) - SmallCell.told(10)).isEqualTo(SmallCell.LEAST);
  }

  @Test
  void onlySmallNumbersAreToldAsFewEachAndNotAdded() {
    assertThat(SmallCell.sum(0L, 3)).isEqualTo(new SmallCell(null, true));
    assertThat(SmallCell.sum(null, 0).isUnknown()).isTrue();
    assertThat(SmallCell.sum(0L, 0)).isEqualTo(new SmallCell(0L, false));
  }

  @Test
  void aSmallLowerBoundIsNotToldAsFewerThanFive() {
    assertThat(SmallCell.atLeast(3L).isUnknown()).isTrue();
    assertThat(SmallCell.atLeast(null).isUnknown()).isTrue();
    assertThat(SmallCell.atLeast(40L)).isEqualTo(new SmallCell(40L, false));
  }
}
