package fr.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  @ParameterizedTest
  @CsvSource({
    "732829320, VALID",
    "732 829 320, VALID",
    "732829321, DOUBTFUL",
    "73282932, MALFORMED",
    "7328293200, MALFORMED",
    "73282932A, MALFORMED",
    "٧٣٢٨٢٩٣٢٠, MALFORMED"
  })
  void aSirenHasNineDigitsAndAWrongKeyIsOnlyDoubtful(String typed, IdentifierCheck check) {
    assertThat(Siren.check(typed)).isEqualTo(check);
  }

  @ParameterizedTest
  @CsvSource({
    "73282932000074, VALID",
    "732 829 320 00074, VALID",
    "73282932000075, WRONG_KEY",
    "7328293200007, MALFORMED",
    // La Poste: its head office has a Luhn key, its other offices a sum that is a multiple of 5
    "35600000000048, VALID",
    "35600000009075, VALID",
    "35600000049837, VALID",
    "35600000049838, WRONG_KEY",
    // the sum rule is for La Poste only
    "73282932000003, WRONG_KEY"
  })
  void aSiretHasALuhnKeyExceptAtLaPoste(String typed, IdentifierCheck check) {
    assertThat(Siret.check(typed)).isEqualTo(check);
  }

  @Test
  void aSiretKnowsItsSiren() {
    assertThat(Siret.parse("732 829 320 00074").orElseThrow().siren())
        .isEqualTo(new Siren("732829320"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "750712184",
        "760780239",
        "590780193",
        "690781810",
        "130786049",
        "800000044",
        "140000100",
        "750100042",
        "970100228",
        "75 071 218 4"
      })
  void theObservedFinessNumbersAreValid(String typed) {
    assertThat(Finess.check(typed)).isEqualTo(IdentifierCheck.VALID);
  }

  @ParameterizedTest
  @CsvSource({
    // 21... with A as 1, 22... with B as 2
    "2A0000014, VALID", "2a0000014, VALID", "2B0000020, VALID", "2B0000021, DOUBTFUL",
    "750712185, DOUBTFUL", "000000000, DOUBTFUL", "200000008, DOUBTFUL", "2C0000014, MALFORMED",
    "7A0000014, MALFORMED", "75071218, MALFORMED", "A50712184, MALFORMED"
  })
  void aDoubtfulFinessIsNeverMalformed(String typed, IdentifierCheck check) {
    assertThat(Finess.check(typed)).isEqualTo(check);
    assertThat(Finess.parse(typed).isPresent()).isEqualTo(check != IdentifierCheck.MALFORMED);
  }

  @Test
  void aFinessKeepsItsDepartmentAsText() {
    assertThat(Finess.parse("2a0000014").orElseThrow().departmentPrefix()).isEqualTo("2A");
    assertThat(Finess.parse("010000014").orElseThrow())
        .hasToString("010000014")
        .extracting(Finess::departmentPrefix)
        .isEqualTo("01");
  }

  @ParameterizedTest
  @CsvSource({
    "99700218896, VALID",
    "99700296140, VALID",
    "899700218896, VALID",
    "8 99700296140, VALID",
    "99700218897, DOUBTFUL",
    "799700218896, MALFORMED",
    "9970021889, MALFORMED"
  })
  void anRppsIsCheckedWithoutTheEightInFront(String typed, IdentifierCheck check) {
    assertThat(Rpps.check(typed)).isEqualTo(check);
  }

  @Test
  void theNationalIdentifierIsTheRppsWithAnEight() {
    Rpps rpps = Rpps.parse("899700218896").orElseThrow();

    assertThat(rpps.value()).isEqualTo("99700218896");
    assertThat(rpps.nationalIdentifier()).isEqualTo("899700218896");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "abc"})
  void nothingIsNoIdentifier(String typed) {
    assertThat(Siren.check(typed)).isEqualTo(IdentifierCheck.MALFORMED);
    assertThat(Siret.check(typed)).isEqualTo(IdentifierCheck.MALFORMED);
    assertThat(Finess.check(typed)).isEqualTo(IdentifierCheck.MALFORMED);
    assertThat(Rpps.check(typed)).isEqualTo(IdentifierCheck.MALFORMED);
    assertThat(Siren.parse(typed)).isEmpty();
  }

  @Test
  void anIdentifierHoldsNoSpaces() {
    assertThatThrownBy(() -> new Siren("732 829 320")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Siren.parse("732 829 320")).contains(new Siren("732829320"));
  }
}
