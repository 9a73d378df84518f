package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.accesslog.Question.HostileAccount;
import fr.vigie.accesslog.Question.Window;
import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  private static final Instant NOW = Instant.parse("2025-09-05T08:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.7",
        "0.0.0.0",
        "255.255.255.255",
        "2001:db8::7",
        "2001:DB8:0:0:0:0:0:7",
        "::",
        "::1",
        "fe80::",
        "::ffff:203.0.113.7",
        "1:2:3:4:5:6:203.0.113.7",
        "1:2:3:4:5:6:7::"
      })
  void oneAddressIsOne(String text) {
    assertThat(IpAddress.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.0/24",
        "203.0.113.7:443",
        "203.0.113.7, 203.0.113.8",
        "203.0.113.7 203.0.113.8",
        "203.0.113",
        "203.0.113.7.",
        "203.0.113.256",
        "203.0.113.*",
        "pirate.example",
        "2001:db8::7/64",
        "[2001:db8::7]",
        "[2001:db8::7]:443",
        "2001:db8::1::2",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4:5:6:7",
        ":1:2:3:4:5:6:7",
        "::12345",
        "fe80::1%eth0",
        ":::",
        ":"
      })
  void anythingElseIsNone(String text) {
    assertThat(IpAddress.is(text)).isFalse();
  }

  @Test
  void aQuestionAboutNoAddressIsRefusedAtItsField() {
    assertThatThrownBy(() -> question("203.0.113.0/24").check(NOW))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("accesslog.refused.address");
              assertThat(refused.field()).contains("addresses");
              assertThat(refused.arguments()).containsExactly("203.0.113.0/24");
            });
  }

  @Test
  void aQuestionThatWasAskedSoOnceIsStillRead() {
    Question kept = question("203.0.113.0/24");
    assertThat(QuestionText.read(QuestionText.write(kept))).isEqualTo(kept);
  }

  private static Question question(String address) {
    return new Question(
        List.of(new HostileAccount(1, "martin", "", false)),
        List.of(new Window(NOW.minusSeconds(3_600), NOW)),
        List.of("203.0.113.7", address),
        List.of(),
        List.of(),
        Set.of(),
        List.of(1L));
  }
}
