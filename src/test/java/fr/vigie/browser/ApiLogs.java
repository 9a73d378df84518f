package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.launch.Waiting;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scope of a case computed from an access log, by programs. */
final class ApiLogs {
  private static final String SOURCES = "/log-sources";
  private static final String LOGS = "/incidents/{ref}/logs";
  private static final String RUNS = "/incidents/{ref}/log-runs";
  private static final String RUN = RUNS + "/{id}";
  private static final String ANALYST = "analyste.nor";
  private static final long HOSPITAL = 9001;
  private static final long CENTRE = 9002;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The holder in the evening, the intruder from elsewhere, a colleague, an unreadable line. */
  private static final String LOG =
      """
      timestamp;login;ip;session;action;ipp;domain;result
      2025-09-04T20:00:00Z;dr.martin;10.0.0.9;s1;READ;P1;HA;OK
      2025-09-04T20:30:00Z;dr.martin;10.0.0.9;s1;READ;P2;HA;OK
      2025-09-04T21:00:00Z;dr.martin;203.0.113.7;s2;SEARCH;P3|P4;HA;OK
      2025-09-04T21:30:00Z;dr.martin;203.0.113.7;s2;READ;P3;HA;OK
      2025-09-04T22:00:00Z;dr.martin;203.0.113.7;s2;EXPORT;P5;HB;OK
      2025-09-04T22:30:00Z;autre;10.0.0.8;s3;READ;P6;HA;OK
      oups;autre;10.0.0.8;s3;READ;P7;HA;OK
      """;

  private final Api api;
  private final String ref;
  private String source;
  private String log;
  private String run;

  ApiLogs(Api api, String ref) {
    this.api = api;
    this.ref = ref;
  }

  /** From a source nobody knew to figures that a verdict changes. */
  void answered() {
    declare();
    receive();
    ask();
    assertThat(answer().getString("same")).isEqualTo("FIRST");
    figures();
    lines();
    verdict();
    besides();
    strangers();
  }

  /** A page of the case as it is with the ids of what was made here, where it needs one. */
  List<String> addresses(String page) {
    return switch (page.replaceFirst("[?].*", "")) {
      case "accesslog/source.xhtml" -> List.of(page, page + "&id=" + source);
      case "accesslog/file.xhtml" -> {
        String file = page + "&id=" + log;
        yield List.of(file, file + "&words=1", file + "&again=1");
      }
      case "accesslog/question.xhtml" -> List.of(page, page + "&run=" + run);
      case "accesslog/answer.xhtml" -> {
        String answer = page + "&run=" + run;
        yield List.of(answer, answer + "&only=HOSTILE&day=2025-09-04");
      }
      case "accesslog/lines.xhtml" -> {
        String lines = page + "&run=" + run;
        yield List.of(lines + "&counted=PROVEN", lines + "&words=1");
      }
      case "accesslog/unread.xhtml" -> List.of(page + "&run=" + run + "&words=1");
      default -> List.of(page);
    };
  }

  private void declare() {
    String named =
        """
        {"organisation":"9001","name":"Identités %s","zone":"Europe/Paris",
        "listCategories":["ETAT_CIVIL"],"viewCategories":["COORDONNEES"]%s}""";
    JsonObject made = api.ok(ANALYST, "POST " + SOURCES, named.formatted(ref, "")).object();
    source = made.getString("id");
    assertThat(made.getInt("silenceMinutes")).isEqualTo(60);
    String more = ",\"keptDays\":90,\"seen\":\"%s\"".formatted(made.getString("seen"));
    assertThat(
            api.ok(ANALYST, "PUT " + SOURCES + "/{id}", named.formatted(ref, more), source)
                .object()
                .getInt("keptDays"))
        .isEqualTo(90);
    attach("HA", HOSPITAL, 1_000);
    attach("HB", CENTRE, 50);
    String useless =
        attach("HX", CENTRE, 1).getJsonArray("domains").getJsonObject(2).getString("id");
    JsonObject left =
        api.ok(ANALYST, "DELETE " + SOURCES + "/domains/{id}", null, useless).object();
    assertThat(left.getJsonArray("domains")).hasSize(2);
    assertThat(api.ok(ANALYST, "GET " + SOURCES, null).text()).contains("Identités " + ref);
    assertThat(api.ok(ANALYST, "GET " + SOURCES + "/{id}", null, source).object()).isEqualTo(left);
  }

  private JsonObject attach(String domain, long controller, long patients) {
    return api.ok(
            ANALYST,
            "POST " + SOURCES + "/{id}/domains",
            "{\"name\":\"%s\",\"organisation\":\"%d\",\"patients\":%d}"
                .formatted(domain, controller, patients),
            source)
        .object();
  }

