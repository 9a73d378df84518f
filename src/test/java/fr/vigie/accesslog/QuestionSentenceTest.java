package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.Question.HostileAccount;
import fr.vigie.accesslog.Question.Window;
import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.platform.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionSentenceTest {
  private static final List<Window> NIGHT =
      List.of(
          new Window(Instant.parse("2025-09-04T20:00:00Z"), Instant.parse("2025-09-05T00:00:00Z")));

  @Test
  void everythingThatWasAskedIsSaid() {
    Question asked =
        new Question(
            List.of(
                new HostileAccount(1, "c.fictive", "", false),
                new HostileAccount(2, "m.exemple", "", true)),
            NIGHT,
            List.of("203.0.113.7"),
            List.of("s1", "s2"),
            List.of("curl/8.5"),
            Set.of(AccessAction.VIEW, AccessAction.EXPORT),
            List.of(1L));
    assertThat(plain(asked, List.of("Portail"), Locale.FRENCH))
        .isEqualTo(
            "De quels patients les données ont-elles pu être vues par les comptes c.fictive et"
                + " m.exemple (entièrement aux mains de l’intrus : m.exemple), ou par quiconque"
                + " venait de 203.0.113.7, ou dans les sessions s1 et s2, WHEN, en tenant pour"
                + " hostile le programme « curl/8.5 », pour ces seules actions : « dossier ouvert »"
                + " et « export, téléchargement ou impression », d’après les journaux « Portail » ?");
    assertThat(plain(asked, List.of("Portail"), Locale.ENGLISH))
        .isEqualTo(
            "Which patients’ data could have been seen by the accounts c.fictive and m.exemple"
                + " (wholly in the intruder’s hands: m.exemple), or by whoever came from"
                + " 203.0.113.7, or in the sessions s1 and s2, WHEN, taking the program"
                + " “curl/8.5” as hostile, for these actions only: “record opened” and “export,"
                + " download or print”, according to the logs “Portail”?");
  }

  @Test
  void ofManyTheFirstAreNamedAndTheOthersCounted() {
    Question asked =
        new Question(
            List.of(new HostileAccount(1, "c.fictive", "", false)),
            NIGHT,
            List.of(),
            List.of("s1", "s2", "s3", "s4", "s5", "s6", "s7"),
            List.of(),
            Set.of(),
            List.of(1L, 2L));
    assertThat(plain(asked, List.of("Portail", "Dossier"), Locale.FRENCH))
        .isEqualTo(
            "De quels patients les données ont-elles pu être vues par le compte c.fictive, ou dans"
                + " les sessions s1, s2, s3, s4, s5 et 2 autres, WHEN, d’après les journaux"
                + " « Portail » et « Dossier » ?");
  }

  /** With plain blanks, and the window by one word. */
  private static String plain(Question asked, List<String> sources, Locale locale) {
    return QuestionSentence.say(asked, sources, ZoneId.of("Europe/Paris"), Texts.in(locale))
        .replaceAll("[\u00A0\u202F]", " ")
        .replaceAll("(?:du|from) \\p{L}{3}.*?UTC.*?UTC[^)]*\\)", "WHEN");
  }
}
