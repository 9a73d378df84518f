package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.browser.Api.Answer;
import fr.vigie.launch.Waiting;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A whole case, as programs of the people concerned would lead it: each step is an act by REST. */
final class ApiCase {
  private static final long HOSPITAL = 9001;
  private static final long CENTRE = 9002;
  private static final String PERSONS =
      """
      NOM;PRENOM;DATE_NAISSANCE;TELEPHONE;COURRIEL;IPP
      Durand;Élise;12/04/1957;0199000101;elise.durand@example.org;A-0001
      Lefèvre;Noël;03/11/1984;0199000102;noel.lefevre@example.org;A-0002
      N'Guyen;Anaïs;29/02/1992;0199000103;;A-0003
      """;

  private final Api api;
  private final Instant now = Clock.systemUTC().instant();
  private final String title;
  private String ref;
  private String hospital;
  private String centre;

  ApiCase(Api api, String title) {
    this.api = api;
    this.title = title;
  }

  String reference() {
    return ref;
  }

  /** Id of the part of the controller whose data were read. */
  String hospital() {
    return hospital;
  }

  /** From the first alert to the last person informed; the case stays open. */
  ApiCase upToInformed() {
    report();
    controllers();
    work();
    account();
    scope();
    regimes();
    ApiFiling filing = new ApiFiling(api, ref);
    filing.declare("dpo.chu-a", hospital, "CNIL");
    filing.declare("directeur.nor", null, "HEALTH");
    message();
    wave();
    return this;
  }

  /** A case whose hospital has a draft with two pairs of lines that may be one person each. */
  ApiCase doubtful() {
    report();
    hospital = involve(HOSPITAL);
    String list =
        PERSONS
            + "DURAND;Elise;12/04/1957;;elise.durand@example.org;A-0009\n"
            + "Lefevre;Noel;03/11/1984;0199000177;;A-0010\n";
    imported("patients.csv", list.getBytes(Charset.forName("windows-1252")));
    return this;
  }

  private JsonObject imported(String name, byte[] file) {
    String part = "POST /incidents/{ref}/scope/{involvement}";
    JsonObject upload =
        api.file("analyste.nor", part + "/imports?name=" + name, file, ref, hospital).object();
    return api.ok(
            "analyste.nor",
            part + "/imports/{upload}/run",
            "{\"mapping\":%s,\"exposure\":\"VIEWED\",\"reason\":\"Journaux\"}"
                .formatted(upload.get("mapping")),
            ref,
            hospital,
            upload.getString("id"))
        .object();
  }

  private void report() {
    Answer made =
        api.ok(
            "analyste.nor",
            "POST /incidents",
            """
            {"region":"28","leadOrganisation":"2028","facts":{"title":"%s","firstSignal":{"at":"%s"}}}"""
                .formatted(title, ago(8)));
    ref = made.get("reference");
    assertThat(ref).startsWith("NOR-");
    int version =
        api.ok("analyste.nor", "GET /incidents/{ref}", null, ref).object().getInt("version");
    api.ok(
        "analyste.nor",
        "PUT /incidents/{ref}/facts",
        """
        {"version":%d,"facts":{"title":"%s","personalData":"YES","confidentialityLost":"YES",
        "description":"Le compte d’un professionnel a servi à lire des identités.",
        "firstSignal":{"at":"%s"}}}"""
            .formatted(version, title, ago(8)),
        ref);
    api.ok(
        "rssi.nor",
        "POST /incidents/{ref}/qualification",
        """
        {"real":true,"qualifiedAt":"%s","reason":"Accès de nuit, titulaire joint : pas lui."}"""
            .formatted(ago(7)),
        ref);
    Answer found = api.ok("analyste.nor", "GET /incidents?q=" + ref, null);
    assertThat(found.text()).contains(ref);
  }

