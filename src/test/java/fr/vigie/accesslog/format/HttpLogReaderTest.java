package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpLogReaderTest {
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.HTTP_COMBINED, ZoneId.of("Europe/Paris"))
          .words(
              Map.of(),
              Set.of(),
              List.of(
                  new PathRule("GET", "/patients/{ipp}/dossier*", AccessAction.VIEW),
                  new PathRule("GET", "/export?ids={ipp}&d={domain}", AccessAction.EXPORT),
                  new PathRule("GET", "/find?q={}&sid={session}*", AccessAction.LIST),
                  new PathRule("*", "/fhir/Patient?identifier={domain}|{ipp}", AccessAction.LIST),
                  new PathRule("POST", "/doc/{}-{ipp}.pdf", AccessAction.EXPORT)),
              "750712184");
  private static final String START = "203.0.113.7 - martin [04/Sep/2025:23:14:07 +0200] ";
  private static final String END = " 200 512 \"-\" \"Mozilla/5.0 (X11)\"\n";

  private static Reading.Seen only(String line) {
    Reading read = Reading.of(line, SHAPE);
    assertThat(read.rejected).isEmpty();
    assertThat(read.events).hasSize(1);
    return read.events.get(0);
  }

  private static Reading.Seen asked(String request) {
    return only(START + '"' + request + '"' + END);
  }

  @Test
  void aCombinedLineIsAnAccess() {
    Reading.Seen seen = asked("GET /patients/A1/dossier/page2?x=1 HTTP/1.1");
    assertThat(seen.at()).isEqualTo(Instant.parse("2025-09-04T21:14:07Z"));
    assertThat(seen.account()).isEqualTo("martin");
    assertThat(seen.address()).isEqualTo("203.0.113.7");
    assertThat(seen.session()).isEmpty();
    assertThat(seen.action()).isEqualTo(AccessAction.VIEW);
    assertThat(seen.outcome()).isEqualTo(AccessOutcome.SUCCESS);
    assertThat(seen.patients()).containsExactly(new PatientRef("A1", "750712184"));
    assertThat(seen.userAgent()).isEqualTo("Mozilla/5.0 (X11)");
    assertThat(seen.raw()).doesNotContain("\n");
  }

  @Test
  void aCommonLineIsReadTooAndAStatusOfFourHundredIsAFailure() {
    Reading.Seen seen = only(START + "\"GET /patients/A1/dossier HTTP/1.1\" 403 -\n");
    assertThat(seen.outcome()).isEqualTo(AccessOutcome.FAILURE);
    assertThat(seen.patients()).hasSize(1);
  }

  @Test
  void whoStandsBehindProxiesIsTheLastAddressThatIsNotPrivate() {
    String line = START + "\"GET /x HTTP/1.1\" 200 1 \"-\" \"a\" ";
    assertThat(only(line + "\"198.51.100.4\"").address()).isEqualTo("198.51.100.4");
    assertThat(only(line + "\"1.2.3.4, 198.51.100.4, 10.0.0.9\"").address())
        .isEqualTo("198.51.100.4");
    assertThat(only(line + "\"10.1.1.1, 172.20.0.9\"").address()).isEqualTo("10.1.1.1");
    assertThat(only(line + "\"-\"").address()).isEqualTo("203.0.113.7");
  }

  @Test
  void escapedQuotesDoNotEndARequest() {
    Reading.Seen seen = asked("GET /x?name=\\\"a\\\" HTTP/1.1");
    assertThat(seen.action()).isEqualTo(AccessAction.OTHER);
    assertThat(seen.patients()).isEmpty();
    assertThat(seen.object()).isEqualTo("/x?name=\"a\"");
  }

  @Test
  void pathsAreComparedByPartsAndQueriesByName() {
    assertThat(asked("GET /export?d=DOM&ids=A1,A2&ids=A%2F3 HTTP/2").patients())
        .containsExactly(
            new PatientRef("A1", "DOM"), new PatientRef("A2", "DOM"), new PatientRef("A/3", "DOM"));
    assertThat(asked("GET /export?ids=A1 HTTP/2").action()).isEqualTo(AccessAction.OTHER);
    assertThat(asked("GET /export?ids=A1&d=D&z=1 HTTP/2").action()).isEqualTo(AccessAction.OTHER);
    assertThat(asked("GET /find?sid=S%201&q=dupont&page=2 HTTP/2").session()).isEqualTo("S 1");
    assertThat(asked("GET /fhir/Patient?identifier=urn:oid:1.2.3%7C77 HTTP/1.1").patients())
        .containsExactly(new PatientRef("77", "1.2.3"));
    assertThat(asked("POST http://h.example.org/doc/cr-A-9.pdf HTTP/1.1").patients())
        .containsExactly(new PatientRef("A-9", "750712184"));
    assertThat(asked("GET /patients//dossier HTTP/1.1").patients()).isEmpty();
    assertThat(asked("GET /autre/patients/A1/dossier HTTP/1.1").patients()).isEmpty();
  }

  @Test
  void aRequestThatIsNoneIsAnAccessThatShowsNothing() {
    assertThat(asked("-").action()).isEqualTo(AccessAction.OTHER);
    assertThat(asked("\\x16\\x03\\x01").action()).isEqualTo(AccessAction.OTHER);
  }

  @Test
  void aNameMayHaveBlanksAndForeignLetters() {
    String line = "10.0.0.1 - %s [04/Sep/2025:23:14:07 +0200] \"GET / HTTP/1.1\" 200 1\n";
    assertThat(only(line.formatted("jean dupont [x]")).account()).isEqualTo("jean dupont [x]");
    assertThat(only(line.formatted("\\xc3\\x89ric")).account()).isEqualTo("Éric");
    assertThat(only(line.formatted("-")).account()).isEmpty();
    assertThat(only(line.formatted("\"\"")).account()).isEmpty();
  }

  @Test
  void everyLineThatIsNoneIsRejectedWithItsReason() {
    String file =
        START
            + "\"GET / HTTP/1.1\""
            + END
            + "bonjour\n"
            + START
            + "\"GET /"
            + "\n\n"
            + START.replace("04/Sep", "34/Sep")
            + "\"GET / HTTP/1.1\""
            + END
            + "203.0.113.7 - martin [30/Mar/2025:02:30:00] \"GET / HTTP/1.1\" 200 1\n"
            + START
            + "\"GET / HTTP/1.1\" - 1\n"
            + "x".repeat(3 << 20)
            + "\n"
            + START
            + "\"GET / HTTP/1.1\" 200 1";
    Reading read = Reading.of(file, SHAPE);
    assertThat(read.lines()).containsExactly(1L, 9L);
    assertThat(read.rejected)
        .extracting(Rejected::line, Rejected::reason)
        .containsExactly(
            tuple(2L, RejectReason.SHAPE),
            tuple(3L, RejectReason.QUOTE),
            tuple(5L, RejectReason.TIME),
            tuple(6L, RejectReason.TIME_LEFT_OUT),
            tuple(7L, RejectReason.SHAPE),
            tuple(8L, RejectReason.TOO_LONG));
  }

  @Test
  void onlyWhoIsLookedForMakesAnEvent() {
    String request = "\"GET /find?q=x&sid=%s HTTP/1.1\" 200 1 \"-\" \"martin\"\n";
    String file =
        START
            + request.formatted("s1")
            + START.replace("martin", "MARTIN.B")
            + request.formatted("s1")
            + START.replace("martin", "autre")
            + request.formatted("%41bc")
            + START.replace("martin", "\\xc3\\x89ric")
            + request.formatted("s1")
            + START.replace("martin", "x").replace("203.0", "198.0")
            + request.formatted("s1");
    Watch watch = Watch.of(Set.of("martin.b", "éric"), Set.of("198.0.113.7"), Set.of("abc"));
    Reading read = Reading.of(Reading.utf8(file), SHAPE, watch);
    assertThat(read.lines()).containsExactly(2L, 3L, 4L, 5L);
    assertThat(read.passed).isEqualTo(1);
  }
}
