package fr.vigie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+33", "-1", "@sum", "\t=1", "\r=1", "  =1", "＝1"})
  void nothingCanStartAFormula(String value) {
    assertThat(CsvCell.safe(value)).isEqualTo("'" + value);
  }

  @Test
  void separatorsQuotesAndLineEndsStayInTheirCell() {
    assertThat(CsvCell.line("a;b", "say \"x\"", "1\n2", null, 3))
        .isEqualTo("\"a;b\";\"say \"\"x\"\"\";\"1\n2\";;3\r\n");
  }
}
