package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.vigie.launch.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A piece is attached and lies encrypted in the store; somebody spoils it there; the server finds
 * out by itself and says so; attached again, it is whole.
 */
class EvidenceSealIT extends Journey {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BROKEN = "altérée ou illisible";
  private static final String PRESSING = "Pièces altérées ou manquantes";

  private final byte[] content =
      ("Journal d’essai " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);

  @Test
  void aSpoiltPieceIsFoundAndMended() throws IOException {
    Page analyst = as("analyste.nor");
    reference = openCase(analyst, "Pièce altérée");
    attach(analyst);
    assertThat(analyst.innerText("#evidence")).contains("intacte", "par une page", "127.0.0.1");
    String hash = analyst.textContent("#evidence code.hash").strip();
    Path place = demo().evidence().resolve(hash.substring(0, 2)).resolve(hash);
    assertThat(Files.readString(place, StandardCharsets.ISO_8859_1)).doesNotContain("Journal");
    spoil(place);
    lookNow(hash);
    assertThat(becomesBroken(analyst, true)).as("found by the server").isTrue();
    assertThat(Axe.violations(analyst)).isEmpty();
    show(analyst, "evidence-broken");
    onTelephone(analyst, "evidence-broken");
    open(analyst, "summary");
    assertThat(analyst.innerText("main")).contains(PRESSING);
    open(analyst, "journal");
    assertThat(analyst.innerText("main")).contains("n’est plus celle qui a été scellée");
    assertThat(analyst.request().get(address("metrics")).text())
        .containsPattern("vigie_evidence_bad\\S* [1-9]")
        .contains("vigie_evidence_behind");
    open(analyst, "evidence");
    follow(analyst, "#evidence a:has-text('journal.txt')");
    assertThat(analyst.innerText("main")).contains("n’est plus celui qui a été scellé");
    attach(analyst);
    lookNow(hash);
    assertThat(becomesBroken(analyst, false)).as("whole again").isTrue();
    open(analyst, "summary");
    assertThat(analyst.innerText("main")).doesNotContain(PRESSING);
  }

  private void attach(Page analyst) {
    open(analyst, "evidence");
    analyst.setInputFiles(
        "[id='attaching:files']", new FilePayload("journal.txt", "text/plain", content));
    press(analyst, "attaching:attach");
  }

  private static void spoil(Path place) throws IOException {
    byte[] bytes = Files.readAllBytes(place);
    bytes[bytes.length / 2 + 100] ^= 1;
    Files.write(place, bytes);
  }

  /** As if a week had passed. */
  private static void lookNow(String hash) {
    try (Connection connection = demo().database().connect();
        PreparedStatement due =
            connection.prepareStatement(
                "update incident_evidence set next_look_at = '2026-01-01' where sha256 = ?")) {
      due.setString(1, hash);
      assertThat(due.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean becomesBroken(Page page, boolean broken) {
    return Waiting.until(
        PATIENCE,
        () -> {
          open(page, "evidence");
          return page.innerText("#evidence").contains(BROKEN) == broken;
        },
        () -> false);
  }
}
