package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogReader;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.LogSink;
import fr.vigie.accesslog.format.RejectReason;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.accesslog.format.Watch;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogGeneratorTest {
  /** All that a reader finds, in the same words; nobody can tell who was hostile. */
  private static final class Found implements LogSink {
    private final List<LogTruth.Access> accesses = new ArrayList<>();
    private final List<LogTruth.Broken> broken = new ArrayList<>();
    private long passed;

    @Override
    public void passed(long second) {
      passed++;
    }

    @Override
    public void event(AccessEvent event) {
      accesses.add(
          new LogTruth.Access(
              event.getLine(),
              event.getAt(),
              event.getAccount(),
              event.getRpps(),
              event.getSession(),
              event.getAddress(),
              event.getUserAgent(),
              event.getAction(),
              event.getOutcome(),
              List.copyOf(event.getPatients()),
              event.getRows(),
              false));
    }

    @Override
    public void rejected(Rejected line) {
      broken.add(new LogTruth.Broken(line.line(), line.reason()));
    }
  }

  private static final Set<String> ACCOUNTS = Set.of(Traffic.SHARED, Traffic.TAKEN);
  private static final Watch WATCH =
      Watch.of(ACCOUNTS, Traffic.INTRUDER, Set.of("s3-88069", "h0s-44034"));

  private interface Pack {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] log(LogPlan plan, Pack pack, LogTruth truth) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = pack.around(bytes)) {
      LogGenerator.write(plan, out, truth);
    }
    return bytes.toByteArray();
  }

  private static Found read(byte[] file, LogShape shape, Watch watch) throws IOException {
    Found found = new Found();
    try (LogInput input = new LogInput(new ByteArrayInputStream(file), InputLimits.USUAL)) {
      LogReader.of(shape).read(input.next(), watch, found);
    }
    return found;
  }

  private static LogTruth.Access unjudged(LogTruth.Access access) {
    return new LogTruth.Access(
        access.line(),
        access.at(),
        access.account(),
        access.rpps(),
        access.session(),
        access.address(),
        access.userAgent(),
        access.action(),
        access.outcome(),
        access.patients(),
        access.rows(),
        false);
  }

  private static boolean concerns(LogTruth.Access access) {
    return ACCOUNTS.contains(access.account().toLowerCase(Locale.ROOT))
        || Traffic.INTRUDER.contains(access.address())
        || Set.of("s3-88069", "h0s-44034").contains(access.session());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void whatIsReadIsExactlyWhatWasWritten(LogFormat format) throws IOException {
    Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
    for (long seed = 0; seed < 12; seed++) {
      LogPlan plan = LogPlan.of(format, seed, seed == 0 ? 4_000 : 400);
      WrittenTruth known = new WrittenTruth();
      byte[] file = log(plan, out -> out, known);
      Found found = read(file, LogGenerator.shape(plan), Watch.EVERYBODY);
      assertThat(found.broken).as("%s", plan).isEqualTo(known.broken);
      assertThat(found.accesses)
          .as("%s", plan)
          .isEqualTo(known.accesses.stream().map(LogGeneratorTest::unjudged).toList());
      assertThat(found.passed).isZero();
      known.broken.forEach(line -> reasons.add(line.reason()));
    }
    assertThat(reasons).containsAll(LogScribe.of(LogPlan.of(format, 0, 1)).reasons());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void packedItIsTheSame(LogFormat format) throws IOException {
    for (Pack pack : List.<Pack>of(GZIPOutputStream::new, ZstdOutputStream::new)) {
      LogPlan plan = LogPlan.of(format, 5, 1_000);
      WrittenTruth known = new WrittenTruth();
      byte[] file = log(plan, pack, known);
      Found found = read(file, LogGenerator.shape(plan), Watch.EVERYBODY);
      assertThat(found.broken).isEqualTo(known.broken);
      assertThat(found.accesses)
          .isEqualTo(known.accesses.stream().map(LogGeneratorTest::unjudged).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void whoIsLookedForIsFoundAndNobodyElse(LogFormat format) throws IOException {
    for (long seed = 20; seed < 26; seed++) {
      LogPlan plan = LogPlan.of(format, seed, 2_000);
      WrittenTruth known = new WrittenTruth();
      byte[] file = log(plan, out -> out, known);
      Found found = read(file, LogGenerator.shape(plan), WATCH);
      List<LogTruth.Access> sought =
          known.accesses.stream()
              .filter(LogGeneratorTest::concerns)
              .map(LogGeneratorTest::unjudged)
              .toList();
      assertThat(sought).hasSizeGreaterThan(100);
      assertThat(found.accesses).as("%s", plan).isEqualTo(sought);
      assertThat(known.broken).containsAll(found.broken);
      assertThat(found.passed + found.broken.size() + found.accesses.size())
          .isEqualTo(known.accesses.size() + known.broken.size());
    }
  }

  @Test
  void theIntruderActsWhileTheOwnerWorks() throws IOException {
    WrittenTruth known = new WrittenTruth();
    log(LogPlan.of(LogFormat.CSV, 1, 5_000), out -> out, known);
    assertThat(known.accesses)
        .filteredOn(access -> access.account().equals(Traffic.SHARED))
        .extracting(LogTruth.Access::hostile)
        .contains(true, false);
    assertThat(known.accesses)
        .filteredOn(access -> access.account().equals(Traffic.TAKEN))
        .extracting(LogTruth.Access::hostile)
        .containsOnly(true);
    assertThat(known.accesses)
        .anyMatch(
            access -> access.hostile() && access.patients().isEmpty() && access.rows() != null);
  }

  @Test
  void theSamePlanGivesTheSameBytes() throws IOException {
    for (LogFormat format : EnumSet.complementOf(EnumSet.of(LogFormat.TABLE))) {
      LogPlan plan = LogPlan.of(format, 9, 300);
      assertThat(log(plan, out -> out, new WrittenTruth()))
          .isEqualTo(log(plan, out -> out, new WrittenTruth()));
    }
  }
}