  private void controllers() {
    hospital = involve(HOSPITAL);
    String mistaken = involve(CENTRE);
    assertThat(
            api.ok(
                    "analyste.nor",
                    "POST /incidents/{ref}/controllers/{id}/withdrawal",
                    "{\"reason\":\"Ajouté à la mauvaise fiche\"}",
                    ref,
                    mistaken)
                .array())
        .hasSize(1);
    centre = involve(CENTRE);
    String part = "POST /incidents/{ref}/controllers/{id}";
    api.ok("analyste.nor", part + "/informed", at("{\"at\":{\"at\":\"%s\"}}", 6), ref, hospital);
    api.ok(
        "analyste.nor",
        part + "/awareness",
        at("{\"aware\":\"%s\",\"justification\":\"Le RSSI a confirmé.\"}", 5),
        ref,
        hospital);
    String proposal =
        api.ok("dpo.chu-a", "GET /incidents/{ref}/controllers/{id}/awareness", null, ref, hospital)
            .array()
            .getJsonObject(0)
            .getString("seen");
    String approve = part + "/awareness/approval";
    assertThat(api.send("dpo.chu-a", approve, "{}", ref, hospital).text()).contains("\"seen\"");
    assertThat(api.send("dpo.chu-a", approve, seen("1.1"), ref, hospital).status()).isEqualTo(422);
    api.ok("dpo.chu-a", approve, seen(proposal), ref, hospital);
    api.ok(
        "analyste.nor",
        part + "/numbers",
        "{\"persons\":{\"knowledge\":\"ESTIMATED\",\"min\":1,\"likely\":3,\"max\":10}}",
        ref,
        hospital);
    api.ok(
        "analyste.nor",
        part + "/severity",
        """
        {"context":"SENSITIVE","adjustment":0,"identification":"SIGNIFICANT",
        "confidentiality":"UNKNOWN_RECIPIENTS","integrity":"NONE","availability":"NONE",
        "malicious":true,"unintelligible":false,
        "reasons":"Identités et téléphones lus.","decision":"Retenu."}""",
        ref,
        hospital);
    assertThat(
            api.ok(
                    "analyste.nor",
                    "GET /incidents/{ref}/controllers/{id}/severity",
                    null,
                    ref,
                    hospital)
                .array())
        .hasSize(1);
    String risk =
        api.ok(
                "dpo.chu-a",
                part + "/risk",
                "{\"risk\":\"HIGH\",\"reason\":\"Hameçonnage possible.\"}",
                ref,
                hospital)
            .get("seen");
    api.ok("directeur.chu-a", part + "/risk/approval", seen(risk), ref, hospital);
    String clear =
        api.ok(
                "directeur.ch-b",
                part + "/no-breach",
                "{\"reason\":\"Aucune ligne dans les journaux.\"}",
                ref,
                centre)
            .get("seen");
    api.ok("dpo.ch-b", part + "/no-breach/approval", seen(clear), ref, centre);
    JsonObject first =
        api.ok("analyste.nor", "GET /incidents/{ref}/controllers", null, ref).array().stream()
            .map(JsonValue::asJsonObject)
            .filter(view -> view.getString("id").equals(hospital))
            .findFirst()
            .orElseThrow();
    assertThat(first.getString("risk")).isEqualTo("HIGH");
    assertThat(first.getJsonObject("aware").getString("knowledge")).isEqualTo("KNOWN");
  }

  static String seen(String seen) {
    return "{\"seen\":\"%s\"}".formatted(seen);
  }

  private String involve(long organisation) {
    return api.ok(
            "analyste.nor",
            "POST /incidents/{ref}/controllers",
            "{\"organisation\":\"%d\",\"role\":\"CONTROLLER\"}".formatted(organisation),
            ref)
        .get("id");
  }

