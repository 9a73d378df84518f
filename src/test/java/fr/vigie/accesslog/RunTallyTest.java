package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogReader;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.accesslog.format.Watch;
import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunTallyTest {
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.CSV, ZoneOffset.UTC)
          .rows(
              ';',
              false,
              Map.of(LogField.TIME, "#1", LogField.ACCOUNT, "#2", LogField.SESSION, "#3"),
              TimeFormat.ISO);
  private static final LogJob.Running JOB =
      new LogJob.Running(
          1L,
          new Question(
              List.of(new Question.HostileAccount(1, "martin", "", false)),
              List.of(
                  new Question.Window(
                      Instant.parse("2025-09-04T00:00:00Z"),
                      Instant.parse("2025-09-05T00:00:00Z"))),
              List.of(),
              List.of(),
              List.of(),
              Set.of(),
              List.of()),
          ZoneOffset.UTC,
          null,
          List.of(),
          0,
          0,
          Instant.EPOCH);

  private final Map<String, Long> known = new HashMap<>();
  private final RunTally tally =
      new RunTally(JOB, 1, known, count -> {}, (sittings, hits, unread) -> {});

  private void read(String session) throws IOException {
    byte[] line =
        ("2025-09-04T21:14:07Z;martin;" + session + "\n").getBytes(StandardCharsets.UTF_8);
    try (LogInput input = new LogInput(new ByteArrayInputStream(line), InputLimits.USUAL)) {
      LogReader.of(SHAPE).read(input.next(), Watch.EVERYBODY, tally);
    }
  }

  @Test
  void aQuestionWithMoreSittingsThanAnybodyCanDecideAboutIsToBeNarrowed() throws IOException {
    read("s1");
    for (int i = 1; i < RunTally.SITTINGS_MOST; i++) {
      known.put("another " + i, (long) i);
    }
    read("s1");
    assertThatThrownBy(() -> read("s2"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("accesslog.problem.sittings");
    assertThat(known).hasSize(RunTally.SITTINGS_MOST);
  }
}
