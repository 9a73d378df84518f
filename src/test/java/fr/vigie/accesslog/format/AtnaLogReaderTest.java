package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AtnaLogReaderTest {
  private static final LogShape SHAPE = LogShape.of(LogFormat.ATNA, ZoneId.of("Europe/Paris"));
  private static final String WHO =
      "<ActiveParticipant UserID=\"899700218896\" UserIsRequestor=\"true\""
          + " NetworkAccessPointID=\"203.0.113.7\" NetworkAccessPointTypeCode=\"2\"/>";
  private static final String MESSAGE = message("110110", "R", "", WHO, patient("12345"));

  private static String message(String id, String acted, String type, String who, String what) {
    return "<AuditMessage><EventIdentification EventActionCode=\""
        + acted
        + "\" EventDateTime=\"2025-09-04T21:14:07Z\" EventOutcomeIndicator=\"0\">"
        + "<EventID csd-code=\""
        + id
        + "\" codeSystemName=\"DCM\" originalText=\"x\"/>"
        + (type.isEmpty() ? "" : "<EventTypeCode csd-code=\"" + type + "\"/>")
        + "</EventIdentification>"
        + who
        + "<AuditSourceIdentification AuditSourceID=\"identito\" AuditEnterpriseSiteID=\"demo\"/>"
        + what
        + "</AuditMessage>";
  }

  private static String patient(String id) {
    return "<ParticipantObjectIdentification ParticipantObjectTypeCode=\"1\""
        + " ParticipantObjectTypeCodeRole=\"1\" ParticipantObjectID=\""
        + id
        + "^^^&amp;1.2.3.4&amp;ISO\"><ParticipantObjectIDTypeCode csd-code=\"2\"/>"
        + "</ParticipantObjectIdentification>";
  }

  private static Reading.Seen only(String text) {
    Reading read = Reading.of(text, SHAPE);
    assertThat(read.rejected).isEmpty();
    assertThat(read.events).hasSize(1);
    return read.events.get(0);
  }

  @Test
  void aMessageIsAnAccess() {
    Reading.Seen seen = only(MESSAGE);
    assertThat(seen.at()).isEqualTo(Instant.parse("2025-09-04T21:14:07Z"));
    assertThat(seen.account()).isEqualTo("899700218896");
    assertThat(seen.rpps()).isEqualTo("99700218896");
    assertThat(seen.address()).isEqualTo("203.0.113.7");
    assertThat(seen.organisation()).isEqualTo("demo");
    assertThat(seen.action()).isEqualTo(AccessAction.VIEW);
    assertThat(seen.word()).isEqualTo("110110");
    assertThat(seen.outcome()).isEqualTo(AccessOutcome.SUCCESS);
    assertThat(seen.patients()).containsExactly(new PatientRef("12345", "1.2.3.4"));
    assertThat(seen.session()).isEmpty();
    assertThat(seen.raw()).isEqualTo(MESSAGE);
  }

  @Test
  void junkAndMessagesWithoutAnEndCostNoMoreThanTheirOwnLines() {
    int junk = 300_000;
    Reading read = Reading.of("x\n".repeat(junk) + MESSAGE, SHAPE);
    assertThat(read.rejected)
        .hasSize(junk)
        .allMatch(rejected -> rejected.reason() == RejectReason.SHAPE);
    assertThat(read.lines()).containsExactly(junk + 1L);
    read = Reading.of("<AuditMessage\n".repeat(junk) + MESSAGE, SHAPE);
    assertThat(read.rejected)
        .hasSize(junk)
        .allMatch(rejected -> rejected.reason() == RejectReason.SYNTAX);
    assertThat(read.lines()).containsExactly(junk + 1L);
    read = Reading.of("<AuditMessage>" + "&".repeat(900_000) + "</AuditMessage>", SHAPE);
    assertThat(read.rejected).extracting(Rejected::reason).containsExactly(RejectReason.SYNTAX);
  }

  @Test
  void theOlderDialectIsRead() {
    Reading.Seen seen = only(MESSAGE.replace("csd-code", "code"));
    assertThat(seen.action()).isEqualTo(AccessAction.VIEW);
    assertThat(seen.patients()).hasSize(1);
  }

  @Test
  void messagesMayFollowOneAnotherInEveryWay() {
    String declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    String syslog = "<85>1 2025-09-04T21:14:07Z host app 12 IHE+RFC-3881 - ";
    String counted = syslog + "\uFEFF" + declared + MESSAGE;
    String file =
        "\uFEFF"
            + declared
            + "\n"
            + MESSAGE
            + MESSAGE
            + declared
            + MESSAGE
            + "\n\n"
            + syslog
            + "\uFEFF"
            + MESSAGE
            + "\n"
            + Reading.utf8(counted).length
            + " "
            + counted
            + Reading.utf8(counted).length
            + " "
            + counted
            + "\r\n2025-09-04T23:14:07+02:00 host app: "
            + MESSAGE.replace(">", ">\n");
    Reading read = Reading.of(file, SHAPE);
    assertThat(read.rejected).isEmpty();
    assertThat(read.lines()).containsExactly(2L, 2L, 2L, 4L, 5L, 5L, 6L);
    byte[] bytes = Reading.utf8(file);
    for (Reading.Seen seen : read.events) {
      byte[] raw = Reading.utf8(seen.raw());
      assertThat(new String(bytes, (int) seen.offset(), raw.length, StandardCharsets.UTF_8))
          .isEqualTo(seen.raw())
          .startsWith("<AuditMessage");
    }
  }

  @Test
  void aBrokenMessageCostsItselfOnly() {
    String syslog = "<85>1 2025-09-04T21:14:07Z host app 12 x - ";
    String file =
        MESSAGE
            + "\n"
            + MESSAGE.replace("</AuditMessage>", "")
            + "\n"
            + MESSAGE.replace("/><Audit", "><Audit")
            + "\n"
            + "<!DOCTYPE AuditMessage [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + MESSAGE.replace("demo", "&x;")
            + "\n"
            + MESSAGE.replace("demo", "&x;")
            + "\nbonjour\n"
            + syslog
            + "user logged in\n"
            + (syslog.length() + 2)
            + " "
            + syslog
            + "no"
            + (syslog.length() + MESSAGE.length())
            + " "
            + syslog
            + MESSAGE
            + "\n"
            + MESSAGE.replace("EventDateTime=\"2025-09-04T21:14:07Z\"", "")
            + "\n"
            + MESSAGE.replace("2025-09-04T", "2025-13-04T")
            + "\n"
            + MESSAGE.replace("2025-09-04T21:14:07Z", "2025-03-30T02:14:07")
            + "\n"
            + MESSAGE.replace("demo", "d".repeat(5 << 20))
            + "\n"
            + MESSAGE
            + "\n"
            + MESSAGE.substring(0, 200);
    Reading read = Reading.of(file, SHAPE);
    assertThat(read.lines()).containsExactly(1L, 8L, 13L);
    assertThat(read.rejected)
        .extracting(Rejected::line, Rejected::reason)
        .containsExactly(
            tuple(2L, RejectReason.SYNTAX),
            tuple(3L, RejectReason.SYNTAX),
            tuple(4L, RejectReason.FORBIDDEN),
            tuple(5L, RejectReason.FORBIDDEN),
            tuple(6L, RejectReason.SHAPE),
            tuple(7L, RejectReason.SHAPE),
            tuple(8L, RejectReason.SHAPE),
            tuple(9L, RejectReason.INCOMPLETE),
            tuple(10L, RejectReason.TIME),
            tuple(11L, RejectReason.TIME_LEFT_OUT),
            tuple(12L, RejectReason.TOO_LONG),
            tuple(14L, RejectReason.SYNTAX));
  }

  @Test
  void thePersonWhoAskedIsTheAccount() {
    String machine =
        "<ActiveParticipant UserID=\"app\" UserIsRequestor=\"true\" NetworkAccessPointID=\"10.0.0.1\">"
            + "<RoleIDCode csd-code=\"110153\"/></ActiveParticipant>";
    String person =
        "<ActiveParticipant UserID=\"99700218896\" AlternativeUserID=\"martin\""
            + " UserIsRequestor=\"true\"/>";
    Reading.Seen seen = only(message("110112", "E", "ITI-18", machine + person, ""));
    assertThat(seen.account()).isEqualTo("martin");
    assertThat(seen.rpps()).isEqualTo("99700218896");
    assertThat(seen.address()).isEqualTo("10.0.0.1");
    String nobody = "<ActiveParticipant UserID=\"a\" UserIsRequestor=\"false\"/>";
    String xua =
        "<ActiveParticipant UserID=\"x&lt;durand@https://idp&gt;\" UserIsRequestor=\"true\"/>";
    assertThat(only(message("110112", "E", "", nobody, "")).account()).isEqualTo("a");
    assertThat(only(message("110112", "E", "", nobody + xua, "")).account()).isEqualTo("durand");
  }

  @Test
  void codesTellWhatWasDone() {
    assertThat(action("110106", "R", "ITI-43")).isEqualTo(AccessAction.EXPORT);
    assertThat(action("110112", "E", "ITI-47")).isEqualTo(AccessAction.LIST);
    assertThat(action("110112", "E", "ITI-78")).isEqualTo(AccessAction.LIST);
    assertThat(action("110110", "R", "")).isEqualTo(AccessAction.VIEW);
    assertThat(action("110110", "U", "")).isEqualTo(AccessAction.CHANGE);
    assertThat(action("110103", "R", "")).isEqualTo(AccessAction.VIEW);
    assertThat(action("110104", "R", "")).isEqualTo(AccessAction.EXPORT);
    assertThat(action("110114", "E", "110122")).isEqualTo(AccessAction.LOGIN);
    assertThat(action("110114", "E", "110123")).isEqualTo(AccessAction.LOGOUT);
    assertThat(action("110113", "E", "")).isEqualTo(AccessAction.OTHER);
    assertThat(action("999", "E", "")).isEqualTo(AccessAction.UNKNOWN);
  }

  private static AccessAction action(String id, String acted, String type) {
    return only(message(id, acted, type, WHO, "")).action();
  }

  @Test
  void theSourcesOwnMeaningsComeFirst() {
    LogShape own =
        SHAPE.words(
            Map.of("ITI-43", AccessAction.VIEW, "110110", AccessAction.OTHER),
            Set.of(),
            List.of(),
            "");
    assertThat(Reading.of(message("110106", "R", "ITI-43", WHO, ""), own).events.get(0).action())
        .isEqualTo(AccessAction.VIEW);
    assertThat(Reading.of(MESSAGE, own).events.get(0).action()).isEqualTo(AccessAction.OTHER);
  }

  @Test
  void severalPatientsAQueryAndASessionAreRead() {
    String query =
        "<ParticipantObjectIdentification ParticipantObjectTypeCode=\"2\""
            + " ParticipantObjectTypeCodeRole=\"24\" ParticipantObjectID=\"q1\">"
            + "<ParticipantObjectQuery>"
            + base64("name=dupont")
            + "</ParticipantObjectQuery><ParticipantObjectDetail type=\"sessionId\" value=\""
            + base64("S-42")
            + "\"/><ParticipantObjectDetail type=\"rows\" value=\""
            + base64("12")
            + "\"/></ParticipantObjectIdentification>";
    String file = message("110112", "E", "ITI-78", WHO, patient("A") + patient("B") + query);
    Reading.Seen seen = only(file);
    assertThat(seen.patients()).extracting(PatientRef::id).containsExactly("A", "B");
    assertThat(seen.object()).isEqualTo("name=dupont");
    assertThat(seen.session()).isEqualTo("S-42");
    assertThat(seen.rows()).isEqualTo(12);
    Watch watch = Watch.of(Set.of(), Set.of(), Set.of("s-42"));
    assertThat(Reading.of(Reading.utf8(file + MESSAGE), SHAPE, watch).events).hasSize(1);
  }

  @Test
  void anOutcomeAboveZeroIsAFailure() {
    for (String code : List.of("4", "8", "12")) {
      String failed = MESSAGE.replace("Indicator=\"0\"", "Indicator=\"" + code + '"');
      assertThat(only(failed).outcome()).isEqualTo(AccessOutcome.FAILURE);
    }
  }

  @Test
  void onlyWhoIsLookedForMakesAnEventHoweverTheNameIsWritten() {
    String file =
        MESSAGE
            + MESSAGE.replace("899700218896", "martin")
            + MESSAGE.replace("899700218896", "&#109;artin").replace("203.0.113.7", "1.1.1.1")
            + MESSAGE.replace("899700218896", "martin.b").replace("203.0.113.7", "1.1.1.1")
            + MESSAGE.replace("899700218896", "ÉRIC").replace("203.0.113.7", "1.1.1.1")
            + MESSAGE.replace("899700218896", "o&apos;neil").replace("203.0.113.7", "1.1.1.1")
            + MESSAGE.replace("899700218896", "x").replace("203.0.113.7", "1.1.1.1");
    Watch watch = Watch.of(Set.of("99700218896", "MARTIN", "éric", "o'neil"), Set.of(), Set.of());
    Reading read = Reading.of(Reading.utf8(file), SHAPE, watch);
    assertThat(read.events)
        .extracting(Reading.Seen::account)
        .containsExactly("899700218896", "martin", "martin", "ÉRIC", "o'neil");
    assertThat(read.passed).isEqualTo(2);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(Reading.utf8(text));
  }
}
