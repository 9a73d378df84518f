package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class LogGuessTest {
  private static final ZoneId ZONE = ZoneId.of("Indian/Reunion");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String HEADING = "Horodatage;Utilisateur;IP;Action;IPP;Résultat;Libellé";
  private static final String ROW = "2025-09-04 23:14:07;éric;203.0.113.7;READ;A1;OK;\"x;\"\"y\"";

  private static LogGuess guess(byte[] file, LogShape known) {
    try (LogInput input = new LogInput(new ByteArrayInputStream(file), InputLimits.USUAL)) {
      return LogGuess.of(input, ZONE, known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LogGuess guess(String file) {
    return guess(Reading.utf8(file), null);
  }

  private static void assertRefused(byte[] file, String key, Object... arguments) {
    assertThatThrownBy(() -> guess(file, null))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.key()).isEqualTo(key);
              assertThat(refused.arguments()).containsExactly(arguments);
            });
  }

  @Test
  void rowsUnderHeadingsAreRecognisedInEveryCharset() {
    String file = HEADING + "\r\n" + (ROW + "\r\n").repeat(150);
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            WINDOWS,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      for (String mark : charset == WINDOWS ? List.of("") : List.of("", "\uFEFF")) {
        LogGuess guess = guess((mark + file).getBytes(charset), null);
        LogShape shape = guess.shape();
        assertThat(shape.format()).isEqualTo(LogFormat.CSV);
        assertThat(shape.charset()).isEqualTo(charset);
        assertThat(shape.separator()).isEqualTo(';');
        assertThat(shape.heading()).isTrue();
        assertThat(shape.timeFormat()).isEqualTo(TimeFormat.ISO);
        assertThat(shape.zone()).isEqualTo(ZONE);
        assertThat(shape.columns())
            .containsOnly(
                Map.entry(LogField.TIME, "Horodatage"),
                Map.entry(LogField.ACCOUNT, "Utilisateur"),
                Map.entry(LogField.ADDRESS, "IP"),
                Map.entry(LogField.ACTION, "Action"),
                Map.entry(LogField.PATIENT, "IPP"),
                Map.entry(LogField.RESULT, "Résultat"));
        assertThat(guess.heading()).containsExactly(HEADING.split(";"));
        assertThat(guess.rows()).hasSize(100);
        assertThat(guess.rows().get(0)).contains("éric", "x;\"y");
        Reading read = Reading.of((mark + file).getBytes(charset), shape, Watch.EVERYBODY);
        assertThat(read.events).hasSize(150);
      }
    }
  }

  @Test
  void quotedHeadingsBehindAByteOrderMarkAreRecognised() {
    String quoted = "\"" + HEADING.replace(";", "\";\"") + "\"";
    byte[] file = Reading.utf8("\uFEFF" + quoted + "\r\n" + (ROW + "\r\n").repeat(150));
    LogGuess guess = guess(file, null);
    assertThat(guess.shape().heading()).isTrue();
    assertThat(guess.shape().columns()).containsEntry(LogField.TIME, "Horodatage");
    assertThat(guess.heading()).containsExactly(HEADING.split(";"));
    assertThat(Reading.of(file, guess.shape(), Watch.EVERYBODY).events).hasSize(150);
  }

  @Test
  void everySeparatorAndEveryTimeIsRecognised() {
    Map<String, TimeFormat> times =
        Map.of(
            "2025-09-04T21:14:07.123Z", TimeFormat.ISO,
            "04/09/2025 21:14:07", TimeFormat.FRENCH,
            "04/09/2025 21:14", TimeFormat.FRENCH,
            "20250904211407", TimeFormat.COMPACT,
            "20250904211407+0200", TimeFormat.COMPACT,
            "1757020447", TimeFormat.EPOCH_SECONDS,
            "1757020447123", TimeFormat.EPOCH_MILLIS,
            "[04/Sep/2025:21:14:07 +0200]", TimeFormat.HTTP);
    times.forEach(
        (time, format) -> {
          for (String by : List.of(";", ",", "\t", "|")) {
            String row = String.join(by, "12", "1234567890", time, "m", "READ") + "\n";
            String file = String.join(by, "rows", "ipp", "time", "login", "action") + "\n";
            LogShape shape = guess(file + row + row).shape();
            assertThat(shape.separator()).isEqualTo(by.charAt(0));
            assertThat(shape.timeFormat()).isEqualTo(format);
            assertThat(shape.columns()).containsEntry(LogField.TIME, "time").hasSize(5);
          }
        });
  }

  @Test
  void aSingleRowUnderAHeadingIsEnough() {
    assertThat(guess(HEADING + "\n" + ROW).rows()).hasSize(1);
  }

  @Test
  void rowsWithoutHeadingsAreNamedByTheirPlace() {
    String row = "8;04/09/2025 21:14:07;martin;203.0.113.7;99700218896;CONSULTATION\n";
    LogGuess guess = guess(row.repeat(3));
    assertThat(guess.shape().heading()).isFalse();
    assertThat(guess.shape().columns())
        .containsOnly(
            Map.entry(LogField.TIME, "#2"),
            Map.entry(LogField.ADDRESS, "#4"),
            Map.entry(LogField.RPPS, "#5"),
            Map.entry(LogField.ACTION, "#6"));
    assertThat(guess.heading()).hasSize(6).containsOnly("");
    assertThat(guess.rows()).hasSize(3);
  }

  @Test
  void webServersAuditMessagesAndFhirAreRecognised() {
    String http = "1.1.1.1 - m [04/Sep/2025:23:14:07 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"\n";
    String atna =
        "<85>1 2025-09-04T21:14:07Z h a - - - <AuditMessage><EventIdentification"
            + " EventDateTime=\"2025-09-04T21:14:07Z\"/><ActiveParticipant UserID=\"m\"/>"
            + "</AuditMessage>\n";
    String fhir =
        "{\"resourceType\":\"AuditEvent\",\"recorded\":\"2025-09-04T21:14:07Z\","
            + "\"agent\":[{\"altId\":\"m\"}]}";
    String bundle =
        "{\n \"resourceType\": \"Bundle\",\n \"entry\": [{ \"resource\": " + fhir + " } ]\n}";
    Map<String, LogFormat> files =
        Map.of(
            http.repeat(2_000),
            LogFormat.HTTP_COMBINED,
            "\n" + http,
            LogFormat.HTTP_COMBINED,
            atna.repeat(2_000),
            LogFormat.ATNA,
            "<?xml version=\"1.0\"?>\n" + atna.substring(atna.indexOf("<Audit")),
            LogFormat.ATNA,
            (fhir + "\n").repeat(2_000),
            LogFormat.FHIR,
            bundle,
            LogFormat.FHIR);
    files.forEach(
        (file, format) -> {
          LogGuess guess = guess(file);
          assertThat(guess.shape().format()).isEqualTo(format);
          assertThat(guess.rows()).hasSizeBetween(1, 100);
          assertThat(guess.rows().get(0))
              .hasSameSizeAs(guess.heading())
              .startsWith("2025-09-04T21:14:07Z", "m");
        });
  }

  @Test
  void whatWasConfirmedBeforeIsKeptIfTheFileFits() {
    LogShape known =
        LogShape.of(LogFormat.CSV, ZoneId.of("Europe/Paris"))
            .rows(
                ';',
                true,
                Map.of(LogField.TIME, "Horodatage", LogField.SESSION, "Libellé"),
                TimeFormat.ISO)
            .words(Map.of("ZZ", AccessAction.EXPORT), Set.of("NON"), List.of(), "D");
    String file = HEADING + "\n" + ROW;
    assertThat(guess(Reading.utf8(file), known).shape()).isEqualTo(known);
    assertThat(guess(file.getBytes(WINDOWS), known).shape()).isEqualTo(known.in(WINDOWS));
    String other = file.replace("Libellé", "Note");
    assertThat(guess(Reading.utf8(other), known).shape().columns())
        .doesNotContainKey(LogField.SESSION)
        .containsKey(LogField.ACCOUNT);
  }

  @Test
  void whatIsNoLogIsToldByWhatItSeemsToBe() throws IOException {
    assertRefused(new byte[0], "accesslog.refused.emptyFile");
    assertRefused(Reading.utf8("%PDF-1.7 x"), "accesslog.refused.unknownFormat", "PDF");
    assertRefused(Reading.utf8("ElfFile\0x"), "accesslog.refused.unknownFormat", "EVTX");
    assertRefused(Reading.utf8("<!DOCTYPE html><p>"), "accesslog.refused.unknownFormat", "HTML");
    assertRefused(
        Reading.utf8("<Events><Event/></Events>"), "accesslog.refused.unknownFormat", "XML");
    assertRefused(Reading.utf8("{\"a\":1}\n{\"a\":2}"), "accesslog.refused.unknownFormat", "JSON");
    assertRefused(Reading.utf8("bonjour\nmonde"), "accesslog.refused.unknownText");
    assertRefused(Reading.utf8("nom;prenom\na;b\nc;d"), "accesslog.refused.unknownText");
    byte[] noise = new byte[5_000];
    new Random(3).nextBytes(noise);
    assertRefused(noise, "accesslog.refused.unknownBinary");
    ByteArrayOutputStream office = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(office)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(Reading.utf8("<Types/>"));
    }
    assertRefused(office.toByteArray(), "accesslog.refused.unknownFormat", "Office");
  }

  @Test
  void garbageIsRefusedAndNeverThrowsAnythingElse() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] noise = new byte[random.nextInt(3_000)];
      random.nextBytes(noise);
      for (int i = 0; i < noise.length && seed % 2 == 0; i++) {
        noise[i] = (byte) "\";,|\n<>{}[]0123456789:-TZ ab".charAt((noise[i] & 0xFF) % 27);
      }
      try {
        guess(noise, null);
      } catch (RefusedException told) {
        assertThat(told.key()).startsWith("accesslog.refused.");
      }
    }
  }
}
