package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.browser.Api.Answer;
import fr.vigie.browser.ApiContract.Door;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a body is told as a problem, at the field where it is wrong. */
class ApiBodiesIT {
  private static final String PROBLEM = "application/problem+json";
  private final Api api = new Api();
  private String ref;
  private String part;

  @BeforeEach
  void openCase() {
    ref =
        api.ok("rssi.nor", "POST /incidents", "{\"region\":\"28\",\"facts\":{\"title\":\"Essai\"}}")
            .get("reference");
    part =
        api.ok(
                "rssi.nor",
                "POST /incidents/{ref}/controllers",
                "{\"organisation\":\"9001\",\"role\":\"CONTROLLER\"}",
                ref)
            .get("id");
  }

  @Test
  void what_is_missing_is_named() {
    refused("POST /incidents", "{\"region\":\"28\"}", "facts");
    refused("POST /incidents", "{\"region\":\"28\",\"facts\":{}}", "title");
    refused("POST /incidents/{ref}/controllers", "{\"organisation\":\"9002\"}", "role");
    refused(
        "POST /incidents/{ref}/qualification", "{\"real\":true,\"reason\":\"x\"}", "qualifiedAt");
    refused("POST /incidents/{ref}/tasks", "{}", "title");
    refused("POST /incidents/{ref}/measures", "{\"description\":\"x\"}", "kind");
    refused("POST /incidents/{ref}/journal", "{\"text\":\"x\"}", "kind");
    refused("POST /incidents/{ref}/accounts", "{\"login\":\"x\"}", "system");
    refusedPart("/awareness", "{\"justification\":\"x\"}", "aware");
    refusedPart("/severity", "{\"context\":\"SIMPLE\",\"adjustment\":0}", "identification");
    refusedPart("/severity", "{\"context\":\"SIMPLE\"}", "adjustment");
  }

  @Test
  void who_does_not_see_the_case_hears_nothing_of_what_is_missing() {
    for (String door : List.of("tasks", "measures", "journal")) {
      Answer answer =
          api.send("rssi.hdf", "POST /incidents/{ref}/" + door, "{\"text\":\"x\"}", ref);
      assertThat(answer.status()).as(door).isEqualTo(404);
    }
  }

  @Test
  void what_is_too_long_is_named() {
    String text = "x".repeat(20_001);
    refused("POST /incidents", facts("\"title\":\"%s\"".formatted(text)), "title");
    refused(
        "POST /incidents",
        facts("\"title\":\"x\",\"description\":\"%s\"".formatted(text)),
        "description");
    refused("POST /incidents/{ref}/tasks", "{\"title\":\"%s\"}".formatted(text), "title");
    refused(
        "POST /incidents/{ref}/measures",
        "{\"kind\":\"PLANNED\",\"description\":\"%s\"}".formatted(text),
        "description");
    refused(
        "POST /incidents/{ref}/journal",
        "{\"kind\":\"CALL\",\"eventAt\":\"2026-01-10T09:00:00Z\",\"text\":\"%s\"}".formatted(text),
        "text");
    refused(
        "POST /incidents/{ref}/accounts",
        "{\"login\":\"%s\",\"system\":\"x\"}".formatted(text),
        "login");
    refusedPart(
        "/awareness",
        "{\"aware\":\"2026-01-10T09:00:00Z\",\"justification\":\"%s\"}".formatted(text),
        "justification");
  }

  @Test
  void what_is_no_code_is_named() {
    refused("POST /incidents", facts("\"title\":\"x\",\"category\":\"NOTHING\""), "category");
    refused(
        "POST /incidents/{ref}/controllers",
        "{\"organisation\":\"9002\",\"role\":\"NOTHING\"}",
        "role");
    refused("POST /incidents/{ref}/tasks", "{\"title\":\"x\",\"step\":\"NOTHING\"}", "step");
    refused("POST /incidents/{ref}/tasks", "{\"title\":\"x\",\"owner\":\"user:x\"}", "owner");
    refused(
        "POST /incidents/{ref}/measures", "{\"kind\":\"NOTHING\",\"description\":\"x\"}", "kind");
    refused("POST /incidents/{ref}/declarations", "{\"kind\":\"NOTHING\"}", "kind");
    refusedPart("/severity", "{\"context\":\"NOTHING\"}", "context");
  }

  @Test
  void a_time_without_its_offset_or_that_is_none_is_named() {
    for (String time :
        new String[] {
          "2025-10-26T02:30", "26/10/2025", "2025-02-30T10:00Z", "", "-0044-03-15T10:00:00Z"
        }) {
      refusedPart(
          "/awareness", "{\"aware\":\"%s\",\"justification\":\"x\"}".formatted(time), "aware");
      refused(
          "POST /incidents",
          facts("\"title\":\"x\",\"firstSignal\":{\"at\":\"%s\"}".formatted(time)),
          "firstSignal");
      refused(
          "POST /incidents/{ref}/tasks", "{\"title\":\"x\",\"due\":\"%s\"}".formatted(time), "due");
      refused(
          "POST /incidents/{ref}/journal",
          "{\"kind\":\"CALL\",\"text\":\"x\",\"eventAt\":\"%s\"}".formatted(time),
          "eventAt");
    }
  }

