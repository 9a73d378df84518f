package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A controller turns out to have known earlier than it told the authority. */
class CorrectedAwarenessIT extends BrowserTest {
  private static final String WHY = "Un cadre de garde savait depuis quatre jours.";

  private final Api api = new Api();
  private final Instant now = Clock.systemUTC().instant();

  @Test
  void no_clock_hides_the_delay_and_a_complement_knows_what_was_done_since() {
    ApiCase led = new ApiCase(api, "Connue plus tôt").upToInformed();
    correct(led);
    Page page = signedIn("dpo.chu-a");
    page.navigate(address("incident/detail.xhtml?tab=deadlines&ref=" + led.reference()));
    String shown = page.locator("main").innerText();
    assertThat(shown)
        .contains("fait en retard")
        .contains("transmise hors délai d’après la prise de connaissance corrigée");
    screenshot(page, "deadlines-corrected", Look.PLAIN);
    page.navigate(
        address(
            "incident/detail.xhtml?tab=deadlines&ref="
                + led.reference()
                + "&clock="
                + notification(led)));
    assertThat(page.locator("#clock").innerText()).contains(WHY).contains("motifs du retard");
    screenshot(page, "clock-corrected", Look.PLAIN);
    page.navigate(address("incident/detail.xhtml?tab=declarations&ref=" + led.reference()));
    assertThat(page.locator("ul.declarations").innerText()).contains("fait en retard");
    assertThat(
            api.ok("directeur.nor", "GET /incidents/{ref}/obstacles", null, led.reference()).text())
        .contains("regime.pending.delay");
    complement(led);
  }

  private void correct(ApiCase led) {
    String ref = led.reference();
    int version =
        api.ok("analyste.nor", "GET /incidents/{ref}", null, ref).object().getInt("version");
    api.ok(
        "analyste.nor",
        "PUT /incidents/{ref}/facts",
        """
        {"version":%d,"facts":{"title":"Connue plus tôt","personalData":"YES",
        "confidentialityLost":"YES","description":"Lecture d’identités.",
        "firstSignal":{"at":"%s"}}}"""
            .formatted(version, daysAgo(6)),
        ref);
    String part = "POST /incidents/{ref}/controllers/{id}/awareness";
    api.ok(
        "analyste.nor",
        part,
        "{\"aware\":\"%s\",\"justification\":\"%s\"}".formatted(daysAgo(4), WHY),
        ref,
        led.hospital());
    String proposal =
        api.ok("dpo.chu-a", part.replace("POST", "GET"), null, ref, led.hospital())
            .array()
            .getJsonObject(0)
            .getString("seen");
    api.ok("dpo.chu-a", part + "/approval", ApiCase.seen(proposal), ref, led.hospital());
  }

  private String notification(ApiCase led) {
    return api
        .ok("dpo.chu-a", "GET /incidents/{ref}/regimes", null, led.reference())
        .array()
        .stream()
        .map(JsonValue::asJsonObject)
        .filter(clock -> clock.getString("regime").equals("RGPD_33"))
        .filter(clock -> clock.getBoolean("delayToExplain"))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private void complement(ApiCase led) {
    String sent =
        api
            .ok("dpo.chu-a", "GET /incidents/{ref}/declarations", null, led.reference())
            .array()
            .stream()
            .map(JsonValue::asJsonObject)
            .filter(one -> one.getString("kind").equals("CNIL"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    JsonObject next =
        api.ok(
                "analyste.nor",
                "POST /declarations/{id}/following",
                "{\"type\":\"COMPLEMENTARY\"}",
                sent)
            .object();
    assertThat(next.getJsonObject("fields").getJsonObject("persons_informed").toString())
        .contains("OUI");
    refusedWithoutReasons(next);
    Page analyst = signedIn("analyste.nor");
    analyst.navigate(address("declaration/detail.xhtml?id=" + next.getString("id")));
    screenshot(analyst, "complement-after-correction", Look.PLAIN);
    analyst
        .waitForDownload(() -> analyst.click("[id='pdf:file']"))
        .saveAs(Path.of("target", "complement.pdf"));
    Journey.pressAndConfirm(analyst, "discarding:discard");
    assertThat(analyst.url()).contains("tab=declarations");
  }

  /** The delay is to be explained before anybody signs, and the awareness not typed away. */
  private void refusedWithoutReasons(JsonObject complement) {
    String id = complement.getString("id");
    String door = "/declarations/{id}";
    assertThat(api.send("analyste.nor", "POST " + door + "/submission", null, id).text())
        .contains("motifs du retard");
    String earlier =
        "{\"version\":%d,\"reason\":\"Décision de la cellule.\",\"fields\":{\"awareness_at\":{\"values\":[\"%s\"]}}}"
            .formatted(complement.getInt("version"), now);
    assertThat(api.send("analyste.nor", "PUT " + door + "/fields", earlier, id).text())
        .contains("awareness_at");
    Page page = signedIn("analyste.nor");
    page.navigate(address("declaration/detail.xhtml?edit=B&id=" + id));
    assertThat(
            page.locator("input[id='answers:controller_name'], input[id^='answers:awareness_at']")
                .count())
        .isZero();
    assertThat(page.locator("main").innerText()).contains("se corrige là, pas ici");
    screenshot(page, "chronology-from-the-case", Look.PLAIN);
    assertThat(page.innerText(".field:has([id='answers:late_reasons']) label"))
        .as("needed, once it is late")
        .doesNotContain("facultatif");
    page.navigate(address("declaration/detail.xhtml?id=" + id));
    assertThat(page.innerText("main"))
        .as("the deadline was the first one's")
        .contains("si possible, dans les 72 heures")
        .doesNotContain("Échéance");
    page.click("[id='submitting:submit']");
    page.locator("#gaps:focus").waitFor();
    assertThat(page.innerText("#gaps")).contains("Motifs du retard", "ses motifs sont nécessaires");
    page.click("#gaps a:has-text('Motifs du retard')");
    page.locator("[id='answers:late_reasons']:focus").waitFor();
    page.close();
  }

  private String daysAgo(int days) {
    return now.minus(Duration.ofDays(days)).toString();
  }
}
