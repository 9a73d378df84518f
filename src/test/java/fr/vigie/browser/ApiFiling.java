package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.browser.Api.Answer;
import jakarta.json.JsonObject;

/**
 * Declarations of a case by REST: begun, answered, submitted, signed, sent.
 *
 * @param sentAt when they were sent, ISO 8601
 */
record ApiFiling(Api api, String ref, String sentAt) {

  /**
   * @param part the controller's part; null for the whole case
   */
  void declare(String signatory, String part, String kind) {
    String declaration = "/declarations/{id}";
    JsonObject prepared =
        api.ok(
                "analyste.nor",
                "POST /incidents/{ref}/declarations",
                "{%s\"kind\":\"%s\"}"
                    .formatted(part == null ? "" : "\"controller\":\"" + part + "\",", kind),
                ref)
            .object();
    String id = prepared.getString("id");
    if (part == null) {
      api.ok(
          "analyste.nor",
          "PUT " + declaration + "/fields",
          """
          {"version":%d,"reason":"Personne désignée pour déclarer.",
          "fields":{"declarant_name":{"values":["Directeur de démonstration"]}}}"""
              .formatted(prepared.getInt("version")),
          id);
    }
    sign(id, signatory, "NUM-1");
    assertThat(api.ok(signatory, "GET " + declaration + "/pdf", null, id).text())
        .startsWith("%PDF");
    assertThat(api.ok(signatory, "GET " + declaration + "/json", null, id).text()).contains(ref);
    assertThat(api.ok("analyste.nor", "GET /incidents/{ref}/declarations", null, ref).text())
        .contains(id);
  }

  private void sign(String id, String signatory, String number) {
    String declaration = "/declarations/{id}";
    api.ok("analyste.nor", "POST " + declaration + "/submission", null, id);
    api.ok(signatory, "POST " + declaration + "/approval", "{\"approved\":true}", id);
    api.ok(
        signatory,
        "POST " + declaration + "/sending",
        "{\"at\":\"%s\",\"number\":\"%s\"}".formatted(sentAt, number),
        id);
    Answer sent = api.ok(signatory, "GET " + declaration, null, id);
    assertThat(sent.get("state")).isEqualTo("SENT");
    assertThat(sent.get("acknowledgement")).isEqualTo(number);
  }
}
