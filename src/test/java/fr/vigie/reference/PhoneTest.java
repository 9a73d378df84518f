package fr.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01 99 00 12 34",
        "0199001234",
        "01.99.00.12.34",
        "01-99-00-12-34",
        "01/99/00/12/34",
        "+33 1 99 00 12 34",
        "+33 (0)1 99 00 12 34",
        "+33 01 99 00 12 34",
        "0033 1 99 00 12 34",
        "01\u202f99\u202f00\u00a012\u00a034"
      })
  void aMetropolitanNumberHasManyWritingsAndOneForm(String typed) {
    assertThat(Phone.parse(typed)).contains(new Phone("+33199001234"));
  }

  @ParameterizedTest
  @CsvSource({
    "0590 12 34 56, +590590123456, false",
    "0690 12 34 56, +590690123456, true",
    "0691 12 34 56, +590691123456, true",
    "0594 12 34 56, +594594123456, false",
    "0694 12 34 56, +594694123456, true",
    "0596 12 34 56, +596596123456, false",
    "0696 12 34 56, +596696123456, true",
    "0697 12 34 56, +596697123456, true",
    "0262 12 34 56, +262262123456, false",
    "0269 12 34 56, +262269123456, false",
    "0692 12 34 56, +262692123456, true",
    "0693 12 34 56, +262693123456, true",
    "0639 12 34 56, +262639123456, true",
    "+262 692 12 34 56, +262692123456, true",
    "+262 0692 12 34 56, +262692123456, true",
    "+33 692 12 34 56, +262692123456, true",
    "00590 690 12 34 56, +590690123456, true",
    "0508 41 12 34, +508411234, false",
    "+508 41 12 34, +508411234, false",
    "+687 12 34 56, +687123456, false",
    "+689 40 12 34 56, +68940123456, false"
  })
  void anOverseasNumberGetsItsOwnCountryCode(String typed, String e164, boolean mobile) {
    Phone phone = Phone.parse(typed).orElseThrow();

    assertThat(phone).hasToString(e164);
    assertThat(phone.isMobile()).isEqualTo(mobile);
  }

  @ParameterizedTest
  @CsvSource({
    "06 39 98 12 34, +33639981234, true", "06 12 34 56 78, +33612345678, true",
    "07 56 78 90 12, +33756789012, true", "02 61 91 12 34, +33261911234, false",
    "09 70 12 34 56, +33970123456, false", "06 95 12 34 56, +33695123456, true"
  })
  void sixAndSevenAreMobilesAndTheNumbersOfFictionStayMetropolitan(
      String typed, String e164, boolean mobile) {
    Phone phone = Phone.parse(typed).orElseThrow();

    assertThat(phone).hasToString(e164);
    assertThat(phone.isMobile()).isEqualTo(mobile);
  }

  @Test
  void aForeignNumberIsKeptWithItsCountryCode() {
    assertThat(Phone.parse("+32 2 555 12 12")).contains(new Phone("+3225551212"));
    assertThat(Phone.parse("+32 2 555 12 12").orElseThrow().isMobile()).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "17",
        "33700",
        "3114",
        "01 99 00 12 3",
        "01 99 00 12 345",
        "00 12 34 56 78",
        "+33 1 99 00",
        "+33 1 99 00 12 34 5",
        "inconnu",
        "01 99 00 12 34 poste 5",
        "+262 12",
        "1 99 00 12 34",
        "++33199001234",
        "٠١٩٩٠٠١٢٣٤"
      })
  void anythingElseIsNoNumber(String typed) {
    assertThat(Phone.parse(typed)).isEmpty();
  }

  @Test
  void theRefusalDoesNotRepeatTheNumber() {
    assertThatThrownBy(() -> new Phone("0199001234"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("0199001234");
  }
}
