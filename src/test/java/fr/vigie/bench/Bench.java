package fr.vigie.bench;

import fr.vigie.dashboard.NationalTable;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseState;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.IncidentRepository.Filter;
import fr.vigie.incident.Journal;
import fr.vigie.incident.Tasks;
import fr.vigie.launch.Database;
import fr.vigie.launch.DemoData;
import fr.vigie.launch.EmbeddedDatabase;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import fr.vigie.regime.RegimeTracks;
import fr.vigie.regime.Reminding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Main class of {@code mvn -Pbench}: fills a database of its own and measures what the pages ask
 * for, through the use cases and EclipseLink. Writes a table and, for what reads many rows, the
 * statements with the server's plans, into {@code target/bench}.
 */
public final class Bench {
  private static final String ONLY = System.getProperty("vigie.bench.only", ".*");
  private static final int WARM = 3;
  private static final int RUNS = 15;
  private static final long MANY_ROWS = 1_000;
  private static final List<String> SORTS =
      List.of("reference", "title", "state", "category", "region", "created", "firstSignal");

  private final Node node;
  private final Watched watched;
  private final List<String> table = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();
  private long ownReads;
  private double yardstick;

  private Bench(Node node, Watched watched) {
    this.node = node;
    this.watched = watched;
  }

  public static void main(String[] arguments) throws Exception {
    Path build = Path.of(System.getProperty("vigie.build", "target")).toAbsolutePath();
    Path home = build.resolve("bench");
    int cases = Integer.getInteger("vigie.bench.cases", 100_000);
    try (EmbeddedDatabase server =
        EmbeddedDatabase.apart(
            home,
            "--tmpdir=" + home,
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-log-file-size=512M",
            "--innodb-buffer-pool-size=1G")) {
      Database database = server.start().database();
      DemoData.migrate(database);
      fill(database, cases);
      try (Connection connection = database.connect()) {
        Watched watched = new Watched(connection);
        try (Node node = new Node(watched.source(), Clock.systemUTC())) {
          Bench bench = new Bench(node, watched);
          bench.measureAll(cases);
          bench.write(home);
        }
      }
    }
  }

