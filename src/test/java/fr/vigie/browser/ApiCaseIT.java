package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.browser.Api.Answer;
import fr.vigie.investigation.OpenSsl;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The API suffices to lead a case from the first alert to its closing. */
class ApiCaseIT {
  private final Api api = new Api();

  @Test
  void a_whole_case_is_led_by_programs_and_no_door_is_left_untried() {
    ApiCase led = new ApiCase(api, "Compte usurpé, mené par l’API").upToInformed().close();
    assertThat(api.send("analyste.hdf", "GET /incidents/{ref}", null, led.reference()).status())
        .isEqualTo(404);
    besides();
    follow();
    TreeSet<String> left = new TreeSet<>();
    ApiContract.served(api).doors().forEach(door -> left.add(door.toString()));
    left.removeAll(api.done());
    assertThat(left).isEmpty();
  }

  /** A sent declaration is followed by another one, in a case that is still open. */
  private void follow() {
    ApiCase open = new ApiCase(api, "Encore ouvert").upToInformed().grown();
    JsonObject sent =
        api
            .ok("analyste.nor", "GET /incidents/{ref}/declarations", null, open.reference())
            .array()
            .stream()
            .map(JsonValue::asJsonObject)
            .filter(view -> view.getString("kind").equals("CNIL"))
            .findFirst()
            .orElseThrow();
    Answer following =
        api.ok(
            "analyste.nor",
            "POST /declarations/{id}/following",
            "{\"type\":\"COMPLEMENTARY\"}",
            sent.getString("id"));
    assertThat(following.get("previous")).isEqualTo(sent.getString("id"));
  }

  /** Lists that name the same people, and what leaves Vigie sealed. */
  private void lists() {
    ApiLists lists = new ApiLists(api, "Deux listes").frozen();
    lists.shared();
    lists.exported(OpenSsl.certificate());
  }

  /** What this case did not need. */
  private void besides() {
    String ref =
        api.ok(
                "analyste.nor",
                "POST /incidents",
                "{\"region\":\"28\",\"facts\":{\"title\":\"Sans compte\"}}")
            .get("reference");
    api.ok(
        "analyste.nor",
        "POST /incidents/{ref}/accounts/none",
        "{\"reason\":\"Courriel mal adressé.\"}",
        ref);
    new ApiBlocking(api, ref).liedTo();
    new ApiBlockingRun(api, ref).blocked();
    new ApiLogs(api, ref).answered();
    lists();
    api.ok("rssi.nor", "GET /me", null);
    api.ok("rssi.nor", "GET /regions", null);
    api.ok("rssi.nor", "GET /organisations?q=CHU", null);
    api.ok("rssi.nor", "GET /organisations/{id}", null, 9001);
    api.ok("national", "GET /national/regions", null);
    assertThat(api.ok("auditeur", "GET /audit/verification", null).object().getBoolean("intact"))
        .isTrue();
  }
}
