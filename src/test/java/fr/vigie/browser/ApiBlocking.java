package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.launch.LyingDirectory;
import fr.vigie.launch.Waiting;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Accounts of the demonstration's directory, found, blocked, proven and lifted by programs. */
final class ApiBlocking {
  private static final String CASE = "/incidents/{ref}";
  private static final String LIST = "POST " + CASE + "/directories/{id}/accounts";
  private static final String BLOCK = CASE + "/accounts/{id}/block";
  private static final String ANALYST = "analyste.nor";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Api api;
  private final String ref;

  ApiBlocking(Api api, String ref) {
    this.api = api;
    this.ref = ref;
  }

  void blockedByTheDirectoryAndLifted() {
    connections();
    JsonObject directory =
        api
            .ok(ANALYST, "POST " + CASE + "/directories/search", "{\"login\":\"a.martin\"}", ref)
            .array()
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(answer -> !answer.getJsonArray("accounts").isEmpty())
            .findFirst()
            .orElseThrow();
    JsonObject found = directory.getJsonArray("accounts").getJsonObject(0);
    assertThat(found.getString("email")).isEqualTo("alix.martin@chu-a.example");
    String account =
        api.ok(
                ANALYST,
                LIST,
                "{\"uid\":\"%s\",\"organisationId\":\"9001\"}".formatted(found.getString("uid")),
                ref,
                directory.getString("connectionId"))
            .get("id");
    touched(account);
    api.ok(
        ANALYST,
        "POST " + BLOCK,
        "{\"logs\":\"COPIED\",\"logsNote\":\"Coffre\",\"resetSecret\":true}",
        ref,
        account);
    await(account, "BLOCKED");
    api.ok(ANALYST, "POST " + BLOCK + "/look", null, ref, account);
    byHand(account);
    lift(account);
  }

  private void connections() {
    String all = "/directories";
    JsonObject made =
        api.ok(
                "rssi.nor",
                "POST " + all,
                """
                {"kind":"OPENLDAP","region":"28","name":"Annuaire éteint %s","address":"ldap://127.0.0.1:9","base":"dc=x","connectorLogin":"cn=x","secret":"x"}"""
                    .formatted(ref))
            .object();
    String id = made.getString("id");
    assertThat(made.toString()).doesNotContain("secret");
    JsonObject tested = api.ok("rssi.nor", "POST " + all + "/{id}/test", null, id).object();
    assertThat(tested.getString("fault")).isEqualTo("UNREACHABLE");
    String log =
        api.ok(
                "rssi.nor",
                "POST " + all + "/{id}/logs",
                "{\"name\":\"Authentifications\",\"keptHours\":48}",
                id)
            .get("id");
    api.ok("rssi.nor", "POST " + all + "/{id}/logs", "{\"name\":\"Sessions\"}", id);
    assertThat(api.ok("rssi.nor", "GET " + all + "/{id}/logs", null, id).array()).hasSize(2);
    api.ok("rssi.nor", "DELETE " + all + "/logs/{id}", null, log);
    String seen =
        api.ok("rssi.nor", "GET " + all, null).array().getValuesAs(JsonObject.class).stream()
            .filter(connection -> connection.getString("id").equals(id))
            .findFirst()
            .orElseThrow()
            .getString("seen");
    api.ok(
        "rssi.nor",
        "PUT " + all + "/{id}",
        """
        {"name":"Annuaire éteint %s","address":"ldap://127.0.0.1:9","base":"dc=y","connectorLogin":"cn=x","contact":"Astreinte","seen":"%s"}"""
            .formatted(ref, seen),
        id);
    api.ok("rssi.nor", "POST " + all + "/{id}/use", "{\"used\":false}", id);
  }

