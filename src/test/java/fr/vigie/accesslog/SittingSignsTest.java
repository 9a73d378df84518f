package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.AccessSitting.Sign;
import fr.vigie.accesslog.Question.HostileAccount;
import fr.vigie.accesslog.Question.Window;
import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogReader;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.LogSink;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.accesslog.format.Watch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SittingSignsTest {
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.CSV, ZoneOffset.UTC)
          .rows(
              ';',
              false,
              Map.of(
                  LogField.TIME, "#1",
                  LogField.ACCOUNT, "#2",
                  LogField.RPPS, "#3",
                  LogField.ADDRESS, "#4",
                  LogField.SESSION, "#5",
                  LogField.USER_AGENT, "#6"),
              TimeFormat.ISO);
  private static final Question QUESTION =
      new Question(
          List.of(
              new HostileAccount(1, "martin", "", false),
              new HostileAccount(2, "prise", "10003456789", true)),
          List.of(
              new Window(
                  Instant.parse("2025-09-04T00:00:00Z"), Instant.parse("2025-09-05T00:00:00Z"))),
          List.of("203.0.113.7"),
          List.of("s9"),
          List.of("curl/8.5"),
          Set.of(),
          List.of(1L));

  @Test
  void theHoldersOwnSittingHasNoSign() throws IOException {
    AccessSitting own = sitting("martin;;10.0.0.9;s1;edge");
    assertThat(own.isByRule()).isFalse();
    assertThat(own.signs(QUESTION)).isEmpty();
  }

  @Test
  void allThatTheQuestionTellsTheIntruderByIsSaid() throws IOException {
    AccessSitting his = sitting("martin;;203.0.113.7;s9;CURL/8.5");
    assertThat(his.isByRule()).isTrue();
    assertThat(his.signs(QUESTION)).containsExactly(Sign.ADDRESS, Sign.SESSION, Sign.AGENT);
  }

  @Test
  void anAccountWhollyInTheIntrudersHandsIsASignByItsLoginOrItsRpps() throws IOException {
    assertThat(sitting("PRISE;;10.0.0.9;s1;edge").signs(QUESTION)).containsExactly(Sign.ACCOUNT);
    AccessSitting byRpps = sitting("autre;810003456789;10.0.0.9;s1;edge");
    assertThat(byRpps.isByRule()).isTrue();
    assertThat(byRpps.signs(QUESTION)).containsExactly(Sign.ACCOUNT);
  }

  private static AccessSitting sitting(String who) throws IOException {
    byte[] line = ("2025-09-04T21:14:07Z;" + who + "\n").getBytes(StandardCharsets.UTF_8);
    List<AccessSitting> sittings = new ArrayList<>();
    LogSink sink =
        new LogSink() {
          @Override
          public void passed(long second) {}

          @Override
          public void event(AccessEvent event) {
            sittings.add(new AccessSitting(event, null, QUESTION));
          }

          @Override
          public void rejected(Rejected rejected) {
            throw new AssertionError(who);
          }
        };
    try (LogInput input = new LogInput(new ByteArrayInputStream(line), InputLimits.USUAL)) {
      LogReader.of(SHAPE).read(input.next(), Watch.EVERYBODY, sink);
    }
    assertThat(sittings).hasSize(1);
    return sittings.get(0);
  }
}
