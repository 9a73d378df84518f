package fr.vigie.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalEntryTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05/09/2025 14:20",
        "5/9/2025 14h20",
        "05/09/2025 14 h 20",
        "05/09/2025 14H20",
        "  05/09/2025   14:20 ",
        "05/09/2025 14\u202fh\u202f20",
        "05/09/2025\u00a014:20",
        "05.09.2025 14:20",
        "05-09-2025, 14:20",
        "2025-09-05T14:20",
        "2025-09-05 14:20",
        "2025-09-05T14:20:00",
        "2025-09-05T14:20:00.000",
        "2025-09-05T12:20:00Z",
        "2025-09-05T14:20+02:00",
        "2025-09-05T16:20+0400",
        "05/09/2025 14:20 +02:00"
      })
  void theUsualWritingsGiveTheSameInstant(String typed) {
    assertThat(LocalEntry.parse(typed, PARIS))
        .isEqualTo(new LocalEntry.Exact(Instant.parse("2025-09-05T12:20:00Z")));
  }

  @Test
  void anHourWithoutMinutesIsTheFullHour() {
    assertThat(LocalEntry.parse("05/09/2025 14 h", PARIS))
        .isEqualTo(new LocalEntry.Exact(Instant.parse("2025-09-05T12:00:00Z")));
  }

  @Test
  void theZoneDecides() {
    assertThat(LocalEntry.parse("10/11/2026 08:30", ZoneId.of("Indian/Reunion")))
        .isEqualTo(new LocalEntry.Exact(Instant.parse("2026-11-10T04:30:00Z")));
  }

  @Test
  void halfPastTwoOnTheAutumnChangeAsksWhich() {
    assertThat(LocalEntry.parse("25/10/2026 02:30", PARIS))
        .isEqualTo(
            new LocalEntry.Ambiguous(
                LocalDateTime.parse("2026-10-25T02:30"),
                OffsetDateTime.parse("2026-10-25T02:30+02:00"),
                OffsetDateTime.parse("2026-10-25T02:30+01:00")));
  }

  @ParameterizedTest
  @CsvSource({
    "25/10/2026 02:00, true",
    "25/10/2026 02:59:59, true",
    "25/10/2026 03:00, false",
    "25/10/2026 01:59, false"
  })
  void onlyTheRepeatedHourIsAmbiguous(String typed, boolean ambiguous) {
    assertThat(LocalEntry.parse(typed, PARIS) instanceof LocalEntry.Ambiguous).isEqualTo(ambiguous);
  }

  @ParameterizedTest
  @CsvSource({
    "25/10/2026 02:30 +02:00, 2026-10-25T00:30:00Z",
    "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z"
  })
  void anOffsetSettlesTheDoubt(String typed, Instant at) {
    assertThat(LocalEntry.parse(typed, PARIS)).isEqualTo(new LocalEntry.Exact(at));
  }

  @ParameterizedTest
  @ValueSource(strings = {"29/03/2026 02:00", "29/03/2026 02:30", "2026-03-29T02:59"})
  void anHourThatTheSpringChangeSkipsIsRefusedAndTheNextOneNamed(String typed) {
    assertThat(LocalEntry.parse(typed, PARIS))
        .asInstanceOf(type(LocalEntry.Missing.class))
        .satisfies(
            missing -> {
              assertThat(missing.gapStart()).isEqualTo(LocalDateTime.parse("2026-03-29T02:00"));
              assertThat(missing.nextValid())
                  .isEqualTo(OffsetDateTime.parse("2026-03-29T03:00+02:00"));
            });
  }

  @Test
  void overseasTheSameHourExists() {
    assertThat(LocalEntry.parse("29/03/2026 02:30", ZoneId.of("Indian/Reunion")))
        .isInstanceOf(LocalEntry.Exact.class);
    assertThat(LocalEntry.parse("29/03/2026 03:00", PARIS)).isInstanceOf(LocalEntry.Exact.class);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "demain",
        "05/09/2025",
        "14:20",
        "31/02/2025 10:00",
        "29/02/2025 10:00",
        "05/13/2025 10:00",
        "05/09/25 14:20",
        "05/09/2025 24:00",
        "05/09/2025 14:60",
        "05/09/2025 14:2",
        "05/09/20255 14:20",
        "05/09/2025 14:20 +99:00",
        "0/9/2025 14:20",
        "٠٥/٠٩/٢٠٢٥ ١٤:٢٠",
        "05/09/2025 14h20h30",
        "05/09/2025 -1:20"
      })
  void anythingElseIsMalformed(String typed) {
    assertThat(LocalEntry.parse(typed, PARIS)).isInstanceOf(LocalEntry.Malformed.class);
  }

  @Test
  void aVeryLongTextIsCut() {
    assertThat(LocalEntry.parse("5".repeat(100_000), PARIS))
        .asInstanceOf(type(LocalEntry.Malformed.class))
        .satisfies(malformed -> assertThat(malformed.typed()).hasSize(60));
  }

  @Test
  void theExpectedFormIsUnderstood() {
    assertThat(LocalEntry.parse(LocalEntry.EXPECTED_FORM, PARIS))
        .isInstanceOf(LocalEntry.Exact.class);
  }
}