  private void work() {
    String tasks = "POST /incidents/{ref}/tasks";
    String task = add(tasks, "{\"title\":\"Appeler l’hébergeur\",\"step\":\"CONTAINMENT\"}");
    String plan = "{\"owner\":\"role:REGIONAL_ANALYST\",\"due\":\"%s\"}";
    api.ok("analyste.nor", tasks + "/{id}/plan", at(plan, -2), ref, task);
    api.ok("analyste.nor", tasks + "/{id}/take", null, ref, task);
    api.ok("analyste.nor", tasks + "/{id}/put-back", null, ref, task);
    api.ok("analyste.nor", tasks + "/{id}/finish", "{\"text\":\"Joint.\"}", ref, task);
    String other = add(tasks, "{\"title\":\"Écrire au fournisseur\"}");
    api.ok("analyste.nor", tasks + "/{id}/drop", "{\"text\":\"Sans objet.\"}", ref, other);
    assertThat(api.ok("analyste.nor", "GET /incidents/{ref}/tasks", null, ref).text())
        .contains("Joint.", "Sans objet.");

    String measures = "POST /incidents/{ref}/measures";
    String said =
        "{\"kind\":\"TAKEN_AT_ONCE\",\"description\":\"Accès fermés\",\"owner\":\"GRADeS\"}";
    String measure = add(measures, said);
    api.ok("analyste.nor", "PUT /incidents/{ref}/measures/{id}", said, ref, measure);
    api.ok("analyste.nor", measures + "/{id}/done", at("{\"at\":\"%s\"}", 3), ref, measure);
    api.ok("rssi.nor", measures + "/{id}/verify", null, ref, measure);
    assertThat(api.ok("analyste.nor", "GET /incidents/{ref}/measures", null, ref).text())
        .contains("Accès fermés");

    byte[] log = "session hostile".getBytes(StandardCharsets.UTF_8);
    String evidence = "/incidents/{ref}/evidence";
    String piece =
        api.file("analyste.nor", "POST " + evidence + "?name=log.txt&description=Log", log, ref)
            .get("id");
    assertThat(api.ok("analyste.nor", "GET " + evidence, null, ref).text()).contains("log.txt");
    assertThat(api.ok("analyste.nor", "GET " + evidence + "/{id}", null, ref, piece).text())
        .isEqualTo("session hostile");

    String journal = "/incidents/{ref}/journal";
    String line =
        api.ok(
                "analyste.nor",
                "POST " + journal,
                at("{\"kind\":\"CALL\",\"text\":\"Appel de l’astreinte\",\"eventAt\":\"%s\"}", 4),
                ref)
            .get("id");
    api.ok(
        "analyste.nor",
        "POST " + journal,
        "{\"text\":\"Appel du RSSI\",\"corrects\":\"%s\"}".formatted(line),
        ref);
    assertThat(api.ok("analyste.nor", "GET " + journal, null, ref).text())
        .contains("Appel de l’astreinte", "Appel du RSSI");
  }

  private void account() {
    String accounts = "/incidents/{ref}/accounts";
    String account =
        add("POST " + accounts, "{\"login\":\"dr.demo\",\"system\":\"Serveur d’identités\"}");
    String seen =
        api.ok("analyste.nor", "GET " + accounts, null, ref)
            .array()
            .getJsonObject(0)
            .getString("seen");
    Answer known =
        api.ok(
            "analyste.nor",
            "PUT " + accounts + "/{id}",
            """
            {"seen":"%s","login":"dr.demo","system":"Serveur d’identités régional","holder":"Dr Démo"}"""
                .formatted(seen),
            ref,
            account);
    assertThat(known.get("system")).isEqualTo("Serveur d’identités régional");
    api.ok(
        "analyste.nor",
        "POST " + accounts + "/{id}/steps",
        at("{\"state\":\"BLOCKED\",\"doneAt\":\"%s\",\"doneBy\":\"Astreinte\"}", 4),
        ref,
        account);
    Answer proven =
        api.file(
            "analyste.nor",
            "POST " + accounts + "/{id}/proof?name=annuaire.txt",
            "dr.demo: disabled".getBytes(StandardCharsets.UTF_8),
            ref,
            account);
    assertThat(proven.object().getBoolean("proven")).isTrue();
    assertThat(api.ok("analyste.nor", "GET " + accounts, null, ref).array()).hasSize(1);
    new ApiBlocking(api, ref).blockedByTheDirectoryAndLifted();
    new ApiBlockingRun(api, ref).cancelled();
  }

  private void scope() {
    String scope = "/incidents/{ref}/scope";
    String part = "POST " + scope + "/{involvement}";
    importPersons("rssi.nor", part);
    JsonObject imported = importPersons("analyste.nor", part);
    assertThat(imported.getInt("accepted")).isEqualTo(3);
    assertThat(imported.getInt("rejected")).isZero();
    String how = "{\"method\":\"Croisement des journaux\",\"residualUnknown\":\"Rien\"}";
    api.ok("analyste.nor", part + "/proposal", how, ref, hospital);
    api.ok("analyste.nor", part + "/return", null, ref, hospital);
    String proposed = api.ok("analyste.nor", part + "/proposal", how, ref, hospital).get("seen");
    String approval = part + "/approval";
    assertThat(api.send("rssi.nor", approval, seen(proposed), ref, hospital).text())
        .contains("importé");
    JsonObject frozen = api.ok("dpo.chu-a", approval, seen(proposed), ref, hospital).object();
    assertThat(frozen.getString("state")).isEqualTo("FROZEN");
    assertThat(api.ok("analyste.nor", "GET " + scope, null, ref).text()).doesNotContain("Durand");
  }