  private void receive() {
    log = sent(LOG);
    JsonObject preview = api.ok(ANALYST, "GET " + LOGS + "/{id}/preview", null, ref, log).object();
    assertThat(preview.getJsonArray("rows").getJsonArray(0).getString(5)).isEqualTo("P1");
    String shape = preview.getJsonObject("shape").toString();
    api.ok(ANALYST, "POST " + LOGS + "/{id}/shape", shape, ref, log);
    await("READ", () -> file().getString("state").equals("READ"));
    assertThat(file().getInt("accesses")).isEqualTo(6);
    assertThat(file().getInt("rejected")).isEqualTo(1);
    assertThat(file().getJsonObject("progress").getInt("percent")).isEqualTo(100);
    assertThat(
            api.ok(ANALYST, "GET " + LOGS + "/{id}/reasons", null, ref, log)
                .object()
                .getInt("TIME"))
        .isEqualTo(1);
    JsonObject rejected =
        api.ok(ANALYST, "GET " + LOGS + "/{id}/rejected", null, ref, log).object();
    assertThat(rejected.getJsonArray("rows").getJsonObject(0).getString("text"))
        .startsWith("oups;autre;");
    String other = sent(LOG + "2025-09-04T23:00:00Z;autre;10.0.0.8;s3;READ;P6;HA;OK\n");
    api.ok(ANALYST, "POST " + LOGS + "/{id}/set-aside", null, ref, other);
    assertThat(api.ok(ANALYST, "POST " + LOGS + "/{id}/take-back", null, ref, other).get("state"))
        .isEqualTo("RECEIVED");
    api.ok(ANALYST, "POST " + LOGS + "/{id}/set-aside", null, ref, other);
    assertThat(api.ok(ANALYST, "GET " + LOGS, null, ref).array()).hasSize(2);
  }

  private String sent(String text) {
    String door = "POST " + LOGS + "?source=" + source + "&name=journal.csv";
    return api.file(ANALYST, door, text.getBytes(StandardCharsets.UTF_8), ref).get("id");
  }

  private JsonObject file() {
    return api.ok(ANALYST, "GET " + LOGS + "/{id}", null, ref, log).object();
  }

  private void ask() {
    String account =
        api.ok(
                ANALYST,
                "POST /incidents/{ref}/accounts",
                "{\"login\":\"dr.martin\",\"system\":\"Portail des identités\"}",
                ref)
            .get("id");
    String question =
        """
        {"accounts":[{"id":"%s","whole":false}],"addresses":["203.0.113.7"],
        "windows":[{"from":"2025-09-04T20:00:00Z","until":"2025-09-04T23:00:00Z"}],
        "sources":["%s"]}"""
            .formatted(account, source);
    run = api.ok(ANALYST, "POST " + RUNS, question, ref).get("id");
    awaitDone();
  }

  private void awaitDone() {
    await("DONE", () -> api.ok(ANALYST, "GET " + RUN, null, ref, run).get("state").equals("DONE"));
  }

  private JsonObject answer() {
    return api.ok(ANALYST, "GET " + RUN + "/answer", null, ref, run).object();
  }

  /** P3 opened and P4 listed by the intruder, P1 and P2 by whom nobody has said; P5 exported. */
  private void figures() {
    JsonObject answer = answer();
    JsonObject hospital = part(answer, HOSPITAL);
    assertThat(persons(hospital)).isEqualTo("ESTIMATED 2 4 4");
    assertThat(levels(hospital))
        .isEqualTo(Map.of("EXFILTRATED", "0+0", "VIEWED", "1+2", "LISTED", "1+0"));
    assertThat(hospital.getInt("reach")).isEqualTo(1_000);
    JsonObject centre = part(answer, CENTRE);
    assertThat(persons(centre)).isEqualTo("KNOWN 1 1 1");
    assertThat(levels(centre))
        .isEqualTo(Map.of("EXFILTRATED", "1+0", "VIEWED", "0+0", "LISTED", "0+0"));
    assertThat(answer.getInt("lookedAt")).isEqualTo(7);
    assertThat(answer.getInt("unread")).isZero();
    assertThat(answer.getInt("searches")).isZero();
    assertThat(answer.getJsonArray("silences")).isEmpty();
    assertThat(answer.getJsonObject("run").getInt("found")).isEqualTo(5);
    assertThat(answer.getJsonObject("run").getString("digest")).hasSize(64);
    assertThat(answer.getJsonArray("files").getJsonObject(0).getString("sha256"))
        .isEqualTo(file().getString("sha256"));
  }

  private static JsonObject part(JsonObject answer, long controller) {
    return objects(answer, "parts")
        .filter(one -> one.getString("organisationId").equals(Long.toString(controller)))
        .findFirst()
        .orElseThrow();
  }

