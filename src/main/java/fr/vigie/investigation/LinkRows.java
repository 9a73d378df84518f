package fr.vigie.investigation;

import io.hypersistence.tsid.TSID;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a list that was just frozen with others in force: pairs that share one hash come from
 * the database, {@link Kinship} says what they are, and links are written. What people said of a
 * pair found before stays.
 */
final class LinkRows {
  private static final int BATCH = 1_000;

  /** A telephone of more rows than this is a switchboard, not a person's. */
  private static final int SWITCHBOARD = 50;

  private static final String SHARED =
      "select p.person_key, o.person_key, v.involvement_id, p.ins_hash, p.identity_hash,"
          + " p.match_keys, o.ins_hash, o.identity_hash, o.match_keys from affected_person p join"
          + " affected_person o on o.HASH = p.HASH join scope_version v on v.id ="
          + " o.scope_version_id left join (select f.HASH from affected_person f where"
          + " f.scope_version_id = ? and f.HASH is not null group by f.HASH having count(*) > "
          + SWITCHBOARD
          + ") many on many.HASH = p.HASH where p.scope_version_id = ? and many.HASH is null and"
          + " p.duplicate = false and o.duplicate = false and p.exposure in INFORMED and o.exposure"
          + " in INFORMED and o.scope_version_id in (OTHERS)";
  private static final String INSERT =
      "insert into person_link (id, version, low_involvement, low_key, high_involvement, high_key,"
          + " sure, likeness, found_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?)";

  /** Two persons of two lists, the lower part first. */
  private record Pair(long low, String lowKey, long high, String highKey) {
    static Pair of(long one, String key, long other, String otherKey) {
      return one < other
          ? new Pair(one, key, other, otherKey)
          : new Pair(other, otherKey, one, key);
    }
  }

  private final Connection connection;
  private final long involvement;
  private final Map<Pair, Kinship> found = new HashMap<>();

  LinkRows(Connection connection, long involvement) {
    this.connection = connection;
    this.involvement = involvement;
  }

  /** How many links there are now. */
  int link(long version, List<Long> others, Instant now) {
    try {
      for (String hash : List.of("ins_hash", "identity_hash", "phone_hash", "email_hash")) {
        compare(hash, version, others);
      }
      confirmIfSeveral();
      write(now);
      return found.size();
    } catch (SQLException e) {
      // without the message of the driver: it may quote a row
      throw new IllegalStateException("Lists could not be compared, SQL state " + e.getSQLState());
    }
  }

  private void compare(String hash, long version, List<Long> others) throws SQLException {
    String sql =
        SHARED
            .replace("HASH", hash)
            .replace("INFORMED", PersonRepository.INFORMED)
            .replace("OTHERS", String.join(", ", Collections.nCopies(others.size(), "?")));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(Integer.MIN_VALUE);
      statement.setLong(1, version);
      statement.setLong(2, version);
      for (int i = 0; i < others.size(); i++) {
        statement.setLong(3 + i, others.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          add(row);
        }
      }
    }
  }

  private void add(ResultSet row) throws SQLException {
    Pair pair = Pair.of(involvement, row.getString(1), row.getLong(3), row.getString(2));
    Kinship.of(side(row, 4), side(row, 7))
        .ifPresent(
            kinship ->
                found.merge(pair, kinship, (before, after) -> before.sure() ? before : after));
  }

  private static Kinship.Side side(ResultSet row, int from) throws SQLException {
    return new Kinship.Side(
        row.getString(from), row.getString(from + 1), MatchKeys.from(row.getBytes(from + 2)));
  }

  /** Who is surely two persons of one other list is looked at (level 2: more than one hit). */
  private void confirmIfSeveral() {
    Map<List<Object>, Integer> partners = new HashMap<>();
    found.forEach(
        (pair, kinship) -> {
          if (kinship.sure()) {
            partners.merge(List.of(pair.high(), pair.lowKey()), 1, Integer::sum);
            partners.merge(List.of(pair.low(), pair.highKey()), 1, Integer::sum);
          }
        });
    found.replaceAll(
        (pair, kinship) ->
            partners.getOrDefault(List.of(pair.high(), pair.lowKey()), 0) > 1
                    || partners.getOrDefault(List.of(pair.low(), pair.highKey()), 0) > 1
                ? new Kinship(false, kinship.likeness())
                : kinship);
  }

  private void write(Instant now) throws SQLException {
    Set<Pair> known = new HashSet<>();
    try (PreparedStatement old =
            connection.prepareStatement(
                "select id, low_involvement, low_key, high_involvement, high_key from person_link"
                    + " where low_involvement = ? or high_involvement = ?");
        PreparedStatement gone =
            connection.prepareStatement("delete from person_link where id = ?")) {
      old.setLong(1, involvement);
      old.setLong(2, involvement);
      try (ResultSet row = old.executeQuery()) {
        while (row.next()) {
          Pair pair = new Pair(row.getLong(2), row.getString(3), row.getLong(4), row.getString(5));
          if (found.containsKey(pair)) {
            known.add(pair);
          } else {
            gone.setLong(1, row.getLong(1));
            gone.addBatch();
          }
        }
      }
      gone.executeBatch();
    }
    insert(known, Timestamp.from(now));
  }

  private void insert(Set<Pair> known, Timestamp now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      int waiting = 0;
      for (Map.Entry<Pair, Kinship> one : found.entrySet()) {
        if (!known.contains(one.getKey())) {
          statement.setLong(1, TSID.Factory.getTsid().toLong());
          statement.setLong(2, one.getKey().low());
          statement.setString(3, one.getKey().lowKey());
          statement.setLong(4, one.getKey().high());
          statement.setString(5, one.getKey().highKey());
          statement.setBoolean(6, one.getValue().sure());
          statement.setString(7, one.getValue().likeness().name());
          statement.setTimestamp(8, now);
          statement.addBatch();
          if (++waiting % BATCH == 0) {
            statement.executeBatch();
          }
        }
      }
      statement.executeBatch();
    }
  }
}