  private JsonObject importPersons(String login, String part) {
    JsonObject upload =
        api.file(
                login,
                part + "/imports?name=patients.csv",
                PERSONS.getBytes(Charset.forName("windows-1252")),
                ref,
                hospital)
            .object();
    assertThat(upload.getString("charset")).containsIgnoringCase("1252");
    return api.ok(
            login,
            part + "/imports/{upload}/run",
            "{\"mapping\":%s,\"exposure\":\"VIEWED\",\"reason\":\"Journaux\",\"replace\":true}"
                .formatted(upload.get("mapping")),
            ref,
            hospital,
            upload.getString("id"))
        .object();
  }

  /** Those of the seed event apply, the others do not. */
  private void regimes() {
    for (JsonValue one : api.ok("rssi.nor", "GET /incidents/{ref}/regimes", null, ref).array()) {
      JsonObject clock = one.asJsonObject();
      String id = clock.getString("id");
      api.ok("rssi.nor", "GET /incidents/{ref}/regimes/{id}/history", null, ref, id);
      if (clock.getString("applicability").equals("TO_DETERMINE")) {
        boolean health = clock.getString("regime").startsWith("SANTE");
        api.ok(
            "rssi.nor",
            "POST /incidents/{ref}/regimes/{id}/decision",
            "{\"applicability\":\"%s\",\"reason\":\"Décision de la cellule de crise\"}"
                .formatted(health ? "APPLIES" : "DOES_NOT_APPLY"),
            ref,
            id);
      }
    }
  }

  private void message() {
    String message = "/incidents/{ref}/notification/{involvement}/message";
    api.ok("analyste.nor", "POST " + message, null, ref, hospital);
    JsonObject sample = api.ok("analyste.nor", "GET " + message, null, ref, hospital).object();
    assertThat(sample.getJsonArray("findings").toString()).contains("notification.message.gap");
    assertThat(
            api.send("analyste.nor", "POST " + message + "/proposal", null, ref, hospital).status())
        .isEqualTo(422);
    String blocks =
        sample
            .get("blocks")
            .toString()
            .replaceAll("\\[à compléter[^\\]]*\\]", "le 5 septembre 2025, de 9 h à 17 h");
    api.ok(
        "analyste.nor",
        "PUT " + message,
        "{\"subject\":\"%s\",\"blocks\":%s}".formatted(sample.getString("subject"), blocks),
        ref,
        hospital);
    api.ok("analyste.nor", "POST " + message + "/proposal", null, ref, hospital);
    api.ok("analyste.nor", "POST " + message + "/return", null, ref, hospital);
    String proposed =
        api.ok("analyste.nor", "POST " + message + "/proposal", null, ref, hospital).get("seen");
    Answer approved =
        api.ok("dpo.chu-a", "POST " + message + "/approval", seen(proposed), ref, hospital);
    assertThat(approved.get("state")).isEqualTo("APPROVED");
  }

  private void wave() {
    String id =
        api.ok(
                "dpo.chu-a",
                "POST /incidents/{ref}/notification/{involvement}/waves",
                null,
                ref,
                hospital)
            .get("id");
    String wave = "/incidents/{ref}/waves/{wave}";
    String ready = "{\"noticePublished\":\"%1$s\",\"centreBriefed\":\"%1$s\"}".formatted(ago(1));
    api.ok("dpo.chu-a", "POST " + wave + "/start", ready, ref, id);
    api.ok("dpo.chu-a", "POST " + wave + "/pause", null, ref, id);
    api.ok("dpo.chu-a", "POST " + wave + "/resume", ready, ref, id);
    assertThat(Waiting.until(Duration.ofSeconds(90), () -> isUnderway(id), () -> false)).isTrue();
    Answer decided =
        api.ok(
            "dpo.chu-a",
            "POST " + wave + "/decision",
            """
            {"from":"HELD","heldFor":"NO_EMAIL","to":"PUBLIC_NOTICE","reason":"Pas d’adresse"}""",
            ref,
            id);
    assertThat(decided.object().getInt("messages")).isEqualTo(1);
    assertThat(treated(id)).isEqualTo(1);
    api.ok("dpo.chu-a", "POST " + wave + "/returns", "{\"returned\":[]}", ref, id);
    assertThat(treated(id)).isEqualTo(3);
    assertThat(api.ok("dpo.chu-a", "GET " + wave + "/messages", null, ref, id).text())
        .doesNotContain("Durand", "elise.durand@");
    assertThat(api.ok("dpo.chu-a", "GET /incidents/{ref}/notification", null, ref).text())
        .contains(id);
  }

