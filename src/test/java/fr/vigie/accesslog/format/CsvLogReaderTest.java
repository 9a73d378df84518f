package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.vigie.platform.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvLogReaderTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String HEADING = "timestamp;login;ip;action;ipp;result;rows\n";
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.CSV, PARIS)
          .rows(
              ';',
              true,
              Map.of(
                  LogField.TIME, "timestamp",
                  LogField.ACCOUNT, "login",
                  LogField.ADDRESS, "ip",
                  LogField.ACTION, "action",
                  LogField.PATIENT, "ipp",
                  LogField.RESULT, "result",
                  LogField.ROWS, "rows"),
              TimeFormat.ISO);

  @Test
  void aLineIsAnAccessWithItsPlace() {
    Reading read =
        Reading.of(HEADING + "2025-09-04 23:14:07;Martin;203.0.113.7;READ;A1;OK;\n", SHAPE);
    assertThat(read.events).hasSize(1);
    Reading.Seen seen = read.events.get(0);
    assertThat(seen.line()).isEqualTo(2);
    assertThat(seen.offset()).isEqualTo(HEADING.length());
    assertThat(seen.raw()).isEqualTo("2025-09-04 23:14:07;Martin;203.0.113.7;READ;A1;OK;");
    assertThat(seen.at()).isEqualTo(Instant.parse("2025-09-04T21:14:07Z"));
    assertThat(seen.action()).isEqualTo(AccessAction.VIEW);
    assertThat(seen.outcome()).isEqualTo(AccessOutcome.SUCCESS);
    assertThat(seen.rows()).isNull();
    assertThat(seen.patients()).containsExactly(new PatientRef("A1", ""));
  }

  @Test
  void columnsAreFoundByTheirHeadingInWhateverOrder() {
    Reading read =
        Reading.of(
            "ipp;x;rows;login;result;ip;action;timestamp\nA1;;12;m;KO;1.2.3.4;search;2025-09-04T21:14:07Z",
            SHAPE);
    assertThat(read.events.get(0).outcome()).isEqualTo(AccessOutcome.FAILURE);
    assertThat(read.events.get(0).rows()).isEqualTo(12);
  }

  @Test
  void everyLineIsReadPassedOrRejectedWithItsReason() {
    String file =
        HEADING
            + "2025-09-04T21:14:07Z;m;;READ;A1;OK;\n" // 2
            + "2025-09-04T21:14:08Z;m;;READ\n" // 3, too few
            + "hier;m;;READ;A1;OK;\n" // 4, no time
            + "\n" // 5, nothing
            + "2025-09-04T21:14:09Z;\"m;;READ;A1;OK;\n" // 6, never closed
            + "2025-09-04T21:14:10Z;m;;READ;\"A\n2\";OK;\n" // 7 and 8
            + "2025-09-04T21:14:11Z;\"m\"x;;READ;A1;OK;\n" // 9, text after the quote
            + "2025-03-30T02:30:00;m;;READ;A1;OK;\n" // 10, left out
            + "2025-09-04T21:14:12Z;m;;READ;A3;OK;"; // 11, without an end
    Reading read = Reading.of(file, SHAPE);
    assertThat(read.lines()).containsExactly(2L, 7L, 11L);
    assertThat(read.rejected)
        .extracting(Rejected::line, Rejected::reason)
        .containsExactly(
            tuple(3L, RejectReason.COLUMNS),
            tuple(4L, RejectReason.TIME),
            tuple(6L, RejectReason.QUOTE),
            tuple(9L, RejectReason.QUOTE),
            tuple(10L, RejectReason.TIME_LEFT_OUT));
    assertThat(read.events.get(1).patients().get(0).id()).isEqualTo("A\n2");
  }

  @Test
  void aLineLongerThanALineMayBeCostsOnlyItself() {
    String file =
        HEADING
            + "x".repeat(5 << 20)
            + "\n2025-09-04T21:14:07Z;m;;READ;A1;OK;\n2025-09-04T21:14:07Z;\"m;;READ;A1;OK;\n"
            + "2025-09-04T21:14:07Z;m;;READ;A1;OK;\n".repeat(200_000);
    Reading read = Reading.of(file, SHAPE);
    assertThat(read.rejected)
        .extracting(Rejected::line, Rejected::reason)
        .containsExactly(tuple(2L, RejectReason.TOO_LONG), tuple(4L, RejectReason.QUOTE));
    assertThat(read.events).hasSize(200_001);
    assertThat(read.events.get(200_000).line()).isEqualTo(200_004);
  }

  @Test
  void aQuoteThatNeverRestsCostsEachLineAShortLookOnly() {
    int lines = 400_000;
    Reading read = Reading.of(HEADING + "x\";\"\n".repeat(lines), SHAPE);
    assertThat(read.rejected)
        .hasSize(lines)
        .allMatch(rejected -> rejected.reason() == RejectReason.QUOTE);
    assertThat(read.rejected.get(lines - 1).line()).isEqualTo(lines + 1);
  }

  @Test
  void aRowMayHoldAsManyLineEndsAsARowMay() {
    String most = "\n".repeat(RowCutter.BREAKS_MOST / 2);
    String row = "2025-09-04T21:14:07Z;\"m" + most + "\";;READ;\"A1" + most;
    Reading read = Reading.of(HEADING + row + "\";OK;\n" + row + "\n\";OK;\n", SHAPE);
    assertThat(read.lines()).containsExactly(2L);
    assertThat(read.rejected.get(0).line()).isEqualTo(203);
    assertThat(read.rejected.get(0).reason()).isEqualTo(RejectReason.QUOTE);
  }

  @Test
  void aLineThatNamesMorePatientsThanALineMayIsRejectedWithItsPlace() {
    StringBuilder most = new StringBuilder("2025-09-04T21:14:07Z;m;;READ;P0");
    for (int i = 1; i < AccessEvent.PATIENTS_MAX; i++) {
      most.append("|P").append(i);
    }
    String file = HEADING + most + "|P0;OK;\n" + most + "|Q;OK;\n";
    Watch martin = Watch.of(Set.of("m"), Set.of(), Set.of());
    for (Watch watch : List.of(Watch.EVERYBODY, martin)) {
      Reading read = Reading.of(Reading.utf8(file), SHAPE, watch);
      assertThat(read.lines()).containsExactly(2L);
      assertThat(read.events.get(0).patients()).hasSize(AccessEvent.PATIENTS_MAX);
      assertThat(read.rejected)
          .extracting(Rejected::line, Rejected::reason, Rejected::concerned)
          .containsExactly(tuple(3L, RejectReason.TOO_LONG, true));
    }
  }

  @Test
  void onlyWhoIsLookedForMakesAnEvent() {
    String file =
        HEADING
            + "2025-09-04T21:14:07Z;MARTIN.A;10.0.0.1;READ;A1;OK;\n"
            + "2025-09-04T21:14:07Z;martin;10.0.0.1;READ;A1;OK;\n"
            + "2025-09-04T21:14:07Z;\" martin.a \";10.0.0.1;READ;A1;OK;\n"
            + "2025-09-04T21:14:07Z;autre;203.0.113.7;READ;A1;OK;\n"
            + "faux;martin.a;203.0.113.7;READ;A1;OK;\n"
            + "faux;autre;10.0.0.1;READ;A1;OK;\n";
    Reading read =
        Reading.of(
            Reading.utf8(file),
            SHAPE,
            Watch.of(Set.of("martin.a"), Set.of("203.0.113.7"), Set.of()));
    assertThat(read.lines()).containsExactly(2L, 4L, 5L);
    assertThat(read.passed).isEqualTo(1);
    assertThat(read.rejected).extracting(Rejected::concerned).containsExactly(true, false);
  }

  @Test
  void anAccentDoesNotHideALogin() {
    String file = HEADING + "2025-09-04T21:14:07Z;ÉRIC;;READ;A1;OK;\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
      Reading read =
          Reading.of(
              file.getBytes(charset),
              SHAPE.in(charset),
              Watch.of(Set.of("éric"), Set.of(), Set.of()));
      assertThat(read.lines()).containsExactly(2L);
    }
  }

  @Test
  void whoeverIsFoundInATextIsFoundInItsBytes() {
    String before = "2025-09-04T21:14:07Z;";
    String behind = ";;READ;A1;OK;\n";
    List<String> cells =
        List.of(
            "\"a\"\"b\"",
            "\"\"\"Quoted\"\"\"",
            "\u212Arik", // KELVIN SIGN
            "eri\u212A",
            "a\u212Aa",
            "\u2003erik\u2003",
            "\"\u2003ERIK\"",
            "a?b",
            "a\"\"b",
            "autre");
    String file = HEADING + before + String.join(behind + before, cells) + behind;
    Set<String> sought = Set.of("a\"b", "\"quoted\"", "krik", "erik", "aka", "a\u4E00b");
    Reading read = Reading.of(Reading.utf8(file), SHAPE, Watch.of(sought, Set.of(), Set.of()));
    assertThat(read.lines()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    Charset windows = Charset.forName("windows-1252");
    read =
        Reading.of(file.getBytes(windows), SHAPE.in(windows), Watch.of(sought, Set.of(), Set.of()));
    assertThat(read.lines()).containsExactly(2L, 3L); // "a?b" is not the one it cannot write
  }

  @Test
  void aSignThatBecomesALetterOfALoginDoesNotHideItInALineOfAServer() {
    String line = "1.1.1.1 - eri\u212A [04/Sep/2025:23:14:07 +0200] \"GET / HTTP/1.1\" 200 1\n";
    Reading read =
        Reading.of(
            Reading.utf8(line),
            LogShape.of(LogFormat.HTTP_COMBINED, PARIS),
            Watch.of(Set.of("erik"), Set.of(), Set.of()));
    assertThat(read.lines()).containsExactly(1L);
  }

  @Test
  void utf16IsReadLikeTheOthers() {
    String file = "\uFEFF" + HEADING + "2025-09-04T21:14:07Z;é😀;;READ;A1;OK;\n".repeat(20_000);
    Reading read = Reading.of(file, SHAPE.in(StandardCharsets.UTF_16LE));
    assertThat(read.events).hasSize(20_000).allMatch(seen -> seen.account().equals("é😀"));
  }

  @Test
  void aByteOrderMarkIsPartOfNoCell() {
    String quoted = "\uFEFF\"" + HEADING.strip().replace(";", "\";\"") + "\"\r\n";
    String line = "\"m\";\"2025-09-04T21:14:07Z\"\r\n";
    String row = "2025-09-04T21:14:07Z;m;;READ;A1;OK;\n";
    LogShape bare =
        SHAPE.rows(';', false, Map.of(LogField.ACCOUNT, "#1", LogField.TIME, "#2"), TimeFormat.ISO);
    Watch martin = Watch.of(Set.of("m"), Set.of(), Set.of());
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      Reading read = Reading.of((quoted + row).getBytes(charset), SHAPE.in(charset), martin);
      assertThat(read.lines()).containsExactly(2L);
      assertThat(read.events.get(0).offset()).isEqualTo(Reading.utf8(quoted).length);
      String first = "\uFEFF" + line + line;
      read = Reading.of(first.getBytes(charset), bare.in(charset), martin);
      assertThat(read.lines()).containsExactly(1L, 2L);
      assertThat(read.events)
          .extracting(Reading.Seen::offset)
          .containsExactly(3L, 3L + line.length());
    }
    assertThat(Reading.of("\uFEFF", bare).rejected).isEmpty();
  }

  @Test
  void theClockOfTheSourceIsPutRight() {
    Reading read =
        Reading.of(
            HEADING + "2025-09-04T21:14:07Z;m;;READ;A1;OK;\n",
            SHAPE.clock(PARIS, Duration.ofSeconds(-90)));
    assertThat(read.events.get(0).at()).isEqualTo(Instant.parse("2025-09-04T21:12:37Z"));
  }

  @Test
  void aNumberTooGreatForATimeIsNoneAndDoesNotComeRoundToOne() {
    LogShape seconds = SHAPE.rows(';', true, SHAPE.columns(), TimeFormat.EPOCH_SECONDS);
    LogShape millis = SHAPE.rows(';', true, SHAPE.columns(), TimeFormat.EPOCH_MILLIS);
    String rest = ";m;;READ;A1;OK;\n";
    Reading read = Reading.of(HEADING + "18446744073710" + rest + "1757020447" + rest, seconds);
    assertThat(read.rejected)
        .extracting(Rejected::line, Rejected::reason)
        .containsExactly(tuple(2L, RejectReason.TIME));
    assertThat(read.events.get(0).at()).isEqualTo("2025-09-04T21:14:07Z");
    read = Reading.of(HEADING + "9223372036854776" + rest + "1757020447000" + rest, millis);
    assertThat(read.rejected).extracting(Rejected::line).containsExactly(2L);
    assertThat(read.events.get(0).at()).isEqualTo("2025-09-04T21:14:07Z");
  }

  @Test
  void aSearchWithMoreResultsThanCanBeTellsNoNumber() {
    String line = "2025-09-04T21:14:07Z;m;;SEARCH;A1;OK;";
    Reading read = Reading.of(HEADING + line + "1000000000\n" + line + "999999999999999\n", SHAPE);
    assertThat(read.events).extracting(Reading.Seen::rows).containsExactly(1_000_000_000L, null);
  }

  @Test
  void octobersDoubleHourIsSettledByTheOrderOfTheFile() {
    String file =
        HEADING
            + "2025-10-26T01:59:00;m;;READ;A1;OK;\n"
            + "2025-10-26T02:30:00;m;;READ;A1;OK;\n"
            + "2025-10-26T02:59:00;m;;READ;A1;OK;\n"
            + "2025-10-26T02:10:00;m;;READ;A1;OK;\n"
            + "2025-10-26T02:40:00;m;;READ;A1;OK;\n"
            + "2025-10-26T03:00:00;m;;READ;A1;OK;\n";
    Reading read = Reading.of(file, SHAPE);
    assertThat(read.events)
        .extracting(Reading.Seen::at)
        .containsExactly(
            Instant.parse("2025-10-25T23:59:00Z"),
            Instant.parse("2025-10-26T00:30:00Z"),
            Instant.parse("2025-10-26T00:59:00Z"),
            Instant.parse("2025-10-26T01:10:00Z"),
            Instant.parse("2025-10-26T01:40:00Z"),
            Instant.parse("2025-10-26T02:00:00Z"));
    assertThat(read.events)
        .extracting(Reading.Seen::doubtful)
        .containsExactly(false, true, true, false, false, false);
  }

  @Test
  void aMissingColumnIsToldByItsName() {
    assertThatThrownBy(() -> Reading.of("timestamp;login\n", SHAPE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.key()).isEqualTo("accesslog.refused.noColumn"));
  }
}
