package fr.vigie.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.platform.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2025-09-08T12:20:00Z");

  private final TimeText french = new TimeText(PARIS, Locale.FRENCH);
  private final TimeText english = new TimeText(PARIS, Locale.ENGLISH);

  @Test
  void anInstantIsWrittenInTheReadersLanguage() {
    assertThat(french.exact(NOW)).isEqualTo("lun. 8 sept. 2025 14\u202fh\u202f20");
    assertThat(english.exact(NOW)).isEqualTo("Mon 8 Sept 2025 14:20");
    assertThat(french.day(NOW)).isEqualTo("lun. 8 sept. 2025");
    assertThat(english.day(NOW)).isEqualTo("Mon 8 Sept 2025");
  }

  @Test
  void minutesHaveTwoFiguresAndTheFirstOfAMonthIsAnOrdinal() {
    Instant first = Instant.parse("2026-10-01T07:05:00Z");

    assertThat(french.exact(first)).isEqualTo("jeu. 1er oct. 2026 9\u202fh\u202f05");
    assertThat(english.exact(first)).isEqualTo("Thu 1 Oct 2026 09:05");
    LocalDate day = LocalDate.parse("2017-10-01");
    assertThat(Texts.in(Locale.FRENCH).day(day)).isEqualTo("1er oct. 2017");
    assertThat(Texts.in(Locale.FRENCH).day(day.plusDays(20))).isEqualTo("21 oct. 2017");
    assertThat(Texts.in(Locale.ENGLISH).day(day)).isEqualTo("1 Oct 2017");
    assertThat(Texts.in(Locale.FRENCH).nearInstant(first, PARIS)).startsWith("jeu. 1er oct.");
  }

  @Test
  void anInstantIsWrittenInTheReadersZone() {
    Instant deadline = Instant.parse("2026-11-13T04:30:00Z");

    assertThat(new TimeText(ZoneId.of("Indian/Reunion"), Locale.FRENCH).exactWithZone(deadline))
        .isEqualTo("ven. 13 nov. 2026 8\u202fh\u202f30 (Reunion, UTC+04:00)");
    assertThat(french.exactWithZone(deadline))
        .isEqualTo("ven. 13 nov. 2026 5\u202fh\u202f30 (Paris, UTC+01:00)");
    assertThat(new TimeText(ZoneId.of("UTC"), Locale.ENGLISH).exactWithZone(deadline))
        .isEqualTo("Fri 13 Nov 2026 04:30 (UTC, UTC)");
  }

  @ParameterizedTest
  @CsvSource({
    "PT5H12M, dans 5~h~12, in 5 h 12 min",
    "PT5H12M59S, dans 5~h~12, in 5 h 12 min",
    "PT5H2M, dans 5~h~02, in 5 h 2 min",
    "PT5H, dans 5~h, in 5 h",
    "PT40M, dans 40~min, in 40 min",
    "PT59S, dans moins d’une minute, in less than a minute",
    "PT0S, dans moins d’une minute, in less than a minute",
    "PT23H59M59S, dans 23~h~59, in 23 h 59 min",
    "PT24H, dans 1~j, in 1 d",
    "PT71H59M, dans 2~j 23~h, in 2 d 23 h",
    "PT72H, dans 3~j, in 3 d",
    "P12DT5H, dans 12~j, in 12 d",
    "P1500D, 'dans 1~500~j', 'in 1,500 d'",
    "PT-40M, en retard de 40~min, 40 min late",
    "PT-1S, en retard de moins d’une minute, less than a minute late",
    "PT-49H, en retard de 2~j 1~h, 2 d 1 h late"
  })
  void aDeadlineIsWrittenRelativeToNow(Duration left, String french, String english) {
    assertThat(this.french.due(NOW.plus(left), NOW)).isEqualTo(french.replace('~', '\u202f'));
    assertThat(this.english.due(NOW.plus(left), NOW).replace('\u00a0', ' ')).isEqualTo(english);
  }

  @Test
  void somethingPastIsWrittenAsPast() {
    assertThat(french.ago(NOW.minus(Duration.ofDays(2)), NOW)).isEqualTo("il y a 2\u202fj");
    assertThat(english.ago(NOW.minus(Duration.ofDays(2)), NOW)).isEqualTo("2\u00a0d ago");
    assertThat(french.ago(NOW.plus(Duration.ofMinutes(3)), NOW)).isEqualTo("dans 3\u202fmin");
  }

  @Test
  void anyOtherLanguageIsServedInFrenchWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ENGLISH);
      assertThat(new TimeText(PARIS, Locale.GERMAN).due(NOW, NOW)).startsWith("dans");
      assertThat(new TimeText(PARIS, Locale.FRENCH).due(NOW, NOW)).startsWith("dans");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void bothBundlesHaveTheSameKeys() {
    String name = TimeText.class.getName();
    assertThat(ResourceBundle.getBundle(name, Locale.ENGLISH).keySet())
        .isEqualTo(ResourceBundle.getBundle(name, Locale.ROOT).keySet());
  }

  @Test
  void thousandsAreApart() {
    assertThat(new NumberText(Locale.FRENCH).of(12_345)).isEqualTo("12\u202f345");
    assertThat(new NumberText(Locale.ENGLISH).of(12_345)).isEqualTo("12,345");
    assertThat(new NumberText(Locale.FRENCH).of(999)).isEqualTo("999");
  }
}