  /** Once: a later run measures the same rows, after the migrations that came meanwhile. */
  private static void fill(Database database, int cases) throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    long begin = System.nanoTime();
    try (Connection connection = database.connect()) {
      Filling filling = new Filling(connection, now, cases);
      if (filling.isDone()) {
        System.out.println("Filled by an earlier run");
      } else {
        System.out.printf(
            "%,d rows in %.0f s%n", filling.fill(), (System.nanoTime() - begin) / 1e9);
      }
    }
  }

  private void measureAll(int cases) throws SQLException {
    long before = watched.rowsRead();
    ownReads = watched.rowsRead() - before;
    Caller everywhere = Caller.SYSTEM;
    String newest = newestOpen(everywhere);
    measure(
        "everywhere",
        "one case by its reference",
        () -> node.read(everywhere, () -> node.get(CaseFile.class).get(newest)));
    Caller region = Node.caller(Filling.PERSON, RowScope.region("28"));
    Caller organisation =
        Node.caller(Filling.DPO, RowScope.organisation(Filling.FIRST_ORGANISATION));
    for (Caller caller : List.of(everywhere, region, organisation)) {
      String who =
          caller == everywhere ? "everywhere" : caller == region ? "region" : "organisation";
      lists(who, caller);
      desk(who, caller);
      casePage(who, caller);
    }
    measure(
        "everywhere",
        "national table",
        () ->
            node.act(
                everywhere,
                Permission.NATIONAL_READ,
                () -> node.get(NationalTable.class).byRegion()));
    measure(
        "everywhere",
        "reminders: what is due",
        () -> node.act(everywhere, Permission.REGIME_READ, () -> node.get(Reminding.class).due()));
    measure(
        "region",
        "open a case",
        () -> Cases.reported(node, region, "28", Instant.now().minusSeconds(60)));
  }

  private void lists(String who, Caller caller) throws SQLException {
    long total = find(caller, Filter.ALL, 0, "created", false).total();
    list(who, caller, "first page", Filter.ALL, 0, "created", false);
    list(who, caller, "page in the middle", Filter.ALL, (int) (total / 2), "created", false);
    for (String sort : SORTS) {
      list(who, caller, "by " + sort, Filter.ALL, 0, sort, true);
    }
    list(who, caller, "open ones", Filter.OPEN, 0, "created", false);
    list(
        who,
        caller,
        "one state",
        new Filter(null, CaseState.DECLARED, null, null, false),
        0,
        "created",
        false);
    list(
        who,
        caller,
        "one category",
        new Filter(null, null, IncidentCategory.RANCONGICIEL, null, false),
        0,
        "created",
        false);
    list(who, caller, "one region", new Filter(null, null, null, "28", false), 0, "created", false);
    list(
        who,
        caller,
        "text: reference",
        new Filter("NOR-2024", null, null, null, false),
        0,
        "created",
        false);
    list(
        who,
        caller,
        "text: frequent word",
        new Filter("hameçonnage", null, null, null, false),
        0,
        "created",
        false);
    list(
        who,
        caller,
        "text: in no title",
        new Filter("zzzz", null, null, null, false),
        0,
        "created",
        false);
  }

  private void list(
      String who, Caller caller, String what, Filter filter, int first, String sort, boolean up)
      throws SQLException {
    measure(who, "list, " + what, () -> find(caller, filter, first, sort, up));
  }

  private Page<?> find(Caller caller, Filter filter, int first, String sort, boolean up) {
    return node.read(
        caller, () -> node.get(CaseFile.class).find(filter, new Page.Request(first, 25, sort, up)));
  }

  private void desk(String who, Caller caller) throws SQLException {
    Page.Request ten = Page.Request.firstRows(10);
    measure(
        who,
        "desk, clocks",
        () ->
            node.act(caller, Permission.DESK_READ, () -> node.get(RegimeTracks.class).atRisk(ten)));
    measure(
        who,
        "desk, my tasks",
        () -> node.act(caller, Permission.DESK_READ, () -> node.get(Tasks.class).mine(ten)));
    measure(
        who,
        "desk, open cases",
        () -> node.read(caller, () -> node.get(CaseFile.class).find(Filter.OPEN, ten)));
  }

  private void casePage(String who, Caller caller) throws SQLException {
    String reference = newestOpen(caller);
    measure(
        who,
        "case, head",
        () -> node.read(caller, () -> node.get(CaseFile.class).overview(reference)));
    measure(
        who,
        "case, controllers",
        () -> node.read(caller, () -> node.get(CaseFile.class).involvements(reference)));
    measure(
        who,
        "case, deadlines",
        () -> node.read(caller, () -> node.get(RegimeTracks.class).of(reference)));
    measure(
        who, "case, tasks", () -> node.read(caller, () -> node.get(Tasks.class).list(reference)));
    measure(
        who,
        "case, journal",
        () -> node.read(caller, () -> node.get(Journal.class).read(reference, null, 0)));
  }

  private String newestOpen(Caller caller) {
    return node.read(
            caller, () -> node.get(CaseFile.class).find(Filter.OPEN, Page.Request.firstRows(1)))
        .rows()
        .get(0)
        .getReference();
  }

  private void measure(String who, String what, Supplier<?> work) throws SQLException {
    if (yardstick != 0 && !what.matches(ONLY)) {
      return;
    }
    for (int i = 0; i < WARM; i++) {
      work.get();
    }
    watched.statements();
    long before = watched.rowsRead();
    work.get();
    long rows = watched.rowsRead() - before - ownReads;
    List<String> sent = watched.statements();
    long[] nanos = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long begin = System.nanoTime();
      work.get();
      nanos[i] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);
    if (yardstick == 0) {
      yardstick = nanos[RUNS / 2]; // the first measure of a run is what all others are told in
    }
    String line =
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %d | %.1f | %.1f | %.1f |",
            what,
            who,
            sent.size(),
            rows,
            nanos[RUNS / 2] / 1e6,
            nanos[RUNS * 95 / 100] / 1e6,
            nanos[RUNS / 2] / yardstick);
    System.out.println(line);
    table.add(line);
    note(line, sent, rows);
  }

  private void note(String line, List<String> sent, long rows) throws SQLException {
    plans.add(line);
    for (String sql : sent) {
      plans.add("  " + sql);
      if (rows > MANY_ROWS && sql.regionMatches(true, 0, "select", 0, 6)) {
        watched.plan(sql).forEach(step -> plans.add("      " + step));
      }
    }
  }

  private void write(Path home) throws IOException {
    List<String> report = new ArrayList<>();
    report.add("| What | Rows of | Statements | Rows read | p50 ms | p95 ms | p50 ratio |");
    report.add("|---|---|---|---|---|---|---|");
    report.addAll(table);
    Files.write(home.resolve("table.md"), report);
    Files.write(home.resolve("statements.txt"), plans);
    System.out.println("Written: " + home);
  }
}
