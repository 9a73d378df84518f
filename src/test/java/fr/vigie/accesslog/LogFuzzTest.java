package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogGuess;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogReader;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.LogSink;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.accesslog.format.Watch;
import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogFuzzTest {
  private static final int ROUNDS = 24;
  private static final String SIGNS = "\"'{}[]<>\n\r\\&;,|/= ";
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final Watch WATCH =
      Watch.of(Set.of(Traffic.SHARED, Traffic.TAKEN), Traffic.INTRUDER, Set.of());

  /** Checks that places go forward and lie within the file. */
  private static final class Places implements LogSink {
    private long told;
    private long line;
    private long offset = -1;
    private long end;

    @Override
    public void passed(long second) {
      told++;
    }

    @Override
    public void event(AccessEvent event) {
      place(event.getLine(), event.getOffset());
      end = event.getOffset() + event.getLength();
      assertThat(event.getRaw()).hasSize(event.getLength());
      assertThat(event.getHash()).hasSize(32);
    }

    @Override
    public void rejected(Rejected rejected) {
      place(rejected.line(), rejected.offset());
      end = rejected.offset() + rejected.length();
      assertThat(rejected.length()).isNotNegative();
    }

    private void place(long atLine, long atOffset) {
      told++;
      assertThat(atLine).isGreaterThanOrEqualTo(line).isPositive();
      assertThat(atOffset).isGreaterThan(offset);
      line = atLine;
      offset = atOffset;
    }
  }

  private static byte[] log(LogPlan plan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LogGenerator.write(
        plan,
        bytes,
        new LogTruth() {
          @Override
          public void access(Access access) {
            // known to be right
          }

          @Override
          public void broken(Broken line) {
            // known to be right
          }
        });
    return bytes.toByteArray();
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int i = random.nextInt(30); i >= 0; i--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        case 2 -> damaged[at] = 0;
        default ->
            System.arraycopy(
                file, 0, damaged, at, Math.min(damaged.length - at, random.nextInt(200)));
      }
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
        : damaged;
  }

  private static Places read(byte[] file, LogShape shape, Watch watch) throws IOException {
    Places places = new Places();
    try (LogInput input = new LogInput(new ByteArrayInputStream(file), InputLimits.USUAL)) {
      for (var entry = input.next(); entry != null; entry = input.next()) {
        LogReader.of(shape).read(entry, watch, places);
      }
    }
    return places;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void aDamagedLogIsReadToItsEndInOrder(LogFormat format) {
    Assertions.assertTimeoutPreemptively(
        MOST,
        () -> {
          for (int seed = 0; seed < ROUNDS; seed++) {
            LogPlan plan = LogPlan.of(format, seed, 120).broken(0);
            byte[] file = damaged(log(plan), new Random(seed));
            for (Watch watch : List.of(Watch.EVERYBODY, WATCH)) {
              try {
                Places places = read(file, LogGenerator.shape(plan), watch);
                assertThat(places.told).as("%s", plan).isLessThan(2_000);
                if (watch == Watch.EVERYBODY) { // of UTF-16 half the bytes count
                  assertThat(places.end).as("%s", plan).isGreaterThan(file.length * 2L / 5);
                }
              } catch (RefusedException heading) {
                assertThat(heading.key()).startsWith("accesslog.refused.");
              }
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void whatADamagedLogSeemsToBeIsToldOrRefused(LogFormat format) {
    Assertions.assertTimeoutPreemptively(
        MOST,
        () -> {
          for (int seed = 0; seed < ROUNDS; seed++) {
            LogPlan plan = LogPlan.of(format, seed, 120).broken(0);
            byte[] file = damaged(log(plan), new Random(seed));
            try (LogInput input = new LogInput(new ByteArrayInputStream(file), InputLimits.USUAL)) {
              LogGuess guess = LogGuess.of(input, plan.zone(), null);
              assertThat(guess.rows()).hasSizeLessThanOrEqualTo(100);
            } catch (RefusedException told) {
              assertThat(told.key()).startsWith("accesslog.refused.");
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void aDamagedPackedLogIsReadOrRefused(LogFormat format) {
    Assertions.assertTimeoutPreemptively(
        MOST,
        () -> {
          for (int seed = 0; seed < ROUNDS; seed++) {
            LogPlan plan = LogPlan.of(format, seed, 60).broken(0);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
              gzip.write(log(plan));
            }
            byte[] file = damaged(packed.toByteArray(), new Random(seed));
            try {
              read(file, LogGenerator.shape(plan), WATCH);
            } catch (RefusedException told) {
              assertThat(told.key()).startsWith("accesslog.refused.");
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void everyWrittenLogIsRecognised(LogFormat format) throws IOException {
    for (int seed = 0; seed < 12; seed++) {
      LogPlan plan = LogPlan.of(format, seed, 200).broken(0);
      LogShape shape = LogGenerator.shape(plan);
      try (LogInput input = new LogInput(new ByteArrayInputStream(log(plan)), InputLimits.USUAL)) {
        LogGuess guess = LogGuess.of(input, plan.zone(), null);
        assertThat(guess.shape().format()).isEqualTo(format);
        assertThat(guess.shape().charset()).isEqualTo(shape.charset());
        assertThat(guess.shape().timeFormat()).isEqualTo(shape.timeFormat());
        assertThat(guess.shape().heading()).isEqualTo(shape.heading());
        assertThat(guess.shape().separator()).isEqualTo(shape.separator());
        assertThat(guess.rows()).isNotEmpty();
      }
    }
  }
}
