package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogReader;
import fr.vigie.accesslog.format.LogSink;
import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.accesslog.format.Rejected;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.accesslog.format.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Main class of {@code mvn -Pbench -Dvigie.bench.main=fr.vigie.accesslog.ReadLogs}: how long it
 * takes to hash, parse and answer a large log, rejected lines and line numbers included, as a ratio
 * to DuckDB's own typed query for the same question on the same file with two threads, alternating
 * in one run.
 */
public final class ReadLogs {
  private static final int ROUNDS = 5;
  private static final List<String> ACCOUNTS =
      List.of(Traffic.SHARED, Traffic.TAKEN, Traffic.SHARED_RPPS);

  private ReadLogs() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(System.getProperty("vigie.build", "target"), "bench-logs");
    Files.createDirectories(folder);
    csv(folder, Long.getLong("vigie.bench.csv", 10_000_000L));
    fhir(folder, Long.getLong("vigie.bench.fhir", 2_000_000L));
    atna(folder, Long.getLong("vigie.bench.atna", 1_000_000L));
  }

  private static void csv(Path folder, long lines) throws Exception {
    against(folder, plan(LogFormat.CSV, 15, lines), ROUNDS, DuckDb::csv);
  }

  /** One event a line, R4. */
  private static void fhir(Path folder, long events) throws Exception {
    against(folder, plan(LogFormat.FHIR, 6, events), 3, DuckDb::fhir);
  }

  private static LogPlan plan(LogFormat format, long seed, long accesses) {
    return LogPlan.of(format, seed, accesses)
        .broken(Integer.getInteger("vigie.bench.broken", 1))
        .written(TimeFormat.ISO, LogPlan.Clock.UTC, StandardCharsets.UTF_8);
  }

  private interface Yardstick {
    Map<String, Long> ask(Path file) throws SQLException;
  }

  private static void against(Path folder, LogPlan plan, int rounds, Yardstick yardstick)
      throws Exception {
    if (plan.accesses() == 0) {
      return;
    }
    LogPlan some = plan(plan.format(), plan.seed(), Math.max(1_000, plan.accesses() / 5));
    Path warming = made(folder, some); // both ways once, so that neither starts cold
    ours(some, warming);
    yardstick.ask(warming);
    Path file = made(folder, plan);
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Answer ours = ours(plan, file);
      long begun = System.nanoTime();
      Map<String, Long> persons = yardstick.ask(file);
      Answer theirs = new Answer((System.nanoTime() - begun) / 1_000_000, 0, persons);
      ratios.add((double) ours.millis / theirs.millis);
      System.out.printf(
          plan.format()
              + " round %d: %,d bytes, ours %d ms, DuckDB %d ms, ratio %.2f, same answer %s, heap %d MB%n",
          round,
          Files.size(file),
          ours.millis,
          theirs.millis,
          ratios.get(round - 1),
          ours.persons.equals(theirs.persons) ? "yes" : ours.persons + " / " + theirs.persons,
          peak());
    }
    ratios.sort(null);
    System.out.printf("%s: median ratio %.2f%n", plan.format(), ratios.get(rounds / 2));
  }

  /** DuckDB reads no XML: no ratio. */
  private static void atna(Path folder, long events) throws IOException {
    LogPlan plan = plan(LogFormat.ATNA, 6, events);
    Path file = made(folder, plan);
    for (int round = 1; round <= 3; round++) {
      Answer ours = ours(plan, file);
      System.out.printf(
          "%s round %d: %,d bytes, %d ms, %.2f million a second, heap %d MB%n",
          plan.format(),
          round,
          Files.size(file),
          ours.millis,
          ours.lines / 1000.0 / ours.millis,
          peak());
    }
  }

  private static Path made(Path folder, LogPlan plan) throws IOException {
    Path file =
        folder.resolve(plan.format() + "-" + plan.accesses() + "-" + plan.broken() + ".log");
    if (!Files.exists(file)) {
      Path part = folder.resolve("part");
      try (OutputStream out = Files.newOutputStream(part)) {
        LogGenerator.write(plan, out, LogTruth.NONE);
      }
      Files.move(part, file);
    }
    return file;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  /** Persons by domain and worst level. */
  private record Answer(long millis, long lines, Map<String, Long> persons) {}

  private static Answer ours(LogPlan plan, Path file) throws IOException {
    long begun = System.nanoTime();
    Instant from = plan.from();
    Instant until = plan.from().plus(Duration.ofDays(30));
    Map<PatientRef, Evidenced> worst = new HashMap<>();
    long[] counts = new long[3];
    Coverage coverage = new Coverage();
    LogSink sink =
        new LogSink() {
          @Override
          public void passed(long second) {
            counts[0]++;
            coverage.add(second);
          }

          @Override
          public void event(AccessEvent event) {
            counts[1]++;
            Evidenced shown = Evidenced.by(event.getAction(), event.getOutcome());
            Instant at = event.getAt();
            if (shown != null && !at.isBefore(from) && at.isBefore(until)) {
              event.getHash();
              event
                  .getPatients()
                  .forEach(p -> worst.merge(p, shown, (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
          }

          @Override
          public void rejected(Rejected line) {
            counts[2]++;
          }
        };
    try (LogInput input = new LogInput(Files.newInputStream(file), InputLimits.USUAL)) {
      for (var entry = input.next(); entry != null; entry = input.next()) {
        LogReader.of(LogGenerator.shape(plan))
            .read(entry, Watch.of(ACCOUNTS, Traffic.INTRUDER, List.of()), sink);
      }
      input.sha256();
    }
    Map<String, Long> persons = new TreeMap<>();
    worst.forEach((p, level) -> persons.merge(p.domain() + " " + level, 1L, Long::sum));
    return new Answer(
        (System.nanoTime() - begun) / 1_000_000, counts[0] + counts[1] + counts[2], persons);
  }
}