  /** A fourth person is found after the messages left: told by a wave of their own (BR-08). */
  ApiCase grown() {
    String part = "POST /incidents/{ref}/scope/{involvement}";
    String longer =
        PERSONS
            + "Martin;Zoé;05/05/1971;0199000104;;A-0004\n"
            + "DURAND;Elise;12/04/1957;;elise.durand@example.org;A-0009\n";
    byte[] file = longer.getBytes(Charset.forName("windows-1252"));
    imported("suite.csv", file);
    String how = "{\"method\":\"Croisement des journaux\",\"residualUnknown\":\"Rien\"}";
    assertThat(api.send("analyste.nor", part + "/proposal", how, ref, hospital).text())
        .contains("2 lignes sont encore à vérifier");
    samePerson();
    String proposed = api.ok("analyste.nor", part + "/proposal", how, ref, hospital).get("seen");
    api.ok("dpo.chu-a", part + "/approval", seen(proposed), ref, hospital);
    JsonObject added = null;
    for (JsonValue one :
        api.ok("dpo.chu-a", "GET /incidents/{ref}/notification", null, ref).array()) {
      for (JsonValue wave : one.asJsonObject().getJsonArray("waves")) {
        added = wave.asJsonObject().getInt("number") == 2 ? wave.asJsonObject() : added;
      }
    }
    assertThat(added).isNotNull();
    assertThat(added.getInt("total")).isEqualTo(1);
    assertThat(added.getString("state")).isEqualTo("PREPARED");
    assertThat(api.ok("dpo.chu-a", "GET /incidents/{ref}/tasks", null, ref).text())
        .contains("lancer la vague 2", "la liste passe de 3 à 4 personnes");
    String wave = "/incidents/{ref}/waves/{wave}";
    assertThat(api.ok("ars.nor", "GET " + wave, null, ref, added.getString("id")).text())
        .contains("\"total\":1");
    assertThat(
            api.send("ars.nor", "GET " + wave + "/messages", null, ref, added.getString("id"))
                .status())
        .isEqualTo(404);
    assertThat(
            api.send(
                    "dpo.chu-a",
                    "POST " + wave + "/decision",
                    """
                    {"from":"HELD","heldFor":"NO_EMAIL","to":"EXEMPT","reason":"vu"}""",
                    ref,
                    added.getString("id"))
                .status())
        .isEqualTo(422);
    exempt(added.getString("id"));
    String ready = "{\"noticePublished\":\"%1$s\",\"centreBriefed\":\"%1$s\"}".formatted(ago(1));
    assertThat(
            api.send("dpo.chu-a", "POST " + wave + "/start", ready, ref, added.getString("id"))
                .text())
        .as("who froze the list")
        .contains("une autre personne la lance");
    api.ok("directeur.chu-a", "POST " + wave + "/start", ready, ref, added.getString("id"));
    JsonObject told =
        api.ok(
                "analyste.nor",
                part + "/complement",
                "{\"note\":\"CNIL-2026-000777\"}",
                ref,
                hospital)
            .object();
    assertThat(told.getBoolean("complementDue")).isFalse();
    return this;
  }

