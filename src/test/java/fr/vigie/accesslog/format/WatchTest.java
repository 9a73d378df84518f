package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is found in the bytes must be whoever is found in the text, in any case of letters. */
class WatchTest {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8, Charset.forName("windows-1252"), Charset.forName("ISO-8859-15"));

  private static final List<String> LOGINS =
      List.of("claire.fictive", "noël.inventé", "élise", "kevin", "straße", "œdipe", "οδός", "ÿx");

  @Test
  void whoever_the_text_names_may_be_in_the_bytes() {
    int tried = 0;
    for (Charset charset : CHARSETS) {
      for (String login : LOGINS) {
        String folded = Watch.fold(login);
        Watch.Needles needles = new Watch.Needles(Set.of(folded), charset);
        for (String written : written(login)) {
          if (charset.newEncoder().canEncode(written) && Watch.fold(written).equals(folded)) {
            tried++;
            byte[] alone = written.getBytes(charset);
            assertThat(needles.has(alone, 0, alone.length, false)).as(written).isTrue();
            byte[] line = ("hôpital n°3;" + written + ";né à l’est").getBytes(charset);
            assertThat(needles.mayBeIn(line, 0, line.length, '\\', 'u')).as(written).isTrue();
            assertThat(needles.isIn(line, 0, line.length)).as(written).isTrue();
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(60);
  }

  private static List<String> written(String login) {
    return List.of(
        login,
        login.toUpperCase(Locale.ROOT),
        Character.toUpperCase(login.charAt(0)) + login.substring(1),
        login.substring(0, 1) + login.substring(1).toUpperCase(Locale.ROOT),
        login.replace('k', '\u212A'),
        login.replace('ß', 'ẞ'));
  }

  @Test
  void accents_alone_name_nobody() {
    Set<String> logins = Set.of("noël.inventé", "claire.fictive", "kevin");
    for (Charset charset : CHARSETS) {
      byte[] line = "hôpital général, séjour n° 3, notes à relire".getBytes(charset);
      assertThat(new Watch.Needles(logins, charset).mayBeIn(line, 0, line.length, '\\', 'u'))
          .as(charset.name())
          .isFalse();
    }
  }
}
