package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule stands twice: for bytes in {@link Watch}, for names here. Both must say the same. */
class HostileAccountTest {
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.CSV, ZoneOffset.UTC)
          .rows(';', true, Map.of(LogField.TIME, "at", LogField.ACCOUNT, "who"), TimeFormat.ISO);

  @ParameterizedTest
  @CsvSource({
    "martin, '', MARTIN, true",
    "martin, '', ' Martin ', true",
    "noël, '', NOËL, true",
    "martin, '', '', false",
    "martin, '', martine, false",
    "martin, 10100000001, 10100000001, true",
    "martin, 10100000001, 810100000001, true",
    "martin, 810100000001, 10100000001, true",
    "810100000001, '', 10100000001, true",
    "10100000001, '', 810100000001, true",
    "10100000001, '', 910100000001, false",
    "8martin, '', martin, false",
  })
  void anAccountIsKnownByItsLoginOrItsRppsWithThePrefixOrWithout(
      String login, String rpps, String name, boolean his) throws IOException {
    Question.HostileAccount account = new Question.HostileAccount(1, login, rpps, false);
    assertThat(account.is(name)).isEqualTo(his);
    assertThat(isFound(account, name)).isEqualTo(his);
  }

  private static boolean isFound(Question.HostileAccount account, String name) throws IOException {
    Watch watch =
        new Question(
                List.of(account), List.of(), List.of(), List.of(), List.of(), Set.of(), List.of())
            .watch();
    byte[] log = ("at;who\n2026-01-10T08:00:00;" + name).getBytes(StandardCharsets.UTF_8);
    Found found = new Found();
    try (LogInput input = new LogInput(new ByteArrayInputStream(log), InputLimits.USUAL)) {
      LogReader.of(SHAPE).read(input.next(), watch, found);
    }
    assertThat(found.rejected).isZero();
    return found.concerned;
  }

  private static final class Found implements LogSink {
    private boolean concerned;
    private int rejected;

    @Override
    public void passed(long second) {
      // concerns nobody
    }

    @Override
    public void event(AccessEvent event) {
      concerned = true;
    }

    @Override
    public void rejected(Rejected line) {
      rejected++;
    }
  }
}