  @Test
  void the_hour_that_comes_twice_is_settled_by_its_offset() {
    for (String offset : new String[] {"+02:00", "+01:00"}) {
      Answer made =
          api.ok(
              "rssi.nor",
              "POST /incidents",
              facts(
                  "\"title\":\"x\",\"firstSignal\":{\"at\":\"2025-10-26T02:30:00%s\"}"
                      .formatted(offset)));
      assertThat(made.text()).contains("2025-10-26T02:30" + offset);
    }
  }

  @Test
  void awareness_in_the_future_is_refused() {
    String tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1)).toString();
    refusedPart(
        "/awareness", "{\"aware\":\"%s\",\"justification\":\"x\"}".formatted(tomorrow), "aware");
  }

  @Test
  void what_is_no_json_is_a_problem_at_every_door() {
    Map<String, String> told = new LinkedHashMap<>();
    for (Door door : ApiContract.served(api).doors()) {
      if ("application/json".equals(door.type())) {
        for (String body : new String[] {"{", "", "null", "[1]", "\"x\"", "{\"a\":", "\u0000"}) {
          Answer answer =
              api.call(
                  door.verb(),
                  door.address(ref, part, Long.parseLong(part)),
                  api.token("rssi.nor"),
                  door.type(),
                  body.getBytes(StandardCharsets.UTF_8));
          boolean fit =
              answer.status() >= 400 && answer.status() < 500 && answer.type().startsWith(PROBLEM);
          if (!fit) {
            told.put(door + " with " + body, answer.toString());
          }
        }
      }
    }
    assertThat(told).isEmpty();
  }

  @Test
  void a_door_that_wants_a_body_says_so_when_there_is_none() {
    Map<String, String> told = new LinkedHashMap<>();
    for (Door door : ApiContract.served(api).doors()) {
      if (door.type() != null) {
        String address = door.address(ref, part, Long.parseLong(part));
        Answer answer = api.call(door.verb(), address, api.token("rssi.nor"), null, null);
        if (answer.status() >= 500 || !answer.type().startsWith(PROBLEM)) {
          told.put(door.toString(), answer.toString());
        }
      }
    }
    assertThat(told).isEmpty();
  }

  @Test
  void json_nested_without_end_is_not_parsed() {
    String deep = "{\"a\":" + "[".repeat(200_000);
    Answer answer = api.send("rssi.nor", "POST /incidents", deep);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).startsWith(PROBLEM);
  }

  @Test
  void half_a_person_is_no_number_and_a_known_number_is_one() {
    refusedPart("/severity", "{\"context\":\"SIMPLE\",\"adjustment\":0.5}", "adjustment");
    refusedPart("/numbers", "{\"persons\":{\"knowledge\":\"KNOWN\",\"likely\":1.5}}", "likely");
    refusedPart(
        "/numbers",
        "{\"persons\":{\"knowledge\":\"KNOWN\",\"min\":1,\"likely\":3,\"max\":9}}",
        "persons");
  }

  @Test
  void what_is_no_code_in_the_query_is_named() {
    for (String query : new String[] {"state=NOTHING", "category=x", "first=x", "size=1.5"}) {
      Answer answer = api.send("rssi.nor", "GET /incidents?" + query, null);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.get("field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void rules_are_told_in_the_language_of_the_caller() {
    Answer answer =
        api.send("rssi.nor", "POST /incidents/{ref}/accounts", "{\"login\":\"x\"}", ref);
    assertThat(answer.get("detail")).isEqualTo("Ce champ est nécessaire.");
  }

  @Test
  void there_is_no_second_description_of_the_api() {
    Answer answer = api.call("GET", "/api/v1/application.wadl", api.token("rssi.nor"), null, null);
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void a_body_of_more_than_a_mebibyte_is_not_read() {
    String text = "x".repeat((1 << 20) + 1);
    Answer answer =
        api.send("rssi.nor", "POST /incidents", facts("\"title\":\"%s\"".formatted(text)));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.type()).startsWith(PROBLEM);
  }

  private static String facts(String facts) {
    return "{\"region\":\"28\",\"facts\":{%s}}".formatted(facts);
  }

  private void refusedPart(String what, String json, String field) {
    refused("POST /incidents/{ref}/controllers/" + part + what, json, field);
  }

  private void refused(String door, String json, String field) {
    Answer answer = api.send("rssi.nor", door, json, ref);
    String shown = door + " " + json.substring(0, Math.min(90, json.length())) + ": " + answer;
    assertThat(answer.status()).as(shown).isIn(400, 422);
    assertThat(answer.type()).as(shown).startsWith(PROBLEM);
    assertThat(answer.object().getString("field", "none")).as(shown).isEqualTo(field);
  }
}
