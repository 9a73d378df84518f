package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.browser.Api.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Declarations of a case by REST: begun, answered, submitted, signed, sent. */
record ApiFiling(Api api, String ref) {

  /**
   * @param part the controller's part; null for the whole case
   */
  void declare(String signatory, String part, String kind) {
    String declaration = "/declarations/{id}";
    JsonObject useless = prepare(part, kind);
    api.ok("analyste.nor", "POST /declarations/{id}/discarding", null, useless.getString("id"));
    JsonObject prepared = prepare(part, kind);
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

  private JsonObject prepare(String part, String kind) {
    return api.ok(
            "analyste.nor",
            "POST /incidents/{ref}/declarations",
            "{%s\"kind\":\"%s\"}"
                .formatted(part == null ? "" : "\"controller\":\"" + part + "\",", kind),
            ref)
        .object();
  }

  /** What a sent one promised; what is still unknown cannot be determined. */
  void complete(String signatory, String kind) {
    String initial =
        api.ok("analyste.nor", "GET /incidents/{ref}/declarations", null, ref).array().stream()
            .map(JsonValue::asJsonObject)
            .filter(view -> view.getString("kind").equals(kind))
            .map(view -> view.getString("id"))
            .findFirst()
            .orElseThrow();
    JsonObject following =
        api.ok(
                "analyste.nor",
                "POST /declarations/{id}/following",
                "{\"type\":\"COMPLEMENTARY\"}",
                initial)
            .object();
    JsonObjectBuilder answers =
        Json.createObjectBuilder()
            .add(
                "completeness",
                Json.createObjectBuilder()
                    .add("values", Json.createArrayBuilder().add("COMPLETE")));
    following
        .getJsonObject("fields")
        .forEach(
            (code, answer) -> {
              if (answer.asJsonObject().getString("knowledge").equals("NOT_KNOWN_YET")) {
                answers.add(
                    code, Json.createObjectBuilder().add("knowledge", "CANNOT_BE_DETERMINED"));
              }
            });
    String id = following.getString("id");
    api.ok(
        "analyste.nor",
        "PUT /declarations/{id}/fields",
        Json.createObjectBuilder()
            .add("version", following.getInt("version"))
            .add("reason", "Ne pourra plus être établi.")
            .add("fields", answers)
            .build()
            .toString(),
        id);
    sign(id, signatory, "NUM-2");
  }

  private void sign(String id, String signatory, String number) {
    String declaration = "/declarations/{id}";
    String seen =
        api.ok("analyste.nor", "POST " + declaration + "/submission", null, id).get("seen");
    api.ok(
        signatory,
        "POST " + declaration + "/approval",
        "{\"approved\":true,\"seen\":\"%s\"}".formatted(seen),
        id);
    api.ok(
        signatory,
        "POST " + declaration + "/sending",
        "{\"at\":\"%s\",\"number\":\"%s\"}".formatted(Clock.systemUTC().instant(), number),
        id);
    Answer sent = api.ok(signatory, "GET " + declaration, null, id);
    assertThat(sent.get("state")).isEqualTo("SENT");
    assertThat(sent.get("acknowledgement")).isEqualTo(number);
    api.file(
        signatory,
        "POST " + declaration + "/receipt?name=recu.pdf",
        ("%PDF-1.4 " + number).getBytes(StandardCharsets.UTF_8),
        id);
    assertThat(api.ok(signatory, "GET " + declaration + "/receipt", null, id).text())
        .contains(number);
  }
}
