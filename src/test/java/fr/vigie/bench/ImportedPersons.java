package fr.vigie.bench;

import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.investigation.InventedPersons;
import fr.vigie.investigation.TakenIn;
import fr.vigie.launch.Database;
import fr.vigie.launch.DemoData;
import fr.vigie.launch.EmbeddedDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Main class of {@code mvn -Pbench -Dvigie.bench.main=fr.vigie.bench.ImportedPersons}: imports a
 * list of invented persons through the use cases (read, hashed, sealed, compared, counted), then
 * writes the same columns of the same rows into an empty table with the same indexes, in plain
 * rewritten batches. Prints both times, their ratio, where the time went, and the memory.
 */
public final class ImportedPersons {
  private static final int PERSONS = Integer.getInteger("vigie.bench.persons", 2_000_000);
  private static final int SEED_PERSONS = 20_000;
  private static final int WARM = 40_000;
  private static final int BATCH = 1_000;

  private ImportedPersons() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(System.getProperty("vigie.build", "target")).toAbsolutePath();
    home = home.resolve("bench-persons");
    try (EmbeddedDatabase server =
        EmbeddedDatabase.apart(
            home,
            "--tmpdir=" + home,
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-log-file-size=512M",
            "--innodb-buffer-pool-size=1G",
            "--max-allowed-packet=64M")) {
      Database database = server.start().database();
      DemoData.migrate(database);
      try (Node node = new Node(database, Clock.systemUTC())) {
        measure(database, node, file(home, WARM)); // both ways once, so that neither starts cold
        measure(database, node, file(home, PERSONS));
      }
    }
  }

  private static void measure(Database database, Node node, Path file) throws Exception {
    long version = imported(database, node, file);
    try (Connection connection = database.connect()) {
      plain(connection, version);
    }
  }

  /** Never the whole list in memory. */
  private static Path file(Path home, int wanted) throws IOException {
    Path file = home.resolve("persons.csv");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write(InventedPersons.HEADER);
      int persons = 0;
      for (int seed = 1; persons < wanted; seed++) {
        int some = Math.min(SEED_PERSONS, wanted - persons);
        for (InventedPersons.Row row : new InventedPersons(seed).rows(some)) {
          writer.write(row.line());
          writer.write('\n');
        }
        persons += some;
      }
    }
    return file;
  }

  private static double importSeconds;

  private static long imported(Database database, Node node, Path file) throws Exception {
    Schema schema = Schema.of(database);
    TakenIn list = TakenIn.of(schema, node, TakenIn.reported(node, "28"), "28");
    Phases phases = Phases.of(Thread.currentThread());
    long begin = System.nanoTime();
    try (InputStream csv = Files.newInputStream(file)) {
      list.imported(csv);
    }
    importSeconds = (System.nanoTime() - begin) / 1e9;
    var figures = list.list().getFigures();
    System.out.printf(
        "%,d rows of %,d bytes imported in %.1f s: %,d persons, %,d doubles, %,d rows to look at%n",
        figures.getRows(),
        Files.size(file),
        importSeconds,
        figures.getPersons(),
        figures.getDuplicates(),
        figures.getCandidates());
    phases.print();
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
    return list.list().getId();
  }

  /** The time of reading the rows back is not counted. */
  private static void plain(Connection connection, long version) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists plain_person");
      statement.execute("create table plain_person like affected_person");
    }
    connection.setAutoCommit(false);
    long spent = 0;
    long rows = 0;
    long after = 0;
    List<Object[]> some = some(connection, version, after);
    while (!some.isEmpty()) {
      long begin = System.nanoTime();
      insert(connection, some);
      spent += System.nanoTime() - begin;
      rows += some.size();
      after = (Long) some.get(some.size() - 1)[0];
      some = some(connection, version, after);
    }
    long begin = System.nanoTime();
    connection.commit();
    spent += System.nanoTime() - begin;
    System.out.printf(
        "%,d rows in plain batches in %.1f s; ratio %.2f%n",
        rows, spent / 1e9, importSeconds / (spent / 1e9));
  }

  private static List<Object[]> some(Connection connection, long version, long after)
      throws SQLException {
    List<Object[]> some = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select * from affected_person where id > ? and scope_version_id + 0 = ? order by id"
                + " limit "
                + BATCH)) {
      statement.setLong(1, after);
      statement.setLong(2, version);
      try (ResultSet row = statement.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          Object[] cells = new Object[columns];
          for (int i = 0; i < columns; i++) {
            cells[i] = row.getObject(i + 1);
          }
          some.add(cells);
        }
      }
    }
    return some;
  }

  private static void insert(Connection connection, List<Object[]> rows) throws SQLException {
    String places = ", ?".repeat(rows.get(0).length).substring(2);
    try (PreparedStatement statement =
        connection.prepareStatement("insert into plain_person values (" + places + ")")) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
