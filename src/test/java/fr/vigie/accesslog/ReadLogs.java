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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
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
    other(folder, LogFormat.FHIR, Long.getLong("vigie.bench.fhir", 2_000_000L));
    other(folder, LogFormat.ATNA, Long.getLong("vigie.bench.atna", 1_000_000L));
  }

  private static void csv(Path folder, long lines) throws Exception {
    LogPlan plan =
        LogPlan.of(LogFormat.CSV, 15, lines)
            .broken(Integer.getInteger("vigie.bench.broken", 1))
            .written(TimeFormat.ISO, LogPlan.Clock.UTC, StandardCharsets.UTF_8);
    Path file = made(folder, plan);
    for (int round = 1; round <= ROUNDS; round++) {
      Answer ours = ours(plan, file);
      Answer theirs = duckDb(file);
      System.out.printf(
          "CSV round %d: %,d bytes, ours %d ms, DuckDB %d ms, ratio %.2f, same answer %s, heap %d MB%n",
          round,
          Files.size(file),
          ours.millis,
          theirs.millis,
          (double) ours.millis / theirs.millis,
          ours.persons.equals(theirs.persons) ? "yes" : ours.persons + " / " + theirs.persons,
          peak());
    }
  }

  private static void other(Path folder, LogFormat format, long events) throws IOException {
    LogPlan plan = LogPlan.of(format, 6, events).broken(1);
    Path file = made(folder, plan);
    for (int round = 1; round <= 3; round++) {
      Answer ours = ours(plan, file);
      System.out.printf(
          "%s round %d: %,d bytes, %d ms, %.2f million a second, heap %d MB%n",
          format, round, Files.size(file), ours.millis, ours.lines / 1000.0 / ours.millis, peak());
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

  private static Answer duckDb(Path file) throws SQLException {
    String read =
        "read_csv('"
            + file
            + "', auto_detect=false, delim=';', header=true, quote='\"', escape='\"', strict_mode=false,"
            + " ignore_errors=true, max_line_size=2097152, columns={'time':'TIMESTAMPTZ',"
            + "'account':'VARCHAR','rpps':'VARCHAR','address':'VARCHAR','session':'VARCHAR',"
            + "'action':'VARCHAR','patient':'VARCHAR','domain':'VARCHAR','object':'VARCHAR',"
            + "'result':'VARCHAR','rows':'BIGINT','user_agent':'VARCHAR'})";
    String question =
        "select domain, level, count(*) from (select domain, one, min(level) level from (select"
            + " domain, unnest(string_split(patient, '|')) one, case action when 'EXPORT' then 0"
            + " when 'RECHERCHE' then 2 else 1 end as level from "
            + read
            + " where (lower(account) in ('"
            + Traffic.SHARED
            + "', '"
            + Traffic.TAKEN
            + "') or rpps = '"
            + Traffic.SHARED_RPPS
            + "' or address in ('"
            + String.join("', '", Traffic.INTRUDER)
            + "')) and time >= ? and time < ? and patient <> '' and action not in ('CONNEXION',"
            + " 'DÉCONNEXION', 'PING') and result not in ('KO', 'ÉCHEC', 'ECHEC', 'REFUS'))"
            + " group by all) group by all";
    long begun = System.nanoTime();
    Map<String, Long> persons = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set threads = 2");
      statement.execute("set TimeZone = 'UTC'");
      String asked =
          question
              .replaceFirst("\\?", "timestamptz '2025-10-25 10:00:00+00'")
              .replaceFirst("\\?", "timestamptz '2025-11-24 10:00:00+00'");
      try (ResultSet rows = statement.executeQuery(asked)) {
        while (rows.next()) {
          persons.put(
              rows.getString(1) + " " + Evidenced.values()[rows.getInt(2)], rows.getLong(3));
        }
      }
    }
    return new Answer((System.nanoTime() - begun) / 1_000_000, 0, persons);
  }
}
