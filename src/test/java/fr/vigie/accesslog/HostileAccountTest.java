package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileAccountTest {
  @ParameterizedTest
  @CsvSource({
    "martin, '', MARTIN, true",
    "martin, '', '', false",
    "martin, '', martine, false",
    "martin, 10100000001, 10100000001, true",
    "martin, 10100000001, 810100000001, true",
    "martin, 810100000001, 10100000001, true",
    "810100000001, '', 10100000001, true",
    "10100000001, '', 810100000001, true",
    "10100000001, '', 910100000001, false",
    "8martin, '', martin, false",
  })
  void anAccountIsKnownByItsLoginOrItsRppsWithThePrefixOrWithout(
      String login, String rpps, String name, boolean his) {
    assertThat(new Question.HostileAccount(1, login, rpps, false).is(name)).isEqualTo(his);
  }
}
