package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.browser.Api.Answer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** A case in which lists of two controllers name the same people, led by programs. */
final class ApiLists {
  private static final String SCOPE = "/incidents/{ref}/scope";
  private static final String PART = SCOPE + "/{involvement}";
  private static final String ANALYST = "analyste.nor";
  static final String DPO = "dpo.chu-a";
  static final String OTHER_DPO = "dpo.ch-b";
  private static final String HEAD = "Nom de naissance;Prénoms;DDN;Sexe;COG;Téléphone;IPP\n";

  private final Api api;
  private final String ref;
  private final String hospital;
  private final String centre;

  ApiLists(Api api, String title) {
    this.api = api;
    ref =
        api.ok(
                ANALYST,
                "POST /incidents",
                """
                {"region":"28","leadOrganisation":"2028","facts":{"title":"%s"}}"""
                    .formatted(title))
            .get("reference");
    hospital = involved(9001);
    centre = involved(9002);
  }

  String reference() {
    return ref;
  }

  /** Id of the part of the controller with doubtful lines. */
  String hospital() {
    return hospital;
  }

  /** One person stands surely in both lists, another one perhaps. */
  ApiLists frozen() {
    imported(hospital, hospitals());
    assertThat(api.send(ANALYST, "POST " + PART + "/proposal", how(), ref, hospital).text())
        .contains("encore à vérifier");
    assertThat(api.send(ANALYST, "POST " + PART + "/doubts/rest", null, ref, hospital).status())
        .isEqualTo(404);
    JsonObject left = api.ok(DPO, "POST " + PART + "/doubts/rest", null, ref, hospital).object();
    assertThat(left.getInt("likely")).as("each line a person").isEqualTo(4);
    freeze(DPO, hospital);
    imported(
        centre,
        HEAD
            + "PARTAGE%1$s;Ada;12/04/1957;F;76540;;Y1\nAutre%1$s;Noé;03/11/1984;M;;%2$s;Y2\n"
                .formatted(mark(), phone())
            + "Durand;Élise;12/04/1957;F;;;Y3\n"); // stands in the list of every ApiCase
    freeze(OTHER_DPO, centre);
    return this;
  }

  /** The hospital gets a longer list, a draft with a pair to be looked at. */
  ApiLists grown() {
    imported(hospital, hospitals() + "Venu%s;Luc;01/02/1990;M;;;X5\n".formatted(mark()));
    return this;
  }

  /** Id of a file that waits to be taken in. */
  String waiting() {
    return received(hospital, hospitals()).getString("id");
  }

  /** What each side may know and say of the persons in common. */
  void shared() {
    assertThat(numbers()).isEqualTo("1 sure, 1 to check, 0 elsewhere");
    assertThat(distinct()).isEqualTo("7 records, 5 to 6 persons");
    JsonObject links =
        api.ok(DPO, "GET " + PART + "/shared?first=0&size=5", null, ref, hospital).object();
    assertThat(links.toString()).doesNotContainIgnoringCase("partag").doesNotContain("1957");
    assertThat(links.getInt("total")).isEqualTo(2);
    JsonObject sure = links.getJsonArray("rows").getJsonObject(0);
    assertThat(sure.getBoolean("sure") && sure.getBoolean("sameCase")).isTrue();
    assertThat(sure.getInt("line")).isEqualTo(2);
    String say = "POST " + PART + "/shared/{link}";
    String two = "{\"verdict\":\"TWO\"}";
    String link = sure.getString("id");
    assertThat(api.send(OTHER_DPO, say, two, ref, hospital, link).status()).isEqualTo(404);
    assertThat(api.send(ANALYST, say, two, ref, hospital, link).status()).isEqualTo(404);
    assertThat(api.ok(DPO, say, two, ref, hospital, link).object().getInt("inCase")).isZero();
    assertThat(distinct()).isEqualTo("7 records, 6 to 7 persons");
    api.ok(DPO, say + "/return", null, ref, hospital, link);
    String perhaps = links.getJsonArray("rows").getJsonObject(1).getString("id");
    String same = "{\"verdict\":\"SAME\"}";
    api.ok(DPO, say, same, ref, hospital, perhaps);
    assertThat(numbers()).as("one side alone").isEqualTo("1 sure, 1 to check, 0 elsewhere");
    api.ok(OTHER_DPO, say, same, ref, centre, perhaps);
    assertThat(numbers()).isEqualTo("2 sure, 0 to check, 0 elsewhere");
    national();
  }

  private void national() {
    JsonObject all = api.ok("national", "GET /national/persons", null).object();
    assertThat(all.getInt("lists")).isGreaterThanOrEqualTo(2);
    assertThat(all.getInt("records") % 5).as("full fives").isZero();
    assertThat(all.getInt("most")).isBetween(all.getInt("least"), all.getInt("records"));
    assertThat(api.send(ANALYST, "GET /national/persons", null).status()).isEqualTo(404);
  }