  /** A line with a person's names and another patient number: two, no, the same (BR-09). */
  private void samePerson() {
    String part = "/incidents/{ref}/scope/{involvement}";
    Answer doubts = api.ok("dpo.chu-a", "GET " + part + "/doubts", null, ref, hospital);
    assertThat(doubts.text())
        .contains("BIRTH_DATE", "EMAIL")
        .doesNotContainIgnoringCase("durand", "1957");
    assertThat(api.send("analyste.nor", "GET " + part + "/doubts", null, ref, hospital).status())
        .isEqualTo(404);
    JsonObject pair = doubts.object().getJsonArray("rows").getJsonObject(0);
    String said =
        "{\"first\":\"%s\",\"second\":\"%s\",\"verdict\":\"%%s\"}"
            .formatted(
                pair.getJsonObject("first").getString("id"),
                pair.getJsonObject("second").getString("id"));
    assertThat(
            api.ok("dpo.chu-a", "POST " + part + "/doubts", said.formatted("TWO"), ref, hospital)
                .object()
                .getInt("likely"))
        .isEqualTo(5);
    String verdict =
        api.ok("dpo.chu-a", "GET " + part + "/doubts/settled", null, ref, hospital)
            .object()
            .getJsonArray("rows")
            .getJsonObject(0)
            .getString("id");
    api.ok(
        "dpo.chu-a",
        "POST " + part + "/doubts/settled/{verdict}/return",
        null,
        ref,
        hospital,
        verdict);
    JsonObject same =
        api.ok("dpo.chu-a", "POST " + part + "/doubts", said.formatted("SAME"), ref, hospital)
            .object();
    assertThat(same.getInt("likely")).isEqualTo(4);
    assertThat(same.getInt("candidates")).isZero();
  }

  /** The only person of a wave left without a word: proposed by one, decided by another (BR-11). */
  private void exempt(String id) {
    String wave = "/incidents/{ref}/waves/{wave}";
    String exempt =
        """
        {"from":"HELD","heldFor":"NO_EMAIL","to":"EXEMPT",
        "reason":"Prévenue de vive voix à l’accueil par le médecin."}""";
    Answer asked = api.ok("dpo.chu-a", "POST " + wave + "/decision", exempt, ref, id);
    assertThat(asked.object().getBoolean("proposed")).isTrue();
    assertThat(treated(id)).isZero();
    assertThat(api.ok("directeur.chu-a", "GET /incidents/{ref}/tasks", null, ref).text())
        .as("decided on the page of the wave, never left as a task")
        .doesNotContain("dispense");
    api.ok("dpo.chu-a", "POST " + wave + "/exemption/return", null, ref, id);
    api.ok("dpo.chu-a", "POST " + wave + "/decision", exempt, ref, id);
    JsonObject shown = api.ok("dpo.chu-a", "GET " + wave, null, ref, id).object();
    assertThat(shown.getJsonObject("exemption").getInt("messages")).isEqualTo(1);
    String seen = seen(shown.getString("seen"));
    String approve = "POST " + wave + "/exemption/approval";
    assertThat(api.send("dpo.chu-a", approve, seen, ref, id).status()).isEqualTo(422);
    assertThat(api.send("directeur.chu-a", approve, seen("1.1"), ref, id).status()).isEqualTo(422);
    api.ok("directeur.chu-a", approve, seen, ref, id);
    assertThat(treated(id)).isEqualTo(1);
  }

  private int treated(String id) {
    return api.ok("dpo.chu-a", "GET /incidents/{ref}/waves/{wave}", null, ref, id)
        .object()
        .getInt("treated");
  }

  /** Two sent, and the one without an address held. */
  private boolean isUnderway(String id) {
    JsonObject states =
        api.ok("dpo.chu-a", "GET /incidents/{ref}/waves/{wave}", null, ref, id)
            .object()
            .getJsonObject("byState");
    return states.getInt("SENT", 0) == 2 && states.getInt("HELD", 0) == 1;
  }

  /** Both declarations left as incomplete: they are completed first. */
  ApiCase close() {
    ApiFiling filing = new ApiFiling(api, ref);
    filing.complete("dpo.chu-a", "CNIL");
    filing.complete("directeur.nor", "HEALTH");
    Answer obstacles = api.ok("directeur.nor", "GET /incidents/{ref}/obstacles", null, ref);
    assertThat(obstacles.array()).isEmpty();
    Answer closed =
        api.ok(
            "directeur.nor",
            "POST /incidents/{ref}/closing",
            "{\"note\":\"Comptes bloqués, personnes informées.\"}",
            ref);
    assertThat(closed.get("state")).isEqualTo("CLOSED");
    return this;
  }

  private String add(String door, String json) {
    return api.ok("analyste.nor", door, json, ref).get("id");
  }

  private String at(String json, long hoursAgo) {
    return json.formatted(ago(hoursAgo));
  }

  private String ago(long hours) {
    return now.minus(Duration.ofHours(hours)).toString();
  }
}
