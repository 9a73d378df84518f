package fr.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "jeanne.martin@example.org, jeanne.martin@example.org",
    "' Jeanne.Martin@Example.ORG ', Jeanne.Martin@example.org",
    "jeanne+lettres@patient.mssante.fr, jeanne+lettres@patient.mssante.fr",
    "o'neil@sub.example.org, o'neil@sub.example.org",
    "dpo@hôpital.example, dpo@xn--hpital-ixa.example",
    "a@b.fr, a@b.fr"
  })
  void aPlausibleAddressIsKept(String typed, String value) {
    assertThat(EmailAddress.parse(typed).orElseThrow()).hasToString(value);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "jeanne",
        "@example.org",
        "jeanne@",
        "jeanne@example",
        "jeanne@@example.org",
        ".jeanne@example.org",
        "jeanne.@example.org",
        "jea..nne@example.org",
        "jea nne@example.org",
        "jeanne@example..org",
        "jeanne@-example.org",
        "jeanne@example.org.",
        "jeanne@192.168.1.1",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org,b@example.org",
        "Jeanne <a@example.org>",
        "é@example.org",
        "a@example.o"
      })
  void anythingElseIsNoAddress(String typed) {
    assertThat(EmailAddress.parse(typed)).isEmpty();
  }

  @Test
  void theLongestAddressPassesAndOneMoreDoesNot() {
    String domain = ("d".repeat(60) + ".").repeat(3) + "org";
    String longest = "l".repeat(64) + "@" + domain;
    assertThat(EmailAddress.parse(longest)).isPresent();
    assertThat(EmailAddress.parse("l" + longest)).isEmpty();
    assertThat(EmailAddress.parse("a@" + ("d".repeat(60) + ".").repeat(5) + "org")).isEmpty();
  }

  @Test
  void aHostileTextIsRefusedAtOnce() {
    assertTimeout(
        Duration.ofSeconds(1),
        () -> {
          assertThat(EmailAddress.parse("a.".repeat(500_000) + "@" + "a.".repeat(500_000)))
              .isEmpty();
          assertThat(EmailAddress.parse("a@" + "a-".repeat(120))).isEmpty();
        });
  }

  @Test
  void theDomainIsKnown() {
    assertThat(EmailAddress.parse("a@Example.org").orElseThrow().domain()).isEqualTo("example.org");
  }
}