  /**
   * The hospital's list leaves sealed: by a passphrase, then for its certificate.
   *
   * @param pem a certificate
   */
  void exported(String pem) {
    String exports = "POST " + PART + "/exports";
    assertThat(api.send(DPO, exports, wish("short"), ref, hospital).status()).isEqualTo(422);
    String phrase = "abcd-efgh-jkmn-pqrs-tuvw";
    assertThat(api.send(OTHER_DPO, exports, wish(phrase), ref, hospital).status()).isEqualTo(404);
    assertSealed(api.ok(DPO, exports, wish(phrase), ref, hospital));
    String fingerprint =
        api.ok(
                DPO,
                "PUT " + PART + "/certificate",
                "{\"pem\":\"%s\"}".formatted(pem.replace("\n", "\\n")),
                ref,
                hospital)
            .get("fingerprint");
    assertThat(api.send(DPO, exports, wish(phrase), ref, hospital).status())
        .as("a passphrase beside a certificate")
        .isEqualTo(422);
    assertSealed(api.ok(DPO, exports, wish(""), ref, hospital));
    JsonObject seen = api.ok(DPO, "GET " + PART + "/exports", null, ref, hospital).object();
    assertThat(seen.getJsonObject("certificate").getString("fingerprint")).isEqualTo(fingerprint);
    assertThat(seen.getJsonArray("exports").getValuesAs(JsonObject.class))
        .hasSize(2)
        .allMatch(one -> one.getInt("rows") == 4)
        .anyMatch(one -> one.getString("fingerprint", "").equals(fingerprint))
        .anyMatch(one -> !one.containsKey("fingerprint"));
  }

  private static void assertSealed(Answer taken) {
    assertThat(taken.type()).startsWith("application/pkcs7-mime");
    assertThat(taken.text()).isNotEmpty().doesNotContain("Ada", "1957");
  }

  private static String wish(String phrase) {
    return """
        {"reason":"Réponse aux appels","recipient":"Accueil","passphrase":"%s"}"""
        .formatted(phrase);
  }

  private String numbers() {
    JsonObject all =
        api.ok(ANALYST, "GET " + PART + "/shared/numbers", null, ref, hospital).object();
    return "%d sure, %d to check, %d elsewhere"
        .formatted(
            all.getInt("inCase"),
            all.getInt("inCaseToCheck"),
            all.getInt("elsewhere") + all.getInt("elsewhereToCheck"));
  }

  private String distinct() {
    JsonObject all = api.ok(ANALYST, "GET " + SCOPE + "/persons", null, ref).object();
    assertThat(all.getInt("lists")).isEqualTo(2);
    return "%d records, %d to %d persons"
        .formatted(all.getInt("records"), all.getInt("least"), all.getInt("most"));
  }

  private String involved(long organisation) {
    return api.ok(
            ANALYST,
            "POST /incidents/{ref}/controllers",
            "{\"organisation\":\"%d\",\"role\":\"CONTROLLER\"}".formatted(organisation),
            ref)
        .get("id");
  }

  /** Two lines may be one person. */
  private String hospitals() {
    return HEAD
        + """
        Partagé%1$s;Ada;12/04/1957;F;76540;;X1
        Changé%1$s;Noé;03/11/1984;M;;%2$s;X2
        Seul%1$s;Max;03/11/1983;M;;;X3
        Seul%1$s;Max;03/11/1983;M;;;X4
        """
            .formatted(mark(), phone());
  }

  /** Letters that no other case has in its names. */
  private String mark() {
    StringBuilder mark = new StringBuilder();
    number().chars().forEach(digit -> mark.append((char) (digit - '0' + 'a')));
    return mark.toString();
  }

  /** One that is never given to anybody. */
  private String phone() {
    return "063998" + "%04d".formatted(Integer.parseInt(number()) % 10_000);
  }

  private String number() {
    return ref.replaceFirst(".*-", "");
  }

  private JsonObject received(String part, String list) {
    byte[] file = list.getBytes(StandardCharsets.UTF_8);
    return api.file(ANALYST, "POST " + PART + "/imports?name=liste.csv", file, ref, part).object();
  }

  private void imported(String part, String list) {
    JsonObject upload = received(part, list);
    api.ok(
        ANALYST,
        "POST " + PART + "/imports/{upload}/run",
        "{\"mapping\":%s,\"exposure\":\"VIEWED\",\"reason\":\"Journaux\"}"
            .formatted(upload.get("mapping")),
        ref,
        part,
        upload.getString("id"));
  }

  private void freeze(String dpo, String part) {
    String proposed = api.ok(ANALYST, "POST " + PART + "/proposal", how(), ref, part).get("seen");
    api.ok(dpo, "POST " + PART + "/approval", ApiCase.seen(proposed), ref, part);
  }

  private static String how() {
    return "{\"method\":\"Croisement des journaux\",\"residualUnknown\":\"Rien\"}";
  }
}