  private void touched(String account) {
    JsonObject answer =
        api.ok(
                ANALYST,
                "POST " + BLOCK + "/touched",
                "{\"from\":\"%s\",\"to\":\"%s\"}"
                    .formatted(now().minus(Duration.ofDays(7)), now().plusSeconds(60)),
                ref,
                account)
            .object();
    assertThat(answer.toString()).contains("c.leroy").doesNotContain("s.nguyen");
  }

  private void byHand(String account) {
    api.ok(
        ANALYST,
        "POST " + BLOCK + "/by-hand",
        "{\"action\":\"CALL_HOLDER\",\"doneAt\":\"%s\",\"doneBy\":\"Astreinte\"}"
            .formatted(now().minusSeconds(5)),
        ref,
        account);
    for (JsonObject step : steps(account).getValuesAs(JsonObject.class)) {
      if (step.getString("state").equals("ASKED")) {
        api.ok(
            ANALYST,
            "POST " + CASE + "/blocking-steps/{id}/set-aside",
            "{\"why\":\"Sans objet ici\"}",
            ref,
            step.getString("id"));
      }
    }
  }

  /** A directory that says yes and does nothing is caught; its step is tried again. */
  void liedTo() {
    try (LyingDirectory lying = new LyingDirectory().doesNothing()) {
      String uid = lying.add("dr.menti", "un-secret");
      String connection =
          api.ok(
                  "rssi.nor",
                  "POST /directories",
                  """
                  {"kind":"OPENLDAP","region":"28","name":"Annuaire menteur %s","address":"%s","base":"%s","connectorLogin":"%s","secret":"%s"}"""
                      .formatted(
                          ref,
                          lying.address(),
                          LyingDirectory.BASE,
                          LyingDirectory.CONNECTOR,
                          lying.connectorSecret()))
              .get("id");
      String account =
          api.ok(ANALYST, LIST, "{\"uid\":\"%s\"}".formatted(uid), ref, connection).get("id");
      api.ok(ANALYST, "POST " + BLOCK, "{\"logs\":\"COPIED\"}", ref, account);
      await(account, "REOPENED");
      String failed =
          steps(account).getValuesAs(JsonObject.class).stream()
              .filter(step -> step.getString("state").equals("FAILED"))
              .findFirst()
              .orElseThrow()
              .getString("id");
      api.ok(ANALYST, "POST " + CASE + "/blocking-steps/{id}/retry", null, ref, failed);
      assertThat(api.send("analyste.hdf", "GET " + BLOCK, null, ref, account).status())
          .isEqualTo(404);
    }
  }

  private void lift(String account) {
    String liftings = BLOCK + "/liftings";
    String ask = "{\"reason\":\"Identité vérifiée\",\"secretPath\":\"En main propre\"}";
    String first = api.ok(ANALYST, "POST " + liftings, ask, ref, account).get("id");
    api.ok(
        "rssi.nor",
        "POST " + CASE + "/liftings/{id}/refusal",
        "{\"why\":\"Pas encore\"}",
        ref,
        first);
    JsonObject second = api.ok(ANALYST, "POST " + liftings, ask, ref, account).object();
    assertThat(api.ok(ANALYST, "GET " + liftings, null, ref, account).array()).hasSize(2);
    api.ok(
        "rssi.nor",
        "POST " + CASE + "/liftings/{id}/approval",
        "{\"seen\":\"%s\"}".formatted(second.getString("seen")),
        ref,
        second.getString("id"));
    await(account, "RESTORED");
  }

  private JsonArray steps(String account) {
    return api.ok(ANALYST, "GET " + BLOCK, null, ref, account).object().getJsonArray("steps");
  }

  private void await(String account, String state) {
    boolean reached =
        Waiting.until(
            PATIENCE,
            () ->
                api.ok(ANALYST, "GET /incidents/{ref}/accounts", null, ref).array().stream()
                    .map(JsonValue::asJsonObject)
                    .filter(view -> view.getString("id").equals(account))
                    .anyMatch(view -> view.getString("state").equals(state)),
            () -> false);
    assertThat(reached).as(state).isTrue();
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }
}
