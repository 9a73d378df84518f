package fr.vigie.it;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The tables themselves, past every rule: to prepare a scene and to look at what is left. */
@Dependent
class Rows {
  private static final Set<String> NOBODYS =
      Set.of(
          "region",
          "organisation",
          "app_user",
          "user_grant",
          "grant_proposal",
          "api_token",
          "audit_head");

  @Resource(lookup = "java:app/jdbc/vigie")
  DataSource source;

  /** The first row's first column of a query, as text; null when there is none. */
  String one(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int change(String sql, Object... parameters) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Ids of the rows of each table that hangs, or may hang, from cases. */
  Map<String, Set<Long>> ids() {
    Map<String, Set<Long>> ids = new LinkedHashMap<>();
    for (String table : tables()) {
      ids.put(table, new TreeSet<>(column("select id from " + table)));
    }
    return ids;
  }

  private List<String> tables() {
    List<String> tables = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select table_name from information_schema.columns where table_schema = database()"
                    + " and column_name = 'id' and data_type = 'bigint' order by table_name");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (!NOBODYS.contains(rows.getString(1)) && !rows.getString(1).startsWith("v_")) {
          tables.add(rows.getString(1));
        }
      }
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Long> column(String sql) {
    List<Long> values = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        values.add(rows.getLong(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
