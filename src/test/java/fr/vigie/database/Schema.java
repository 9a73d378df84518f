package fr.vigie.database;

import fr.vigie.launch.Database;
import fr.vigie.launch.DemoData;
import fr.vigie.launch.TestParts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RowScope;
import io.hypersistence.tsid.TSID;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The test process's schema, brought from nothing to what the application makes of it. */
public final class Schema {
  public static final Caller NORMANDY = Node.caller(7001, RowScope.region("28"));

  private static Schema migrated;

  private final Database database;
  private final Connection connection;

  private Schema(Database database) {
    this.database = database;
    try {
      connection = database.connect();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Migrated by the first who asks; tests make rows of their own and never count others'. */
  public static synchronized Schema migrated() {
    if (migrated == null) {
      Database database = TestParts.current().database();
      DemoData.migrate(database);
      migrated = new Schema(database);
    }
    return migrated;
  }

  /** Of a database that was brought up to date already. */
  public static Schema of(Database database) {
    return new Schema(database);
  }

  /** A node of the application on this schema. */
  public Node node(Clock clock) {
    return new Node(database, clock);
  }

  public static long id() {
    return TSID.Factory.getTsid().toLong();
  }

  public synchronized int change(String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the first row. */
  public long number(String sql, Object... values) {
    return Long.parseLong(rows(sql, values).get(0).get(0));
  }

  public synchronized List<List<String>> rows(String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet found = statement.executeQuery()) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** An establishment of a region. */
  public long organisation(String region) {
    long id = id();
    change(
        "insert into organisation (id, version, type, name, region_code)"
            + " values (?, 1, 'ESTABLISHMENT', ?, ?)",
        id,
        "Hôpital " + id,
        region);
    return id;
  }

  /** An active person with one role. */
  public long person(String role, String region, Long organisation) {
    long id = id();
    change(
        "insert into app_user (id, version, login, display_name, email, password_hash, active,"
            + " failed_logins, created_at) values (?, 1, ?, ?, ?, '-', true, 0, utc_timestamp(6))",
        id,
        "p" + id,
        "Person " + id,
        "p" + id + "@example.org");
    change(
        "insert into user_grant (id, version, user_id, role, region_code, organisation_id)"
            + " values (?, 1, ?, ?, ?, ?)",
        id(),
        id,
        role,
        region,
        organisation);
    return id;
  }
}
