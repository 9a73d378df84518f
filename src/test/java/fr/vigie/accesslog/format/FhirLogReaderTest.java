package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FhirLogReaderTest {
  private static final LogShape SHAPE = LogShape.of(LogFormat.FHIR, ZoneId.of("Europe/Paris"));

  private static final String R4 =
      """
      {"resourceType":"AuditEvent","text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">{[</div>"},
      "type":{"system":"http://terminology.hl7.org/CodeSystem/audit-event-type","code":"rest"},
      "subtype":[{"system":"http://hl7.org/fhir/restful-interaction","code":"read"}],"action":"R",
      "recorded":"2025-09-04T23:14:07.5+02:00","outcome":"0",
      "agent":[{"who":{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"899700218896"}},
      "altId":"martin","requestor":true,"network":{"address":"203.0.113.7","type":"2"}}],
      "source":{"site":"demo","observer":{"display":"x"}},
      "entity":[{"what":{"identifier":{"system":"urn:oid:1.2.3.4","value":"12345"}},
      "role":{"code":"1"},"detail":[{"type":"sessionId","valueString":"S-42"},{"type":"rows","valueInteger":3}]}]}
      """
          .replace("\n", "");

  private static final String R5 =
      """
      {"resourceType":"AuditEvent","category":[{"coding":[{"code":"rest"}]}],
      "code":{"coding":[{"code":"search-type"}]},"action":"E","severity":"informational",
      "occurredDateTime":"2025-09-04T21:14:00Z","recorded":"2025-09-04T21:14:07Z",
      "outcome":{"code":{"system":"http://hl7.org/fhir/issue-severity","code":"error"}},
      "patient":{"reference":"http://example.org/fhir/Patient/77/_history/2"},
      "agent":[{"who":{"reference":"Device/app"},"requestor":true,"networkString":"10.0.0.1"},
      {"who":{"reference":"Practitioner/durand"},"requestor":true,"networkString":"198.51.100.4"}],
      "entity":[{"role":{"coding":[{"code":"24"}]},"query":"bmFtZT1kdXBvbnQ="}]}
      """
          .replace("\n", "");

  private static Reading.Seen only(String text) {
    Reading read = Reading.of(text, SHAPE);
    assertThat(read.rejected).isEmpty();
    assertThat(read.events).hasSize(1);
    return read.events.get(0);
  }

  private static String bundle(String... resources) {
    StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"");
    bundle.append(
        ",\"link\":[{\"relation\":\"self\",\"url\":\"http://x/AuditEvent?{\"}],\"entry\":[");
    for (String resource : resources) {
      bundle.append("{\"fullUrl\":\"urn:uuid:1\",\"resource\":").append(resource);
      bundle.append(",\"search\":{\"mode\":\"match\"}},");
    }
    bundle.setLength(bundle.length() - 1);
    return bundle.append("]}").toString();
  }

  private static String pretty(String json) {
    JsonWriterFactory factory =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    StringWriter out = new StringWriter();
    factory.createWriter(out).write(Json.createReader(new StringReader(json)).read());
    return out.toString();
  }

  @Test
  void anEventOfR4IsAnAccess() {
    Reading.Seen seen = only(R4);
    assertThat(seen.at()).isEqualTo(Instant.parse("2025-09-04T21:14:07.5Z"));
    assertThat(seen.account()).isEqualTo("martin");
    assertThat(seen.rpps()).isEqualTo("99700218896");
    assertThat(seen.address()).isEqualTo("203.0.113.7");
    assertThat(seen.organisation()).isEqualTo("demo");
    assertThat(seen.session()).isEqualTo("S-42");
    assertThat(seen.rows()).isEqualTo(3);
    assertThat(seen.action()).isEqualTo(AccessAction.VIEW);
    assertThat(seen.word()).isEqualTo("read");
    assertThat(seen.outcome()).isEqualTo(AccessOutcome.SUCCESS);
    assertThat(seen.patients()).containsExactly(new PatientRef("12345", "1.2.3.4"));
    assertThat(seen.raw()).isEqualTo(R4);
  }

  @Test
  void anEventOfR5IsAnAccess() {
    Reading.Seen seen = only(R5);
    assertThat(seen.at()).isEqualTo(Instant.parse("2025-09-04T21:14:00Z"));
    assertThat(seen.account()).isEqualTo("durand");
    assertThat(seen.address()).isEqualTo("198.51.100.4");
    assertThat(seen.action()).isEqualTo(AccessAction.LIST);
    assertThat(seen.outcome()).isEqualTo(AccessOutcome.FAILURE);
    assertThat(seen.object()).isEqualTo("name=dupont");
    assertThat(seen.patients()).containsExactly(new PatientRef("77", ""));
  }

  @Test
  void resourcesComeOneALineInBundlesOrOneBehindAnother() {
    String file =
        R4
            + "\n"
            + R5
            + "\r\n"
            + R4
            + R4
            + bundle(R4, R5)
            + "\n"
            + bundle(R5)
            + "["
            + R4
            + ",\n"
            + R4
            + "]\n"
            + pretty(bundle(R4, R4))
            + "\n"
            + pretty(R5)
            + "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
    Reading read = Reading.of("\uFEFF" + file, SHAPE);
    assertThat(read.rejected).isEmpty();
    assertThat(read.events).hasSize(12);
    assertThat(read.lines().subList(0, 9)).containsExactly(1L, 2L, 3L, 3L, 3L, 3L, 4L, 4L, 5L);
    byte[] bytes = Reading.utf8("\uFEFF" + file);
    for (Reading.Seen seen : read.events) {
      int length = Reading.utf8(seen.raw()).length;
      assertThat(new String(bytes, (int) seen.offset(), length, StandardCharsets.UTF_8))
          .isEqualTo(seen.raw())
          .startsWith("{")
          .endsWith("}");
    }
  }

  @Test
  void aBrokenResourceCostsItselfOnly() {
    String file =
        R4
            + "\n" // 1
            + R4.substring(0, R4.length() - 1)
            + "\n" // 2, not closed
            + R4.replace("\"demo\"", "\"demo")
            + "\n" // 3, a text not closed
            + R4.replace("\"R\",", "R,")
            + "\n" // 4
            + "bonjour\n" // 5
            + "{\"resourceType\":\"Patient\"}\n" // 6
            + R4.replace("recorded", "noted")
            + "\n" // 7
            + R4.replace("2025-09-04T23", "2025-09-04T33")
            + "\n" // 8
            + R4.replace("2025-09-04T23:14:07.5+02:00", "2025-03-30T02:30:00")
            + "\n" // 9
            + R4.replace("demo", "d".repeat(5 << 20))
            + "\n" // 10
            + R4.replace("demo", "[{".repeat(20))
            + "\n" // 11, in a text
            + R4.replace("\"demo\"", "[".repeat(90) + "]".repeat(90))
            + "\n" // 12
            + R4
            + "\n" // 13
            + R4.substring(0, 300); // 14
    Reading read = Reading.of(file, SHAPE);
    assertThat(read.lines()).containsExactly(1L, 11L, 13L);
    assertThat(read.rejected)
        .extracting(Rejected::line, Rejected::reason)
        .containsExactly(
            tuple(2L, RejectReason.SYNTAX),
            tuple(3L, RejectReason.SYNTAX),
            tuple(4L, RejectReason.SYNTAX),
            tuple(5L, RejectReason.SHAPE),
            tuple(6L, RejectReason.SHAPE),
            tuple(7L, RejectReason.INCOMPLETE),
            tuple(8L, RejectReason.TIME),
            tuple(9L, RejectReason.TIME_LEFT_OUT),
            tuple(10L, RejectReason.TOO_LONG),
            tuple(12L, RejectReason.SYNTAX),
            tuple(14L, RejectReason.SYNTAX));
  }

  @Test
  void aBrokenResourceInABundleCostsItselfOnly() {
    String open = R4.substring(0, R4.length() - 30);
    String unquoted = R4.replace("\"demo\"", "\"demo");
    String large = R4.replace("demo", "d".repeat(5 << 20));
    for (String broken : List.of(open, unquoted, large, R4.replace("\"R\",", "R,"))) {
      String bundle = bundle(R5, broken, R5, R5).replace(",\"search\":{\"mode\":\"match\"}", "");
      Reading read = Reading.of(bundle + "\n" + R4, SHAPE);
      assertThat(read.rejected).extracting(Rejected::line).containsExactly(1L);
      assertThat(read.events).hasSize(4);
      String lines = bundle.replace("{\"fullUrl", "\n{\"fullUrl");
      read = Reading.of(lines, SHAPE);
      assertThat(read.rejected).extracting(Rejected::line).containsExactly(3L);
      assertThat(read.lines()).containsExactly(2L, 4L, 5L);
    }
  }

  @Test
  void aBundleThatIsCutSaysSo() {
    String bundle = bundle(R4, R4);
    Reading read = Reading.of(bundle.substring(0, bundle.length() - 1), SHAPE);
    assertThat(read.events).hasSize(2);
    assertThat(read.rejected).extracting(Rejected::reason).containsExactly(RejectReason.SYNTAX);
  }

  @Test
  void interactionsAndOutcomesAreUnderstood() {
    assertThat(action("vread", "R")).isEqualTo(AccessAction.VIEW);
    assertThat(action("search-type", "E")).isEqualTo(AccessAction.LIST);
    assertThat(action("search", "E")).isEqualTo(AccessAction.LIST);
    assertThat(action("update", "U")).isEqualTo(AccessAction.CHANGE);
    assertThat(action("export", "E")).isEqualTo(AccessAction.EXPORT);
    assertThat(action("ITI-78", "E")).isEqualTo(AccessAction.LIST);
    assertThat(action("operation", "R")).isEqualTo(AccessAction.VIEW);
    assertThat(action("110122", "E")).isEqualTo(AccessAction.LOGIN);
    for (String code : List.of("4", "8", "12")) {
      String failed = R4.replace("\"outcome\":\"0\"", "\"outcome\":\"" + code + '"');
      assertThat(only(failed).outcome()).isEqualTo(AccessOutcome.FAILURE);
    }
    String fine = R5.replace("\"error\"", "\"success\"");
    assertThat(only(fine).outcome()).isEqualTo(AccessOutcome.SUCCESS);
  }

  private static AccessAction action(String subtype, String acted) {
    String event =
        R4.replace("\"code\":\"read\"", "\"code\":\"" + subtype + '"')
            .replace("\"action\":\"R\"", "\"action\":\"" + acted + '"');
    return only(event).action();
  }

  @Test
  void patientsAreFoundByReferenceIdentifierAndRole() {
    String entities =
        R4.replace(
            "\"entity\":[",
            "\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\",\"identifier\":"
                + "[{\"system\":\"urn:oid:9.9\",\"value\":\"C1\"}]}],"
                + "\"entity\":[{\"what\":{\"reference\":\"Patient/5\"}},"
                + "{\"what\":{\"reference\":\"#p\"},\"role\":{\"code\":\"1\"}},"
                + "{\"what\":{\"reference\":\"DocumentReference/8\"}},");
    LogShape shape = SHAPE.words(Map.of(), Set.of(), List.of(), "750712184");
    assertThat(Reading.of(entities, shape).events.get(0).patients())
        .containsExactly(
            new PatientRef("5", "750712184"),
            new PatientRef("C1", "9.9"),
            new PatientRef("12345", "1.2.3.4"));
  }

  @Test
  void onlyWhoIsLookedForMakesAnEventHoweverTheNameIsWritten() {
    String file =
        R4.replace("martin", "MARTIN")
            + "\n"
            + R4.replace("martin", "\\u006dartin")
            + "\n"
            + R4.replace("martin", "martin.b")
            + "\n"
            + R4.replace("martin", "ÉRIC")
            + "\n"
            + R5
            + "\n"
            + R5.replace("198.51.100.4", "198.51.100.44")
            + "\n"
            + R4.replace("martin", "x")
                .replace("valueString\":\"S-42", "valueBase64Binary\":\"UzQz")
            + "\n"
            + R4.replace("martin", "x").replace("recorded", "noted");
    Watch watch = Watch.of(Set.of("martin", "éric"), Set.of("198.51.100.4"), Set.of("s43"));
    Reading read = Reading.of(Reading.utf8(file), SHAPE, watch);
    assertThat(read.lines()).containsExactly(1L, 2L, 4L, 5L, 7L);
    assertThat(read.passed).isEqualTo(2);
    assertThat(read.rejected).extracting(Rejected::concerned).containsExactly(false);
  }
}