  private static String persons(JsonObject part) {
    JsonObject persons = part.getJsonObject("persons");
    return Stream.of("min", "likely", "max")
        .map(bound -> String.valueOf(persons.getInt(bound)))
        .collect(Collectors.joining(" ", persons.getString("knowledge") + " ", ""));
  }

  private static Map<String, String> levels(JsonObject part) {
    return objects(part, "levels")
        .collect(
            Collectors.toMap(
                level -> level.getString("level"),
                level -> level.getInt("proven") + "+" + level.getInt("doubtful")));
  }

  private static Stream<JsonObject> objects(JsonObject of, String name) {
    return of.getJsonArray(name).stream().map(JsonValue::asJsonObject);
  }

  private void lines() {
    assertThat(places("")).containsExactly(2L, 3L, 4L, 5L, 6L);
    assertThat(places("?controller=9001&level=VIEWED")).containsExactly(2L, 3L, 5L);
    assertThat(places("?verdict=HOSTILE&until=2025-09-04T21:30:00Z")).containsExactly(4L);
    assertThat(api.send(ANALYST, "GET " + RUN + "/lines?from=hier", null, ref, run).status())
        .isEqualTo(400);
    JsonObject line =
        objects(found("?verdict=HOSTILE&level=VIEWED"), "rows").findFirst().orElseThrow();
    assertThat(line.getInt("patients")).isEqualTo(1);
    JsonObject words =
        api.ok(
                ANALYST,
                "POST " + RUN + "/words",
                "{\"lines\":[\"%s\"]}".formatted(line.getString("id")),
                ref,
                run)
            .array()
            .getJsonObject(0);
    assertThat(words.getString("text"))
        .isEqualTo("2025-09-04T21:30:00Z;dr.martin;203.0.113.7;s2;READ;P3;HA;OK");
    assertThat(words.getBoolean("whole")).isTrue();
  }

  private List<Long> places(String filter) {
    return objects(found(filter), "rows")
        .map(line -> line.getJsonNumber("line").longValue())
        .toList();
  }

  private JsonObject found(String filter) {
    return api.ok(ANALYST, "GET " + RUN + "/lines" + filter, null, ref, run).object();
  }

  /** The evening was the holder's: two persons fewer, and what is left is proven. */
  private void verdict() {
    String evening =
        objects(answer(), "sittings")
            .filter(sitting -> sitting.getString("session").equals("s1"))
            .map(sitting -> sitting.getString("id"))
            .findFirst()
            .orElseThrow();
    JsonObject decided =
        api.ok(
                ANALYST,
                "POST " + RUN + "/verdicts",
                """
                {"sittings":["%s"],"verdict":"LEGITIMATE","reason":"Présent au service."}"""
                    .formatted(evening),
                ref,
                run)
            .object();
    assertThat(persons(part(decided, HOSPITAL))).isEqualTo("KNOWN 2 2 2");
    assertThat(part(decided, HOSPITAL).getInt("legitimate")).isEqualTo(2);
    assertThat(api.ok(ANALYST, "GET " + RUNS + "/verdicts", null, ref).array())
        .hasSize(1)
        .allMatch(one -> one.asJsonObject().getString("verdict").equals("LEGITIMATE"));
  }

  /** The same again finds the same; one that is stopped finds nothing. */
  private void besides() {
    String first = run;
    run = api.ok(ANALYST, "POST " + RUN + "/again", null, ref, first).get("id");
    awaitDone();
    assertThat(answer().getString("same")).isEqualTo("SAME");
    assertThat(persons(part(answer(), HOSPITAL))).isEqualTo("KNOWN 2 2 2");
    await("CANCELLED", this::isStopped);
    assertThat(api.ok(ANALYST, "GET " + RUNS, null, ref).text()).contains("CANCELLED");
  }

  /** Tried anew when the answer was there before one could. */
  private boolean isStopped() {
    String another = api.ok(ANALYST, "POST " + RUN + "/again", null, ref, run).get("id");
    return api.managed(ANALYST, "POST " + RUN + "/cancel", null, ref, another);
  }

  /** Another region, and the people of one controller of several. */
  private void strangers() {
    for (String login : List.of("rssi.hdf", "dpo.chu-a", "directeur.chu-a")) {
      for (String door : List.of(LOGS, RUNS)) {
        assertThat(api.send(login, "GET " + door, null, ref).status()).isEqualTo(404);
      }
      assertThat(api.send(login, "GET " + LOGS + "/{id}", null, ref, log).status()).isEqualTo(404);
      assertThat(api.send(login, "GET " + RUN + "/answer", null, ref, run).status()).isEqualTo(404);
      assertThat(api.send(login, "GET " + SOURCES + "/{id}", null, source).status()).isEqualTo(404);
    }
  }

  private static void await(String state, BooleanSupplier reached) {
    assertThat(Waiting.until(PATIENCE, reached::getAsBoolean, () -> false)).as(state).isTrue();
  }
}
