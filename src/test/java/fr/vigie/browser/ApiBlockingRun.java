package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.launch.Waiting;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Several accounts of the demonstration's directory blocked at once by programs. */
final class ApiBlockingRun {
  private static final String RUNS = "/incidents/{ref}/blocking-runs";
  private static final String RUN = RUNS + "/{id}";
  private static final String ANALYST = "analyste.nor";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Api api;
  private final String ref;
  private String id;

  ApiBlockingRun(Api api, String ref) {
    this.api = api;
    this.ref = ref;
  }

  /** Above the demonstration's threshold: one asks, another approves. */
  void blocked() {
    String silent = silentDirectory();
    prepare("email\\nbilal.petit@ch-c.example\\ndana.moreau@ch-c.example\\nx@ch-c.example\\n");
    choose();
    api.ok(ANALYST, "POST " + RUN + "/search", null, ref, id);
    await("FOUND");
    api.ok("rssi.nor", "POST /directories/{id}/use", "{\"used\":false}", silent);
    assertThat(ask().getString("state")).isEqualTo("WAITING");
    api.ok("rssi.nor", "POST " + RUN + "/refusal", "{\"reason\":\"Vérifiez le lot\"}", ref, id);
    String seen = ApiCase.seen(ask().getString("seen"));
    assertThat(api.send(ANALYST, "POST " + RUN + "/approval", seen, ref, id).status())
        .as("not who asked")
        .isIn(404, 422);
    api.ok("rssi.nor", "POST " + RUN + "/approval", seen, ref, id);
    api.ok(ANALYST, "POST " + RUN + "/pause", null, ref, id);
    api.ok(ANALYST, "POST " + RUN + "/resume", null, ref, id);
    await("DONE");
    api.ok(
        ANALYST,
        "POST " + RUN + "/set-aside",
        "{\"action\":\"REMOVE_KEYS\",\"why\":\"Aucune clé n’existe ici\"}",
        ref,
        id);
    assertThat(get().getJsonObject("results").getInt("PROVEN")).isEqualTo(3);
    assertThat(targets("PROVEN")).hasSize(3).allMatch(row -> !row.isNull("account"));
    assertThat(api.ok(ANALYST, "GET " + RUNS, null, ref).array()).hasSize(1);
  }

  /** A list that comes to nothing. */
  void cancelled() {
    prepare("f.garnier");
    assertThat(api.ok(ANALYST, "POST " + RUN + "/cancel", null, ref, id).get("state"))
        .isEqualTo("CANCELLED");
  }

  /** Nobody answers there. */
  private String silentDirectory() {
    return api.ok(
            "rssi.nor",
            "POST /directories",
            """
            {"kind":"OPENLDAP","region":"28","name":"Muet %s","address":"ldap://127.0.0.1:9","base":"dc=x","connectorLogin":"cn=x","secret":"x"}"""
                .formatted(ref))
        .get("id");
  }

  private void prepare(String list) {
    id = api.ok(ANALYST, "POST " + RUNS, "{\"list\":\"%s\"}".formatted(list), ref).get("id");
    await("FOUND");
  }

  private void choose() {
    assertThat(get().getJsonObject("results").getInt("UNANSWERED")).isGreaterThanOrEqualTo(3);
    List<JsonObject> found = targets("FOUND");
    assertThat(found)
        .extracting(row -> row.getString("login"))
        .containsExactlyInAnyOrder("b.petit", "b.petit-adm", "d.moreau");
    String all =
        found.stream()
            .map(row -> "\"" + row.getString("id") + "\"")
            .collect(Collectors.joining(",", "{\"targets\":[", "]}"));
    JsonObject none = api.ok(ANALYST, "POST " + RUN + "/left-out", all, ref, id).object();
    assertThat(none.getInt("accounts")).isZero();
    JsonObject three = api.ok(ANALYST, "POST " + RUN + "/taken-in", all, ref, id).object();
    assertThat(three.getInt("accounts")).isEqualTo(3);
  }

  private JsonObject ask() {
    return api.ok(
            ANALYST,
            "POST " + RUN + "/ask",
            "{\"seen\":\"%s\",\"logs\":\"COPIED\",\"logsNote\":\"Coffre\",\"resetSecret\":true}"
                .formatted(get().getString("seen")),
            ref,
            id)
        .object();
  }

  private JsonObject get() {
    return api.ok(ANALYST, "GET " + RUN, null, ref, id).object();
  }

  private List<JsonObject> targets(String result) {
    return api.ok(ANALYST, "GET " + RUN + "/targets?result=" + result, null, ref, id)
        .object()
        .getJsonArray("rows")
        .getValuesAs(JsonObject.class);
  }

  private void await(String state) {
    boolean reached =
        Waiting.until(PATIENCE, () -> get().getString("state").equals(state), () -> false);
    assertThat(reached).as(state).isTrue();
  }
}
