package fr.vigie.investigation;

import fr.vigie.investigation.MatchKeys.Wide;
import io.hypersistence.tsid.TSID;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the hashes of a whole list once, has them compared, and writes what came of it: only rows
 * that share their person with another one, and pairs to look at.
 */
final class MatchRows {
  private static final int BATCH = 1_000;
  private static final int LONGEST_KEY = 64;
  private static final String HASHES =
      "select id, key_kind, own_key, ipp_hash, ins_hash, identity_hash, match_keys,"
          + " sure_key <> own_key from affected_person where scope_version_id = ?"
          + " order by line_number, id";
  private static final String JOIN =
      "update affected_person p join affected_person k on k.id = ? set p.sure_key ="
          + " concat(left(k.own_key, ?), ?) where p.id = ?";

  private final Connection connection;
  private final long version;
  private final PersonMatching matching = new PersonMatching();
  private long[] ids = new long[Columns.FIRST_SIZE];
  private boolean[] joined = new boolean[Columns.FIRST_SIZE];

  MatchRows(Connection connection, long version) {
    this.connection = connection;
    this.version = version;
  }

  void match() {
    try {
      read();
      matching.match();
      writeJoined();
      writeDoubts();
    } catch (SQLException e) {
      // without the message of the driver: it may quote a row
      throw new IllegalStateException("Rows could not be compared, SQL state " + e.getSQLState());
    }
  }

  /**
   * Ids of rows that share their person with another one, whole persons together, some at a time.
   */
  void shared(Consumer<List<Long>> some) {
    Map<Integer, List<Long>> persons = new LinkedHashMap<>();
    for (int row = 0; row < matching.rows(); row++) {
      int kept = matching.keptBy(row);
      if (kept != row) {
        persons.computeIfAbsent(kept, first -> new ArrayList<>(List.of(ids[first]))).add(ids[row]);
      }
    }
    List<Long> gathered = new ArrayList<>();
    for (List<Long> rows : persons.values()) {
      gathered.addAll(rows);
      if (gathered.size() >= BATCH) {
        some.accept(gathered);
        gathered = new ArrayList<>();
      }
    }
    some.accept(gathered);
  }

  private void read() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HASHES)) {
      statement.setFetchSize(Integer.MIN_VALUE); // row by row: the list may have millions
      statement.setLong(1, version);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          add(row);
        }
      }
    }
  }

  private void add(ResultSet row) throws SQLException {
    int at = matching.rows();
    if (at == ids.length) {
      ids = Arrays.copyOf(ids, at * 2);
      joined = Arrays.copyOf(joined, at * 2);
    }
    ids[at] = row.getLong(1);
    joined[at] = row.getBoolean(8);
    matching.add(
        row.getString(2).equals("CONTENT"),
        Wide.of(row.getString(3)),
        Wide.of(row.getString(4)),
        Wide.of(row.getString(5)),
        Wide.of(row.getString(6)).high(),
        MatchKeys.from(row.getBytes(7)));
  }

  private void writeJoined() throws SQLException {
    Map<Integer, Integer> copies = matching.copies();
    try (PreparedStatement statement = connection.prepareStatement(JOIN)) {
      int waiting = 0;
      for (int row = 0; row < matching.rows(); row++) {
        int kept = matching.keptBy(row);
        if (kept != row || joined[row] || copies.containsKey(kept)) {
          String suffix = suffix(copies.get(kept));
          statement.setLong(1, ids[kept]);
          statement.setInt(2, LONGEST_KEY - suffix.length());
          statement.setString(3, suffix);
          statement.setLong(4, ids[row]);
          statement.addBatch();
          waiting = sent(statement, waiting + 1, BATCH);
        }
      }
      sent(statement, waiting, 1);
    }
  }

  /** Copies of a row that names nobody for sure are persons of their own. */
  private static String suffix(Integer copy) {
    return copy == null ? "" : "." + Integer.toString(copy, Character.MAX_RADIX);
  }

  private void writeDoubts() throws SQLException {
    try (PreparedStatement old =
        connection.prepareStatement("delete from person_doubt where scope_version_id = ?")) {
      old.setLong(1, version);
      old.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into person_doubt (id, scope_version_id, first_id, second_id, likeness)"
                + " values (?, ?, ?, ?, ?)")) {
      int waiting = 0;
      for (PersonMatching.Doubt doubt : matching.doubts()) {
        statement.setLong(1, TSID.Factory.getTsid().toLong());
        statement.setLong(2, version);
        statement.setLong(3, ids[doubt.first()]);
        statement.setLong(4, ids[doubt.second()]);
        statement.setString(5, doubt.likeness().name());
        statement.addBatch();
        waiting = sent(statement, waiting + 1, BATCH);
      }
      sent(statement, waiting, 1);
    }
  }

  private static int sent(PreparedStatement statement, int waiting, int least) throws SQLException {
    if (waiting < least) {
      return waiting;
    }
    statement.executeBatch();
    return 0;
  }
}
