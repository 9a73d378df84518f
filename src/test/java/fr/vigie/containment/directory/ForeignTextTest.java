package fr.vigie.containment.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignTextTest {
  @Test
  void whatAThiefWritesInTheNameOfTheAccountBreaksNoPageAndTurnsNoText() {
    DirectoryAccount account =
        new DirectoryAccount(
            "u",
            "p\0",
            "dr.a",
            "Dr \u202Eevil\u0000\u000B",
            "",
            "a@b\r\nBcc: c",
            "",
            true,
            List.of("g\n1"),
            null,
            null,
            null);
    assertThat(account.name()).isEqualTo("Dr \uFFFDevil\uFFFD\uFFFD");
    assertThat(account.path()).isEqualTo("p\uFFFD");
    assertThat(account.email()).doesNotContain("\n").doesNotContain("\r");
    assertThat(account.groups()).containsExactly("g\uFFFD1");
  }

  @Test
  void whatIsFineStaysAsItIs() {
    String fine = "René Ñandú 李 😀 cn=x\\2Cy,ou=z";
    assertThat(ForeignText.harmless(fine)).isEqualTo(fine);
  }

  @Test
  void tenMegabytesAreCutAndAWordOfTheServerIsMadeHarmless() {
    assertThat(ForeignText.harmless("x".repeat(10_000_000))).hasSize(ForeignText.MOST);
    assertThat(new DirectoryExchange(Instant.EPOCH, "BIND\0", "\u202E49").answer())
        .isEqualTo("\uFFFD49");
    assertThat(new DirectoryFault(DirectoryFault.Kind.REFUSED, "no\0").detail())
        .isEqualTo("no\uFFFD");
  }
}
