package fr.vigie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentsTest {
  @ParameterizedTest
  @CsvSource({
    "Hélène Ÿ ÇA, Helene Y CA",
    "e\u0301te\u0301, ete",
    "ﬁn ＡＢ, fin AB",
    "n\u00a0o\u202fp, n o p",
    "Œuvre Lætitia, Œuvre Lætitia"
  })
  void lettersLoseTheirAccentsAndTypographyAndNothingElse(String text, String plain) {
    assertThat(Accents.without(text)).isEqualTo(plain);
  }
}
